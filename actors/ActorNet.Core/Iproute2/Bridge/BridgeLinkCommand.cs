using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary><c>bridge link</c>: ports of bridges and their switches (<c>bridge/link.c</c>).</summary>
internal static class BridgeLinkCommand
{
    private const string Help =
        """
        bridge link show [ dev DEV ]
        bridge link set dev DEV [ { learning | flood | mcast_flood } { on | off } ]

        """;

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
            printer.Learning(port).Multicast(port, withRouter: true);
        }

        writer.Plain("\n").CloseObject();
    }

    private static void Set(Invocation invocation, ArgReader args)
    {
        string? name = null;
        bool? learning = null, flood = null, multicast = null;
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (word is "dev") name = args.Next(word);
            else if (word is "learning") learning = Words.OnOff(args, word);
            else if (word is "flood") flood = Words.OnOff(args, word);
            else if (word is "mcast_flood") multicast = Words.OnOff(args, word);
            else if (word is not ("self" or "master")) throw Words.NotEmulated(word);
        }

        if (name is null) throw new Iproute2Exception("Device is a required argument.", 255);
        var device = invocation.Device(name, exitCode: 255);
        var port = (device.Master as BridgeDevice)?.PortOf(device) ?? throw new Iproute2Exception("RTNETLINK answers: Operation not supported", 255);
        port.Learning = learning ?? port.Learning;
        port.Flood = flood ?? port.Flood;
        port.MulticastFlood = multicast ?? port.MulticastFlood;
    }
}
