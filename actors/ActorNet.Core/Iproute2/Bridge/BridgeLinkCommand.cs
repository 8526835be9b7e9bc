using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2.Kinds;

namespace ActorNet.Core.Iproute2;

/// <summary><c>bridge link</c>: ports of bridges and their switches (<c>bridge/link.c</c>).</summary>
internal static class BridgeLinkCommand
{
    private const string Help =
        """
        bridge link show [ dev DEV ]
        bridge link set dev DEV [ cost COST ] [ priority PRIO ] [ state STATE ] [ { guard | hairpin | fastleave | root_block | learning | flood
                                | mcast_flood | bcast_flood | mcast_to_unicast | neigh_suppress | vlan_tunnel | isolated | locked } { on | off } ]

        """;

    private const int WrongSwitch = 234;

    private static readonly (string Word, BridgePortFlags Flag)[] Switches =
    [
        ("guard", BridgePortFlags.Guard), ("hairpin", BridgePortFlags.Hairpin), ("fastleave", BridgePortFlags.FastLeave), ("root_block", BridgePortFlags.RootBlock),
        ("learning", BridgePortFlags.Learning), ("flood", BridgePortFlags.Flood), ("mcast_flood", BridgePortFlags.MulticastFlood),
        ("bcast_flood", BridgePortFlags.BroadcastFlood), ("mcast_to_unicast", BridgePortFlags.MulticastToUnicast),
        ("neigh_suppress", BridgePortFlags.NeighSuppress), ("vlan_tunnel", BridgePortFlags.VlanTunnel), ("isolated", BridgePortFlags.Isolated),
        ("locked", BridgePortFlags.Locked),
    ];

    private static readonly CommandEntry[] Commands =
    [
        new("set", Set),
        new("change", Set),
        new("show", Show),
        new("lst", Show),
        new("list", Show),
        new("help", static (i, _) => i.Usage(Help, 255)),
    ];

    /// <summary>Carries out what follows <c>bridge link</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd) Show(invocation, args);
        else CommandTable.Run("Command", Commands, invocation, args, "bridge link help");
    }

    private static void Show(Invocation invocation, ArgReader args)
    {
        NetDevice? only = null;
        while (!args.AtEnd)
        {
            if (args.Next() is not "dev") continue;
            var name = args.Next("dev");
            if (only is not null) throw Words.Duplicate("dev", name);
            only = invocation.Device(name, exitCode: 255);
        }

        using var writer = invocation.Show.NewWriter();
        foreach (var device in invocation.Namespace.Devices)
        {
            if (only is not null && !ReferenceEquals(only, device)) continue;
            if ((device.Master as BridgeDevice)?.PortOf(device) is { } port) Print(writer, invocation.Show, port);
        }

        invocation.Output.Append(writer.Finish());
    }

    private static void Print(ShowWriter writer, ShowOptions show, BridgePort port)
    {
        writer.OpenObject();
        new LinkPrinter(writer, show).Name(port.Device);
        writer.Plain(" ").Number("mtu", "mtu {0} ", port.Device.Mtu).Text("master", "master {0} ", port.Bridge.Name);
        var printer = new BridgePortPrinter(writer).State(port);
        if (show.Details)
        {
            writer.Plain(show.LineEnd + "    ");
            printer.Learning(port).Multicast(port);
        }

        writer.Plain("\n").CloseObject();
    }

    private static void Set(Invocation invocation, ArgReader args)
    {
        string? name = null;
        var options = new BridgePortOptions(null, null, null, BridgePortFlags.None, BridgePortFlags.None, Flush: false);
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (word is "dev") name = args.Next(word);
            else if (word is "cost") options = options with { Cost = Number(args, word) is > 0 and var cost ? cost : null };
            else if (word is "priority") options = options with { Priority = Number(args, word) };
            else if (word is "state") options = options with { State = ReadState(args.Next(word)) };
            else if (word is not ("self" or "master")) options = Switch(options, word, args);
        }

        if (name is null) throw new Iproute2Exception("Device is a required argument.", 255);
        var device = invocation.Namespace.Find(name) ?? throw new Iproute2Exception($"Cannot find bridge device \"{name}\"", 255);
        var port = (device.Master as BridgeDevice)?.PortOf(device) ?? throw new Iproute2Exception("RTNETLINK answers: Operation not supported", 255);
        BridgeFdbCommand.Ask(() => port.Bridge.Change(port, options));
    }

    private static BridgePortOptions Switch(BridgePortOptions options, string word, ArgReader args)
    {
        if (Array.Find(Switches, s => string.Equals(s.Word, word, StringComparison.Ordinal)) is not { Word: not null } known)
        {
            if (word is "mcast_router" or "learning_sync" or "hwmode" or "backup_port" or "nobackup_port" or "mcast_max_groups") throw Words.NotEmulated(word);
            throw new Iproute2Exception(Help.TrimEnd('\n'), 255);
        }

        var value = args.Next(word);
        if (value is not ("on" or "off")) throw new Iproute2Exception($"Error: argument of \"{word}\" must be one of \"off\", \"on\", not \"{value}\"", WrongSwitch);
        return options with { Mask = options.Mask | known.Flag, Flags = value is "on" ? options.Flags | known.Flag : options.Flags & ~known.Flag };
    }

    private static int Number(ArgReader args, string key)
    {
        var text = args.Next(key);
        return Words.TryInteger(text, out var number) ? number : throw new Iproute2Exception($"Error: argument \"{text}\" is wrong: invalid {key}", 255);
    }

    private static BridgePortState ReadState(string text) =>
        BridgePortPrinter.TryParseState(text, out var state) ? state : throw new Iproute2Exception("Error: invalid STP port state", 255);
}
