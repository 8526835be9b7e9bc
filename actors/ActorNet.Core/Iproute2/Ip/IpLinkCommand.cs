namespace ActorNet.Core.Iproute2;

/// <summary><c>ip link</c>: which command follows (<c>do_iplink</c>).</summary>
internal static class IpLinkCommand
{
    /// <summary>What <c>ip link help</c> says.</summary>
    public const string Help =
        """
        ip link add [ link DEV ] [ name ] NAME [ index N ] [ mtu N ] [ txqueuelen N ] [ address MAC ] [ broadcast MAC ]
                    [ numtxqueues N ] [ numrxqueues N ] [ netns NAME ] [ master DEV ] [ up ] type KIND [ options of the kind ]
        ip link set { DEV | group GROUP } [ up | down ] [ name NAME ] [ mtu N ] [ txqueuelen N ] [ address MAC ] [ broadcast MAC ] [ alias TEXT ] [ group GROUP ]
                    [ master DEV | nomaster ] [ netns NAME ] [ type KIND options ]
                    [ { promisc | allmulticast | multicast | arp | dynamic | trailers | carrier } { on | off } ]
        ip link delete { DEV | group GROUP }
        ip link show [ DEV | group GROUP ] [ up ] [ master DEV | nomaster ] [ type KIND ]
        ip link property { add | del } dev DEV [ altname NAME ... ]

        """;

    private static readonly CommandEntry[] Commands =
    [
        new("add", static (i, args) => IpLinkAdd.Run(i, args, exclusive: true)),
        new("set", IpLinkSet.Run),
        new("change", IpLinkSet.Run),
        new("replace", static (i, args) => IpLinkAdd.Run(i, args, exclusive: false)),
        new("delete", IpLinkDelete.Run),
        new("show", IpLinkShow.Run),
        new("lst", IpLinkShow.Run),
        new("list", IpLinkShow.Run),
        new("xstats", null),
        new("afstats", null),
        new("property", IpLinkProperty.Run),
        new("help", static (i, _) => i.Usage(Help, 255)),
    ];

    /// <summary>Carries out what follows <c>ip link</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd) IpLinkShow.Run(invocation, args);
        else CommandTable.Run("Command", Commands, invocation, args, "ip link help");
    }
}
