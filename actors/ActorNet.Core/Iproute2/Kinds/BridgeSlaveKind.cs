using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2.Kinds;

/// <summary>Options of a port of a bridge; null where nothing was said.</summary>
/// <param name="Priority">Priority.</param>
/// <param name="Cost">Cost.</param>
/// <param name="State">What it does with frames.</param>
/// <param name="Mask">The switches that were named.</param>
/// <param name="Flags">Their new values.</param>
/// <param name="Flush">Forget the stations learned on it.</param>
public sealed record BridgePortOptions(int? Priority, int? Cost, BridgePortState? State, BridgePortFlags Mask, BridgePortFlags Flags, bool Flush) : DeviceOptions;

/// <summary><c>ip link set DEV type bridge_slave ...</c>: a port of a bridge (<c>iplink_bridge_slave.c</c>). It is no kind of its own: it makes nothing.</summary>
public sealed class BridgeSlaveKind : DeviceKind
{
    private const string Usage =
        "Usage: ... bridge_slave [ fdb_flush ] [ state STATE ] [ priority PRIO ] [ cost COST ] [ { guard | hairpin | fastleave | root_block | learning | flood\n"
        + "          | mcast_flood | bcast_flood | mcast_to_unicast | neigh_suppress | vlan_tunnel | isolated | locked } { on | off } ]";

    private static readonly (string Word, BridgePortFlags Flag)[] Switches =
    [
        ("hairpin", BridgePortFlags.Hairpin), ("guard", BridgePortFlags.Guard), ("root_block", BridgePortFlags.RootBlock), ("fastleave", BridgePortFlags.FastLeave),
        ("learning", BridgePortFlags.Learning), ("flood", BridgePortFlags.Flood), ("mcast_flood", BridgePortFlags.MulticastFlood),
        ("mcast_fast_leave", BridgePortFlags.FastLeave), ("bcast_flood", BridgePortFlags.BroadcastFlood), ("mcast_to_unicast", BridgePortFlags.MulticastToUnicast),
        ("neigh_suppress", BridgePortFlags.NeighSuppress), ("vlan_tunnel", BridgePortFlags.VlanTunnel), ("isolated", BridgePortFlags.Isolated), ("locked", BridgePortFlags.Locked),
    ];

    /// <inheritdoc/>
    public override string Name => "bridge_slave";

    /// <inheritdoc/>
    public override bool MakesDevices => false;

    /// <inheritdoc/>
    public override DeviceOptions? Parse(ArgReader args, LinkParser links)
    {
        if (args.AtEnd) return null;
        var options = new BridgePortOptions(null, null, null, BridgePortFlags.None, BridgePortFlags.None, Flush: false);
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (Words.Matches(word, "fdb_flush")) options = options with { Flush = true };
            else if (Words.Matches(word, "state")) options = options with { State = (BridgePortState)Number(args, "state", (int)BridgePortState.Blocking) };
            else if (Words.Matches(word, "priority")) options = options with { Priority = Number(args, "priority", ushort.MaxValue) };
            else if (Words.Matches(word, "cost")) options = options with { Cost = Number(args, "cost", int.MaxValue) };
            else options = Switch(options, word, args);
        }

        return options;
    }

    /// <inheritdoc/>
    public override bool Changes(NetDevice device) => device.Master is BridgeDevice;

    /// <inheritdoc/>
    public override void Change(NetDevice device, DeviceOptions options)
    {
        if (device.Master is BridgeDevice bridge && bridge.PortOf(device) is { } port && options is BridgePortOptions wanted) bridge.Change(port, wanted);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<NewDevice> Create(LinkRequest request, DeviceOptions? options) => throw new RtnlException(Errno.EOPNOTSUPP, "Unknown device type.");

    private static BridgePortOptions Switch(BridgePortOptions options, string word, ArgReader args)
    {
        if (Array.Find(Switches, s => Words.Matches(word, s.Word)) is not { Word: not null } known)
            throw new Iproute2Exception(Words.Matches(word, "help") ? Usage : $"bridge_slave: unknown option \"{word}\"?\n{Usage}");
        var on = Words.OnOff(args, known.Word);
        return options with { Mask = options.Mask | known.Flag, Flags = on ? options.Flags | known.Flag : options.Flags & ~known.Flag };
    }

    private static int Number(ArgReader args, string key, int most)
    {
        var text = args.Next(key);
        return Words.TryUnsigned(text, out var number) && number <= most ? (int)number : throw Words.Invalid($"{key} is invalid", text);
    }
}
