using ActorNet.Core.Devices;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Iproute2;

/// <summary><c>tc class</c>: shows classes. They come with their qdiscs here; no kind has classes of the user's making.</summary>
internal static class TcClassCommand
{
    private const string Help =
        """
        tc class show dev DEV [ root | parent CLASS ] [ classid CLASS ]

        """;

    private static readonly CommandEntry[] Commands =
    [
        new("add", Modify),
        new("change", Modify),
        new("replace", Modify),
        new("delete", Modify),
        new("get", null),
        new("list", Show),
        new("show", Show),
        new("lst", Show),
        new("help", static (i, _) => i.Usage(Help, 0)),
    ];

    /// <summary>Carries out what follows <c>tc class</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        // Without a device there is nothing to list, and tc says so by saying nothing.
        if (!args.AtEnd) CommandTable.Run("Command", Commands, invocation, args, "tc class help");
    }

    private static void Modify(Invocation invocation, ArgReader args)
    {
        string? kind = null;
        while (!args.AtEnd && kind is null)
        {
            var word = args.Next();
            if (word is "dev" or "classid" or "parent") args.Next(word);
            else if (word is not "root") kind = word;
        }

        if (kind is null) throw new RtnlException(Errno.EINVAL, "Classid cannot be zero.");
        throw new Iproute2Exception(QdiscKinds.Find(kind) is null ? $"Error: Qdisc not found \"{kind}\"" : $"Error: Qdisc \"{kind}\" is classless.");
    }

    private static void Show(Invocation invocation, ArgReader args)
    {
        string? name = null;
        uint parent = 0, id = 0;
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (word is "dev") name = args.Next(word);
            else if (word is "root") parent = TcHandle.Root;
            else if (word is "parent") parent = ReadClass(args.Next(word), "invalid parent ID");
            else if (word is "classid") id = ReadClass(args.Next(word), "invalid class ID");
            else if (Words.Matches(word, "help")) throw new Iproute2Exception(Help.TrimEnd('\n'), 0);
            else throw new Iproute2Exception($"What is \"{word}\"? Try \"tc class help\".", 255);
        }

        if (name is null) return;
        // iproute2 6.1 prints classes as text, with -j as without.
        using var writer = new ShowWriter(json: false);
        Print(writer, invocation.Show, invocation.Device(name), parent, id);
        invocation.Output.Append(writer.Finish());
    }

    private static void Print(ShowWriter writer, ShowOptions show, NetDevice device, uint parent, uint id)
    {
        foreach (var qdisc in QdiscTree.Visible(device))
        {
            if (qdisc is not IClassfulQdisc classful) continue;
            foreach (var info in classful.Classes)
            {
                if ((id != 0 && info.ClassId != id) || (parent != 0 && info.Parent != parent)) continue;
                PrintOne(writer, show, qdisc, info);
            }
        }
    }

    private static void PrintOne(ShowWriter writer, ShowOptions show, Qdisc qdisc, TcClassInfo info)
    {
        writer.Plain("class " + qdisc.Kind + " " + TcHandle.Format(info.ClassId) + " ");
        writer.Plain(info.Parent == TcHandle.Root ? "root " : "parent " + TcHandle.Format(info.Parent) + " ");
        if (info.Leaf.Handle != 0) writer.Plain("leaf " + TcHandle.Format(info.Leaf.Handle) + " ");
        writer.Plain("\n");
        if (show.Statistics == 0) return;
        if (info.HasStatistics) TcStatsPrinter.Print(writer, info.Leaf, show);
        else writer.Plain("\n");
    }

    private static uint ReadClass(string text, string complaint) => TcHandleWords.TryParseClass(text, out var id) ? id : throw Words.Invalid(complaint, text);
}
