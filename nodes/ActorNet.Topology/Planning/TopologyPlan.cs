using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ActorNet.Topology;

/// <summary>
/// Everything that starting a topology does, in order: the hosts, the boxes with ports, the links with their impairments, the setup lines, the
/// ports and link ends up, and last the schedule. Taken backwards it says how to undo.
/// </summary>
public sealed class TopologyPlan
{
    private TopologyPlan(Topology topology, IReadOnlyList<PlanStep> steps) => (Topology, Steps) = (topology, steps);

    /// <summary>What is planned.</summary>
    public Topology Topology { get; }

    /// <summary>The steps in the order in which they are carried out.</summary>
    public IReadOnlyList<PlanStep> Steps { get; }

    /// <summary>The steps that need undoing, the last one first; what is missing here vanishes with one of these.</summary>
    public IEnumerable<PlanStep> StepsToUndo => Steps.Reverse().Where(s => s.Undo is not null);

    /// <summary>Plans the start of a topology; nothing is carried out.</summary>
    public static TopologyPlan For(Topology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        return new TopologyPlan(topology, [.. HostStepsOf(topology), .. BoxStepsOf(topology)]);
    }

    /// <summary>One numbered line for each step; behind them, without numbers, the traffic and what is expected, which only a simulation or a check carries out.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Steps.Count; i++) text.Append(CultureInfo.InvariantCulture, $"{i + 1,5}  {Steps[i].Kind,-8} {Steps[i].Text}\n");
        foreach (var flow in Topology.Traffic) text.Append(CultureInfo.InvariantCulture, $"{"-",5}  {"traffic",-8} {flow.NamedText}\n");
        foreach (var expectation in Topology.Expectations) text.Append(CultureInfo.InvariantCulture, $"{"-",5}  {"expect",-8} {expectation.Text}\n");
        return text.ToString();
    }

    /// <summary>
    /// An object with <c>topology</c> and <c>steps</c>; each step has step, text, origin, undo (or null) and fields of its kind. Behind them <c>traffic</c>
    /// (name, kind, from, to, text, origin) and <c>expect</c> (text, origin), which starting it does not carry out.
    /// </summary>
    /// <param name="indented">Several lines for people, or one for programs.</param>
    public string ToJson(bool indented = false)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = indented }))
        {
            json.WriteStartObject();
            json.WriteString("topology", Topology.Name);
            json.WriteStartArray("steps");
            foreach (var step in Steps) Write(json, step);
            json.WriteEndArray();
            WriteTraffic(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>The steps inside the emulation: all but those of hosts.</summary>
    internal static IEnumerable<PlanStep> BoxStepsOf(Topology topology)
    {
        foreach (var box in topology.Boxes)
        {
            yield return new AddBox(box);
            foreach (var port in box.Ports) yield return new AddPort(box, port);
        }

        foreach (var link in topology.Links)
        {
            yield return new AddLink(link);
            foreach (var step in ShapesOf(link.A, link.AToB)) yield return step;
            foreach (var step in ShapesOf(link.B, link.BToA)) yield return step;
        }

        foreach (var box in topology.Boxes)
        {
            foreach (var line in box.Setup.Lines) yield return new RunSetup(box.Name, line);
        }

        foreach (var up in Ups(topology)) yield return up;
        foreach (var entry in topology.Schedule) yield return new BeginSchedule(entry);
    }

    private static IEnumerable<PlanStep> ShapesOf(LinkEnd end, Impairments impairments)
    {
        if (!impairments.IsEmpty) yield return new ShapeLink(end, impairments, IsRate: false);
        if (impairments.BytesPerSecond is not null) yield return new ShapeLink(end, impairments, IsRate: true);
    }

    private static IEnumerable<PlanStep> HostStepsOf(Topology topology)
    {
        foreach (var host in topology.Hosts)
        {
            yield return new AddNetns(host);
            yield return new AddTap(host);
            foreach (var address in host.Addresses) yield return new AddAddress(host, address);
            yield return new HostUp(host);
            foreach (var gateway in host.Gateways) yield return new AddRoute(host, gateway);
        }
    }

    private static IEnumerable<PlanStep> Ups(Topology topology)
    {
        foreach (var box in topology.Boxes)
        {
            foreach (var port in box.Ports) yield return new DeviceUp(port.Origin, box.Name, port.Name);
        }

        foreach (var link in topology.Links)
        {
            yield return new DeviceUp(link.A.Origin, link.A.Box, link.A.Device);
            yield return new DeviceUp(link.B.Origin, link.B.Box, link.B.Device);
        }
    }

    private void WriteTraffic(Utf8JsonWriter json)
    {
        json.WriteStartArray("traffic");
        foreach (var flow in Topology.Traffic)
        {
            json.WriteStartObject();
            json.WriteString("name", flow.Name);
            json.WriteString("kind", flow.KindName);
            json.WriteString("from", flow.From);
            json.WriteString("to", flow.To);
            json.WriteString("text", flow.Text);
            json.WriteString("origin", flow.Origin.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("expect");
        foreach (var expectation in Topology.Expectations)
        {
            json.WriteStartObject();
            json.WriteString("text", expectation.Text);
            json.WriteString("origin", expectation.Origin.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PlanStep step)
    {
        json.WriteStartObject();
        json.WriteString("step", step.Kind);
        json.WriteString("text", step.Text);
        json.WriteString("undo", step.Undo);
        json.WriteString("origin", step.Origin.ToString());
        step.WriteFields(json);
        json.WriteEndObject();
    }
}
