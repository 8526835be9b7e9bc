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
        tc filter get dev DEV { ingress | egress | parent CLASS } protocol P pref N [ chain N ] handle H KIND
        tc filter show { dev DEV [ ingress | egress | parent CLASS ] | block N } [ protocol P ] [ pref N ] [ chain N ]

        """;

    private const string KernelError = "We have an error talking to the kernel";

    private static readonly CommandEntry[] Commands =
    [
        new("add", static (i, args) => Modify(i, args, FilterCommands.Add, creates: true)),
        new("change", static (i, args) => Modify(i, args, FilterCommands.Change, creates: false)),
        new("replace", static (i, args) => Modify(i, args, FilterCommands.Replace, creates: true)),
        new("delete", static (i, args) => Modify(i, args, static (place, request, kind, _) => FilterCommands.Delete(place, request, kind), creates: false)),
        new("get", Get),
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

    /// <summary>Does what asks the kernel, whose refusals tc words in two lines.</summary>
    public static void AskKernel(Action ask)
    {
        try
        {
            ask();
        }
        catch (RtnlException e)
        {
            throw new Iproute2Exception(e.Iproute2Text + "\n" + KernelError, 2);
        }
    }

    /// <summary>Reads the words of <c>show</c>.</summary>
    /// <param name="args">Behind that word.</param>
    /// <param name="help">What <c>help</c> says there.</param>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong.</exception>
    public static FilterWords ReadShow(ArgReader args, string help)
    {
        var words = new FilterWords(showing: true);
        while (!args.AtEnd)
        {
            words.Read(args);
            if (words.Kind is not { } word) continue;
            if (Words.Matches(word, "help")) throw new Iproute2Exception(help.TrimEnd('\n'), 0);
            throw new Iproute2Exception($" What is \"{word}\"? Try \"tc filter help\"", 255);
        }

        return words;
    }

    /// <summary>Where <c>show</c> looks.</summary>
    /// <exception cref="Iproute2Exception">There is no such device or block.</exception>
    public static FilterPlace PlaceToShow(Invocation invocation, FilterWords words)
    {
        var place = words.Place(invocation);
        if (place.Device is null && !invocation.Namespace.Blocks.ContainsKey(place.Block)) throw new Iproute2Exception($"Cannot find block \"{place.Block}\"");
        return place;
    }

    private static void Modify(Invocation invocation, ArgReader args, Change change, bool creates)
    {
        var words = Read(args);
        // A filter that may be created is for all protocols unless the command says which.
        var protocol = words.Protocol == 0 && creates ? EtherType.All : words.Protocol;
        var options = ParseOptions(words, args, protocol);
        var request = Request(words, protocol);
        AskKernel(() =>
        {
            var place = words.Place(invocation);
            if (options is not null) ActionTargets.Check(invocation.Namespace, options.Actions, 1);
            change(place, request, words.Kind, options);
        });
    }

    private static void Get(Invocation invocation, ArgReader args)
    {
        var words = Read(args);
        if (words.Protocol == 0) throw Missing("protocol");
        if (words.Pref == 0) throw Missing("priority");
        if (!words.HasParent) throw Missing("parent");
        var kind = words.Kind ?? throw Missing("type");
        ParseOptions(words, args, words.Protocol);
        if (words.Handle is null) throw Missing("\"handle\"");
        using var writer = invocation.Show.NewWriter();
        AskKernel(() => FilterCommands.Get(words.Place(invocation), Request(words, words.Protocol), kind, invocation.Show.Statistics > 0, writer));
        invocation.Output.Append(writer.Finish());
    }

    private static Iproute2Exception Missing(string what) => new("Must specify filter " + what, 255);

    private static FilterWords Read(ArgReader args)
    {
        var words = new FilterWords(showing: false);
        while (words.Kind is null && !args.AtEnd) words.Read(args);
        if (words.Kind is { } word && Words.Matches(word, "help")) throw new Iproute2Exception(Help.TrimEnd('\n'), 0);
        return words;
    }

    private static FilterRequest Request(FilterWords words, ushort protocol) =>
        new() { Chain = words.Chain ?? 0, Pref = words.Pref, Protocol = protocol, Handle = words.Handle };

    /// <summary>Reads the words behind the kind.</summary>
    /// <param name="words">Those in front of it.</param>
    /// <param name="args">Behind the kind.</param>
    /// <param name="protocol">Protocol that goes to the kernel.</param>
    /// <returns>Null without a kind, or for one that is not known.</returns>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong.</exception>
    public static FilterOptions? ParseOptions(FilterWords words, ArgReader args, ushort protocol)
    {
        if (words.Kind is null)
        {
            if (words.Handle is not null) throw new Iproute2Exception("Must specify filter type when using \"handle\"", 255);
            return null;
        }

        // A kind alone deletes; with words behind it they must make sense, as for tc.
        if (ClassifierKinds.Find(words.Kind) is { } kind)
        {
            if (words.Handle is { } handle) kind.ParseHandle(handle);
            return kind.Parse(args, new FilterSetting(protocol, words.Parent, words.Handle));
        }

        if (!args.AtEnd) throw new Iproute2Exception($"Unknown filter \"{words.Kind}\", hence option \"{args.Next()}\" is unparsable");
        return null;
    }

    private static void Show(Invocation invocation, ArgReader args)
    {
        var words = ReadShow(args, Help);
        if (!words.HasPlace) return;
        var place = PlaceToShow(invocation, words);
        using var writer = invocation.Show.NewWriter();
        var show = new FilterShow { Chain = words.Chain, Pref = words.Pref, Protocol = words.Protocol, Statistics = invocation.Show.Statistics > 0 };
        try
        {
            FilterCommands.Show(place, show, writer, invocation.Namespace.Now);
        }
        finally
        {
            // What came before a dump that breaks off is shown.
            invocation.Output.Append(writer.Finish());
        }
    }
}
