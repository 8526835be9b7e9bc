using System.Globalization;
using System.Text.Json;
using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>Makes an emulated namespace with its loopback device.</summary>
/// <param name="Box">The box.</param>
public sealed record AddBox(Box Box) : PlanStep(Box.Origin)
{
    /// <inheritdoc/>
    public override string Kind => "box";

    /// <inheritdoc/>
    public override string Text => string.Create(CultureInfo.InvariantCulture, $"make box {Box.Name} (kernel {Box.Kernel.Version}, seed {Box.Seed})");

    /// <inheritdoc/>
    public override string Undo => $"remove box {Box.Name} with its devices";

    /// <inheritdoc/>
    protected internal override void WriteFields(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("box", Box.Name);
        json.WriteString("kernel", Box.Kernel.Version);
        json.WriteNumber("seed", Box.Seed);
    }
}

/// <summary>Makes the box's end of a host's TAP.</summary>
/// <param name="Box">The box.</param>
/// <param name="Port">The port.</param>
public sealed record AddPort(Box Box, Port Port) : PlanStep(Port.Origin)
{
    /// <inheritdoc/>
    public override string Kind => "port";

    /// <inheritdoc/>
    public override string Text => string.Create(CultureInfo.InvariantCulture, $"make port {Port.Name} of box {Box.Name} (mtu {Port.Mtu})");

    /// <inheritdoc/>
    protected internal override void WriteFields(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("box", Box.Name);
        json.WriteString("device", Port.Name);
        json.WriteNumber("mtu", Port.Mtu);
    }
}

/// <summary>Runs a command in a box. What the command makes vanishes with the box.</summary>
/// <param name="Origin">The place of the file that asks for it.</param>
/// <param name="Box">Name of the box.</param>
/// <param name="Words">The command; the first word is <c>ip</c>, <c>tc</c>, <c>bridge</c> or <c>ethtool</c>.</param>
public abstract record BoxCommand(HoconOrigin Origin, string Box, IReadOnlyList<string> Words) : PlanStep(Origin)
{
    /// <summary>The command from outside of the box: <c>ip -n BOX link ...</c>; ethtool has no such option.</summary>
    public override string Text => string.Equals(Words[0], "ethtool", StringComparison.Ordinal)
        ? $"ip netns exec {Box} {string.Join(' ', Words.Select(Quote))}"
        : $"{Words[0]} -n {Box} {string.Join(' ', Words.Skip(1).Select(Quote))}";

    /// <inheritdoc/>
    protected internal override void WriteFields(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("box", Box);
        json.WriteStartArray("command");
        foreach (var word in Words) json.WriteStringValue(word);
        json.WriteEndArray();
    }

    private static string Quote(string word)
    {
        var plain = word.Length > 0 && !word.Any(c => char.IsWhiteSpace(c) || c is '\'' or '"' or '\\' or '#' or ';');
        return plain ? word : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }
}

/// <summary>Makes both ends of a link.</summary>
/// <param name="Link">The link.</param>
public sealed record AddLink(Link Link) : BoxCommand(Link.Origin, Link.A.Box, CommandFor(Link))
{
    /// <inheritdoc/>
    public override string Kind => "link";

    private static IReadOnlyList<string> CommandFor(Link link)
    {
        // "name" and "dev" are said, or ip would take a device called l or up for one of its own words.
        var mtu = link.Mtu.ToString(CultureInfo.InvariantCulture);
        return ["ip", "link", "add", "name", link.A.Device, "mtu", mtu, "type", "veth", "peer", "name", link.B.Device, "mtu", mtu, "netns", link.B.Box];
    }
}

/// <summary>Makes the end of a link delay, lose and whatever else is wanted of the direction that starts there; or limit its rate.</summary>
/// <param name="End">The sending end.</param>
/// <param name="Impairments">What is wanted.</param>
/// <param name="IsRate">The bucket for the rate, rather than the emulator that it hangs under.</param>
public sealed record ShapeLink(LinkEnd End, Impairments Impairments, bool IsRate)
    : BoxCommand(OriginOf(End, Impairments), End.Box, IsRate ? LinkCommands.AddRate(End.Device, Impairments) : LinkCommands.AddDelay(End.Device, Impairments))
{
    /// <inheritdoc/>
    public override string Kind => "shape";

    private static HoconOrigin OriginOf(LinkEnd end, Impairments impairments) => impairments.Origin ?? end.Origin;
}

/// <summary>Runs a line of a box's setup.</summary>
/// <param name="Box">Name of the box.</param>
/// <param name="Line">The line.</param>
public sealed record RunSetup(string Box, SetupLine Line) : BoxCommand(Line.Origin, Box, Line.Words)
{
    /// <inheritdoc/>
    public override string Kind => "setup";
}

/// <summary>Brings a device up that the topology made: a port or the end of a link.</summary>
/// <param name="Origin">The place of the file that names it.</param>
/// <param name="Box">Name of the box.</param>
/// <param name="Device">The device.</param>
public sealed record DeviceUp(HoconOrigin Origin, string Box, string Device) : BoxCommand(Origin, Box, ["ip", "link", "set", "dev", Device, "up"])
{
    /// <inheritdoc/>
    public override string Kind => "up";
}

/// <summary>Lets a line of the schedule begin; nothing is done until its time has come.</summary>
/// <param name="Entry">The line.</param>
public sealed record BeginSchedule(ScheduleEntry Entry) : PlanStep(Entry.Origin)
{
    /// <inheritdoc/>
    public override string Kind => "schedule";

    /// <inheritdoc/>
    public override string Text => Entry.Text;

    /// <inheritdoc/>
    protected internal override void WriteFields(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var link = Entry.Target.Link;
        json.WriteString("link", $"{link.A}--{link.B}");
    }
}
