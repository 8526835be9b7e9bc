using ActorNet.Core.Net;
using ActorNet.Hocon;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>The lines of <c>traffic</c> and <c>expect</c>, each with its mistake at the word that is wrong.</summary>
internal sealed class TrafficReader(SourceTexts sources, ErrorList errors)
{
    private readonly List<(DeviceExpectation Expectation, HoconOrigin Place)> _devices = [];

    /// <summary>Reads all traffic; lines that are wrong are reported and left out.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="ends">The hosts; null when some are missing because of mistakes that are reported already.</param>
    public IReadOnlyList<TrafficFlow> ReadTraffic(IReadOnlyList<Written> lines, FlowEnds? ends)
    {
        if (ends is null) return [];
        var flows = new List<TrafficFlow>();
        foreach (var line in lines)
        {
            try
            {
                flows.Add(FlowParser.Read(line, ends, flows.Count + 1));
            }
            catch (LineException wrong)
            {
                Report(line, wrong);
            }
        }

        CheckNames(flows);
        CheckEcn(flows);
        return flows;
    }

    /// <summary>Reads all expectations; lines that are wrong are reported and left out.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="flows">The traffic.</param>
    /// <param name="allFlowsAreKnown">None is missing because of a mistake that is reported already.</param>
    public IReadOnlyList<Expectation> ReadExpectations(IReadOnlyList<Written> lines, IReadOnlyList<TrafficFlow> flows, bool allFlowsAreKnown)
    {
        if (!allFlowsAreKnown) return [];
        var byName = new Dictionary<string, TrafficFlow>(StringComparer.Ordinal);
        foreach (var flow in flows) byName.TryAdd(flow.Name, flow);
        var expectations = new List<Expectation>();
        foreach (var line in lines)
        {
            try
            {
                var expectation = ExpectationParser.Read(line, byName, out var subject);
                if (expectation is DeviceExpectation device) _devices.Add((device, sources.PlacesOf(line).At(subject.At)));
                expectations.Add(expectation);
            }
            catch (LineException wrong)
            {
                Report(line, wrong);
            }
        }

        return expectations;
    }

    /// <summary>Reports devices that are not there once all setups have run.</summary>
    public void CheckDevices(NetLab lab)
    {
        foreach (var (expectation, place) in _devices)
        {
            if (lab.Find(expectation.Box) is not { } box)
            {
                var boxes = lab.Namespaces.Select(n => n.Name).ToList();
                errors.Add(place, $"there is no box {Phrases.Quote(expectation.Box)}", $"{Phrases.DidYouMean(expectation.Box, boxes)}Boxes: {Phrases.List(boxes)}");
            }
            else if (box.Find(expectation.Device) is null)
            {
                var devices = box.Devices.Select(d => d.Name).ToList();
                errors.Add(place, $"box {box.Name} has no device {Phrases.Quote(expectation.Device)} once its setup has run", $"{Phrases.DidYouMean(expectation.Device, devices)}Devices: {Phrases.List(devices)}");
            }
        }
    }

    private void CheckNames(List<TrafficFlow> flows)
    {
        var known = new Dictionary<string, TrafficFlow>(StringComparer.Ordinal);
        foreach (var flow in flows)
        {
            if (known.TryAdd(flow.Name, flow)) continue;
            errors.Add(flow.Origin, $"there is traffic {Phrases.Quote(flow.Name)} already, at {known[flow.Name].Origin}", $"Name one of them: \"NAME: {flow.KindName} {flow.From} -> {flow.To} ...\"");
        }
    }

    private void CheckEcn(List<TrafficFlow> flows)
    {
        foreach (var host in flows.OfType<TcpFlow>().GroupBy(f => f.From, StringComparer.Ordinal))
        {
            var first = host.First();
            if (host.FirstOrDefault(f => f.Ecn != first.Ecn) is { } other)
                errors.Add(other.Origin, $"{host.Key} sends tcp with and without ecn, which is a setting of the whole host", $"Say ecn in all tcp lines of {host.Key}, or in none");
        }
    }

    private void Report(Written line, LineException wrong) => errors.Add(sources.PlacesOf(line).At(wrong.At), wrong.Fault.What, wrong.Fault.Remedy);
}
