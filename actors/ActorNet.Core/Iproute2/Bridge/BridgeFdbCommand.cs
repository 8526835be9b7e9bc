using ActorNet.Core.Bridge;

namespace ActorNet.Core.Iproute2;

/// <summary><c>bridge fdb</c>: the forwarding tables of bridges, and the addresses that devices receive (<c>bridge/fdb.c</c>).</summary>
internal static class BridgeFdbCommand
{
    /// <summary>What <c>bridge fdb help</c> says.</summary>
    public const string Help =
        """
        bridge fdb { add | append | replace | del } MAC dev DEV [ self ] [ master ] [ use ] [ sticky ] [ local | static | dynamic ]
        bridge fdb show [ br BRIDGE ] [ { brport | dev } DEV ] [ state STATE ] [ dynamic ]
        bridge fdb get MAC { br BRIDGE | dev DEV master }
        bridge fdb flush dev DEV [ brport DEV ] [ self | master ] [ [no]permanent | [no]static | [no]dynamic ]

        """;

    private const int NotFound = 254;

    private static readonly CommandEntry[] Commands =
    [
        new("add", static (i, args) => FdbChange.Run(i, args, FdbChange.Verb.Add)),
        new("append", static (i, args) => FdbChange.Run(i, args, FdbChange.Verb.Replace)),
        new("replace", static (i, args) => FdbChange.Run(i, args, FdbChange.Verb.Replace)),
        new("delete", static (i, args) => FdbChange.Run(i, args, FdbChange.Verb.Delete)),
        new("get", Get),
        new("show", BridgeFdbShow.Run),
        new("lst", BridgeFdbShow.Run),
        new("list", BridgeFdbShow.Run),
        new("flush", FdbFlush.Run),
        new("help", static (i, _) => i.Usage(Help, 255)),
    ];

    /// <summary>Carries out what follows <c>bridge fdb</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd) BridgeFdbShow.Run(invocation, args);
        else CommandTable.Run("Command", Commands, invocation, args, "bridge fdb help");
    }

    /// <summary>Asks the kernel; its refusal has the exit code of this program.</summary>
    public static void Ask(Action request)
    {
        try
        {
            request();
        }
        catch (RtnlException e)
        {
            throw new Iproute2Exception(e.Iproute2Text, 255);
        }
    }

    private static void Get(Invocation invocation, ArgReader args)
    {
        var words = FdbWords.Parse(args, withBridge: true);
        if (words.Address is null || (words.Device ?? words.Bridge) is not { } name) throw new Iproute2Exception("Device and address are required arguments.", 255);
        var address = words.ParseAddress();
        var device = invocation.Device(name, exitCode: 255);
        var bridge = words.Bridge is null ? device.Master as BridgeDevice : device as BridgeDevice;
        if (bridge is null || (words.Bridge is null && !words.Master)) throw new Iproute2Exception("RTNETLINK answers: Operation not supported", 255);
        var entry = bridge.Fdb.Find(address, invocation.Namespace.Now, bridge.Ageing) ?? throw new Iproute2Exception("Error: Fdb entry not found.", NotFound);
        using var writer = invocation.Show.NewWriter();
        new FdbPrinter(writer, invocation.Show, invocation.Namespace.Now).Print(bridge, entry, withDevice: true);
        invocation.Output.Append(writer.Finish());
    }
}
