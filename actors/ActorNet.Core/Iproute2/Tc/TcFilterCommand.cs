using ActorNet.Core.Frames;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Iproute2;

/// <summary><c>tc filter</c> (<c>tc/tc_filter.c</c>).</summary>
internal static class TcFilterCommand
{
    private const string Help =
        """
        tc filter { add | del | change | replace } { dev DEV { ingress | egress | parent CLASS } | block N } [ protocol P ] [ pref N ]
                  [ chain N ] [ handle H ] [ KIND options ]
        tc filter show { dev DEV [ ingress | egress | parent CLASS ] | block N } [ protocol P ] [ pref N ] [ chain N ]

        """;

    private const string KernelError = "We have an error talking to the kernel";

    private static readonly CommandEntry[] Commands =
    [
        new("add", static (i, args) => Modify(i, args, FilterCommands.Add, creates: true)),
        new("change", static (i, args) => Modify(i, args, FilterCommands.Change, creates: false)),
        new("replace", static (i, args) => Modify(i, args, FilterCommands.Replace, creates: true)),
        new("delete", static (i, args) => Modify(i, args, static (place, request, kind, _) => FilterCommands.Delete(place, request, kind), creates: false)),
        new("get", null),
        new("list", Show),
        new("show", Show),
        new("lst", Show),
        new("help", static (i, _) => i.Usage(Help, 0)),
    ];

    private delegate void Change(FilterPlace place, FilterRequest request, string? kind, FilterOptions? options);

    /// <summary>Carries out what follows <c>tc filter</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        // Without a device there is nothing to list, and tc says so by saying nothing.
        if (!args.AtEnd) CommandTable.Run("Command", Commands, invocation, args, "tc filter help");
    }

    private static void Modify(Invocation invocation, ArgReader args, Change change, bool creates)
    {
        var words = new FilterWords(showing: false);
        while (words.Kind is null && !args.AtEnd) words.Read(args);
        if (words.Kind is { } word && Words.Matches(word, "help")) throw new Iproute2Exception(Help.TrimEnd('\n'), 0);
        var options = ParseOptions(words, args);
        // A filter that may be created is for all protocols unless the command says which.
        var protocol = words.Protocol == 0 && creates ? EtherType.All : words.Protocol;
        var request = new FilterRequest { Chain = words.Chain ?? 0, Pref = words.Pref, Protocol = protocol, Handle = words.Handle };
        try
        {
            change(words.Place(invocation), request, words.Kind, options);
        }
        catch (RtnlException e) when (IsMissingTarget(e))
        {
            // tc looks devices up itself, before it asks the kernel.
            throw new Iproute2Exception(e.Sentence + "\nbad action parsing\nparse_action: bad value (5:mirred)!\nIllegal \"action\"");
        }
        catch (RtnlException e)
        {
            throw new Iproute2Exception(e.Iproute2Text + "\n" + KernelError, 2);
        }
    }

    /// <summary>Whether an action's target is what is missing, rather than the filter's own device.</summary>
    public static bool IsMissingTarget(RtnlException e) => e.Errno == Errno.ENODEV && e.Sentence is not null;

    private static FilterOptions? ParseOptions(FilterWords words, ArgReader args)
    {
        if (words.Kind is null)
        {
            if (words.Handle is not null) throw new Iproute2Exception("Must specify filter type when using \"handle\"", 255);
            return null;
        }

        if (ClassifierKinds.Find(words.Kind) is { } kind)
        {
            // A kind alone deletes; with words behind it they must make sense, as for tc.
            return kind.Parse(args);
        }

        if (!args.AtEnd) throw new Iproute2Exception($"Unknown filter \"{words.Kind}\", hence option \"{args.Next()}\" is unparsable");
        throw new Iproute2Exception($"Error: TC classifier not found.\n{KernelError}", 2);
    }

    private static void Show(Invocation invocation, ArgReader args)
    {
        var words = new FilterWords(showing: true);
        while (!args.AtEnd)
        {
            words.Read(args);
            if (words.Kind is not { } word) continue;
            if (Words.Matches(word, "help")) throw new Iproute2Exception(Help.TrimEnd('\n'), 0);
            throw new Iproute2Exception($" What is \"{word}\"? Try \"tc filter help\"", 255);
        }

        if (!words.HasPlace) return;
        var place = words.Place(invocation);
        if (place.Device is null && !invocation.Namespace.Blocks.ContainsKey(place.Block)) throw new Iproute2Exception($"Cannot find block \"{place.Block}\"");
        using var writer = invocation.Show.NewWriter();
        var show = new FilterShow { Chain = words.Chain, Pref = words.Pref, Protocol = words.Protocol, Statistics = invocation.Show.Statistics > 0 };
        FilterCommands.Show(place, show, writer, invocation.Namespace.Now);
        invocation.Output.Append(writer.Finish());
    }
}
