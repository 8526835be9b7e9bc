using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Labs.Links;
using ActorNet.Topology;

namespace ActorNet.Node.Links;

/// <summary>Links of a topology at one moment, as <c>link show --json</c> prints them.</summary>
/// <param name="Topology">Its name.</param>
/// <param name="Links">The links in the order of the file.</param>
internal sealed record LinkReport(string Topology, IReadOnlyList<ShownLink> Links)
{
    /// <summary>From what holds and what was counted.</summary>
    public static LinkReport Of(string topology, IReadOnlyList<NamedLink> links, LabSnapshot counters)
    {
        var devices = counters.Namespaces.SelectMany(ns => ns.Devices.Select(d => (ns.Name, Device: d))).ToDictionary(d => (d.Name, d.Device.Name), d => d.Device);
        return new LinkReport(topology, [.. links.Select(l => ShownLink.Of(l, end => devices.GetValueOrDefault((end.Box, end.Device))))]);
    }
}

/// <summary>A link.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="A">One end, box:device.</param>
/// <param name="B">The other end.</param>
/// <param name="State">up, or down when one of its devices is.</param>
/// <param name="Changed">It is not as in the file.</param>
/// <param name="Directions">Both directions.</param>
internal sealed record ShownLink(string Name, string A, string B, string State, bool Changed, IReadOnlyList<ShownDirection> Directions)
{
    public static ShownLink Of(NamedLink link, Func<LinkEnd, DeviceSnapshot?> device) => new(
        link.Name, link.Link.A.ToString(), link.Link.B.ToString(), IsUp(link, device) ? "up" : "down", !link.IsAsInFile,
        [
            ShownDirection.Of(link.Ways[LinkWays.AToB], link.State.AToB.Settings, link.Link.AToB, device(link.Link.A)),
            ShownDirection.Of(link.Ways[LinkWays.BToA], link.State.BToA.Settings, link.Link.BToA, device(link.Link.B)),
        ]);

    /// <summary>Somebody may have taken a device down by hand, too.</summary>
    private static bool IsUp(NamedLink link, Func<LinkEnd, DeviceSnapshot?> device) =>
        link.State.IsUp && device(link.Link.A) is { IsUp: true } && device(link.Link.B) is { IsUp: true };
}

/// <summary>A direction of a link: what is set, and what its device and its qdisc have counted.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Set">Its settings.</param>
/// <param name="SentPackets">Frames that left; the segments of a super-frame count.</param>
/// <param name="SentBytes">Their bytes.</param>
/// <param name="Dropped">Frames lost on purpose or for want of room.</param>
/// <param name="Queued">Frames that are delayed or wait for the rate.</param>
/// <param name="QueuedBytes">Their bytes.</param>
/// <param name="Limit">Frames that it may hold; null without any setting, when nothing is held.</param>
/// <param name="File">The settings of the file; null when they are the same.</param>
/// <param name="Behind">How late frames left; null when none was.</param>
internal sealed record ShownDirection(
    string Name, IReadOnlyDictionary<string, string> Set, long SentPackets, long SentBytes, long Dropped, long Queued, long QueuedBytes,
    ShownLimit? Limit = null, IReadOnlyDictionary<string, string>? File = null, ShownLateness? Behind = null)
{
    public static ShownDirection Of(string name, Impairments set, Impairments file, DeviceSnapshot? device) => new(
        name, Words(set),
        device?.Stats.TxPackets ?? 0, device?.Stats.TxBytes ?? 0, (device?.QdiscStats.Drops ?? 0) + (device?.Stats.TxDropped ?? 0),
        device?.QLen ?? 0, device?.Backlog ?? 0,
        set.IsEmpty ? null : ShownLimit.Of(set), set.Settings.SequenceEqual(file.Settings) ? null : Words(file), ShownLateness.Of(device?.Lateness ?? default));

    private static Dictionary<string, string> Words(Impairments settings) => settings.Settings.ToDictionary(s => s.Key, s => s.Text, StringComparer.Ordinal);
}

/// <summary>How many frames a direction may hold.</summary>
/// <param name="Packets">Frames.</param>
/// <param name="Derived">From rate and delay, rather than set.</param>
internal sealed record ShownLimit(uint Packets, bool Derived)
{
    public static ShownLimit Of(Impairments settings)
    {
        var limit = QueueLimit.Of(settings);
        return new ShownLimit(limit.Frames, limit.IsDerived);
    }
}

/// <summary>How far behind its deadlines a device sent.</summary>
/// <param name="Drains">Times at which it was woken more than 1 ms late.</param>
/// <param name="Frames">Frames that it then sent.</param>
/// <param name="WorstMilliseconds">The longest delay.</param>
internal sealed record ShownLateness(long Drains, long Frames, double WorstMilliseconds)
{
    /// <summary>Null when it never was.</summary>
    public static ShownLateness? Of(DrainLateness lateness) =>
        lateness.Drains == 0 ? null : new ShownLateness(lateness.Drains, lateness.Frames, Math.Round(lateness.WorstNanoseconds / 1e6, 3));
}
