namespace ActorNet.Core.Iproute2;

/// <summary>The program <c>tc</c>: its options and objects, in the order in which it tests abbreviations (<c>tc/tc.c</c>).</summary>
internal static class TcCommand
{
    private const string Help =
        """
        tc [ options ] { qdisc | class | filter | chain | actions } { command | help }
        Options: -s, -d, -j, -p, -o, -n NAMESPACE

        """;

    private static readonly CommandOption[] Options =
    [
        OptionReader.Printing("-stats", static show => show.Statistics++),
        OptionReader.Printing("-statistics", static show => show.Statistics++),
        OptionReader.Printing("-details", static show => show.Details = true),
        OptionReader.Ignored("-raw"),
        OptionReader.Printing("-pretty", static show => show.Pretty = true),
        OptionReader.Refused("-graph"),
        new("-Version", Exact: false, static (i, args) => IpCommand.Version(i, args, "tc")),
        OptionReader.Ignored("-iec"),
        new("-help", Exact: false, static (_, _) => throw new Iproute2Exception(Help.TrimEnd(), 255)),
        OptionReader.Ignored("-force"),
        OptionReader.Refused("-batch"),
        OptionReader.Netns("-netns"),
        OptionReader.Ignored("-Numeric"),
        OptionReader.Ignored("-names"),
        OptionReader.Ignored("-nm"),
        OptionReader.IgnoredWithArgument("-cf"),
        OptionReader.IgnoredWithArgument("-conf"),
        OptionReader.Ignored("-color"),
        OptionReader.Refused("-timestamp"),
        OptionReader.Refused("-tshort"),
        OptionReader.Printing("-json", static show => show.Json = true),
        OptionReader.Printing("-oneline", static show => show.Oneline = true),
        OptionReader.Printing("-brief", static show => show.Brief = true),
    ];

    private static readonly CommandEntry[] Objects =
    [
        new("qdisc", TcQdiscCommand.Run),
        new("class", TcClassCommand.Run),
        new("filter", TcFilterCommand.Run),
        new("chain", TcChainCommand.Run),
        new("actions", TcActionsCommand.Run),
        new("monitor", MonitorCommand.Tc),
        new("exec", null),
        new("help", static (i, _) => i.Usage(Help, 0)),
    ];

    /// <summary>Carries out what follows the word <c>tc</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        OptionReader.Read(invocation, args, Options, "tc -help");
        if (args.Peek() is null)
        {
            if (invocation.Output.Length == 0) invocation.Usage(Help, 0);
            return;
        }

        CommandTable.Run("Object", Objects, invocation, args, "tc help");
    }
}
