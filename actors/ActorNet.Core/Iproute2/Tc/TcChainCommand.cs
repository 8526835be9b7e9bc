using ActorNet.Core.Tc;

namespace ActorNet.Core.Iproute2;

/// <summary><c>tc chain</c> (<c>tc/tc_filter.c</c>).</summary>
internal static class TcChainCommand
{
    private const string Help =
        """
        tc chain { add | del | get } { dev DEV { ingress | egress | parent CLASS } | block N } [ chain N ]
        tc chain show { dev DEV { ingress | egress | parent CLASS } | block N } [ chain N ]

        """;

    private static readonly CommandEntry[] Commands =
    [
        new("add", static (i, args) => Modify(i, args, ChainCommands.Add)),
        new("delete", static (i, args) => Modify(i, args, static (place, chain, _, _) => ChainCommands.Delete(place, chain))),
        new("get", Get),
        new("list", Show),
        new("show", Show),
        new("lst", Show),
        new("help", static (i, _) => i.Usage(Help, 0)),
    ];

    /// <summary>Carries out what follows <c>tc chain</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        // Without a device there is nothing to list, and tc says so by saying nothing.
        if (!args.AtEnd) CommandTable.Run("Command", Commands, invocation, args, "tc chain help");
    }

    private static void Modify(Invocation invocation, ArgReader args, Action<FilterPlace, uint, string?, FilterOptions?> change)
    {
        var words = Read(args);
        var options = TcFilterCommand.ParseOptions(words, args, words.Protocol);
        TcFilterCommand.AskKernel(() => change(words.Place(invocation), words.Chain ?? 0, words.Kind, options));
    }

    private static void Get(Invocation invocation, ArgReader args)
    {
        var words = Read(args);
        if (!words.HasParent) throw new Iproute2Exception("Must specify filter parent", 255);
        using var writer = invocation.Show.NewWriter();
        TcFilterCommand.AskKernel(() => ChainCommands.Get(words.Place(invocation), words.Chain ?? 0, writer));
        invocation.Output.Append(writer.Finish());
    }

    private static void Show(Invocation invocation, ArgReader args)
    {
        var words = TcFilterCommand.ReadShow(args, Help);
        if (!words.HasPlace) return;
        using var writer = invocation.Show.NewWriter();
        ChainCommands.Show(TcFilterCommand.PlaceToShow(invocation, words), words.Chain, writer);
        invocation.Output.Append(writer.Finish());
    }

    private static FilterWords Read(ArgReader args)
    {
        var words = new FilterWords(showing: false);
        while (words.Kind is null && !args.AtEnd) words.Read(args);
        if (words.Kind is { } word && Words.Matches(word, "help")) throw new Iproute2Exception(Help.TrimEnd('\n'), 0);
        return words;
    }
}
