namespace ActorNet.Core.Iproute2;

/// <summary>The program <c>bridge</c>: its options and objects, in the order in which it tests abbreviations (<c>bridge/bridge.c</c>).</summary>
internal static class BridgeCommand
{
    private const string Help =
        """
        bridge [ options ] { link | fdb | monitor } { command | help }
        Options: -s, -d, -j, -p, -o, -n NAMESPACE

        """;

    private static readonly CommandOption[] Options =
    [
        new("-help", Exact: false, static (_, _) => throw new Iproute2Exception(Help.TrimEnd(), 255)),
        new("-Version", Exact: false, static (i, args) => IpCommand.Version(i, args, "bridge")),
        OptionReader.Printing("-stats", static show => show.Statistics++),
        OptionReader.Printing("-statistics", static show => show.Statistics++),
        OptionReader.Printing("-details", static show => show.Details = true),
        OptionReader.Printing("-oneline", static show => show.Oneline = true),
        OptionReader.Refused("-timestamp"),
        OptionReader.IgnoredWithArgument("-family"),
        OptionReader.Ignored("-4"),
        OptionReader.Ignored("-6"),
        OptionReader.Netns("-netns"),
        OptionReader.Ignored("-compressvlans"),
        OptionReader.Ignored("-color"),
        OptionReader.Ignored("-force"),
        OptionReader.Printing("-json", static show => show.Json = true),
        OptionReader.Printing("-pretty", static show => show.Pretty = true),
        OptionReader.Refused("-batch"),
    ];

    private static readonly CommandEntry[] Objects =
    [
        new("link", BridgeLinkCommand.Run),
        new("fdb", BridgeFdbCommand.Run),
        new("mdb", null),
        new("vlan", null),
        new("vni", null),
        new("monitor", MonitorCommand.Bridge),
        new("help", static (i, _) => i.Usage(Help, 255)),
    ];

    /// <summary>Carries out what follows the word <c>bridge</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        OptionReader.Read(invocation, args, Options, "bridge help");
        if (args.Peek() is null)
        {
            if (invocation.Output.Length == 0) invocation.Usage(Help, 255);
            return;
        }

        CommandTable.Run("Object", Objects, invocation, args, "bridge help");
    }
}
