using ActorNet.Core.Tc;

namespace ActorNet.Core.Iproute2;

/// <summary><c>tc actions</c>: action objects apart from filters (<c>tc/m_action.c</c>, rule MIR-23).</summary>
internal static class TcActionsCommand
{
    private const string Help =
        """
        tc actions add action KIND options [ index N ]
        tc actions { get | delete } action KIND index N
        tc actions { ls | list | flush } action KIND

        """;

    private const string KernelError = "We have an error talking to the kernel";

    private static readonly CommandEntry[] Commands =
    [
        new("add", Add),
        new("change", null),
        new("replace", null),
        new("delete", Delete),
        new("get", Get),
        new("list", List),
        new("show", List),
        new("ls", List),
        new("flush", Flush),
        new("help", static (i, _) => i.Usage(Help, 255)),
    ];

    /// <summary>Carries out what follows <c>tc actions</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (!args.AtEnd) CommandTable.Run("Command", Commands, invocation, args, "tc actions help");
    }

    private static void Add(Invocation invocation, ArgReader args)
    {
        if (!args.TryTakePrefix("action")) throw new Iproute2Exception("Illegal \"action\"", 255);
        if (args.AtEnd) throw new Iproute2Exception("bad action empty 1\nparse_action: bad value (0:(null))!\nIllegal \"action\"", 255);
        var specs = ActionParser.Parse(args);
        if (!args.AtEnd) throw Words.Unknown("Command", args.Next(), "tc actions help");
        var ns = invocation.Namespace;
        var added = new List<TcAction>(specs.Count);
        try
        {
            foreach (var spec in specs) added.Add(ns.Actions.Add(spec, ns.Now));
        }
        catch (RtnlException e)
        {
            foreach (var action in added) ns.Actions.Delete(action.Kind, action.Index);
            throw TcFilterCommand.IsMissingTarget(e)
                ? new Iproute2Exception(e.Sentence + "\nbad action parsing\nparse_action: bad value (5:mirred)!\nIllegal \"action\"", 255)
                : new Iproute2Exception(e.Iproute2Text + "\n" + KernelError, 255);
        }
    }

    private static void Get(Invocation invocation, ArgReader args)
    {
        var (kind, index) = KindAndIndex(args);
        var ns = invocation.Namespace;
        var action = ns.Actions.Find(kind, index) ?? throw Refused("Error: TC action with specified index not found.");
        using var writer = invocation.Show.NewWriter();
        writer.OpenObject().Number("total acts", "total acts {0}\n\n", 0).CloseObject().OpenObject().OpenArray("actions").OpenObject();
        PrintOne(writer, invocation, action, 1);
        writer.CloseObject().CloseArray().CloseObject();
        invocation.Output.Append(writer.Finish());
    }

    private static void Delete(Invocation invocation, ArgReader args)
    {
        var (kind, index) = KindAndIndex(args);
        try
        {
            invocation.Namespace.Actions.Delete(kind, index);
        }
        catch (RtnlException e)
        {
            throw Refused(e.Errno == Errno.ENOENT ? "Error: TC action with specified index not found." : e.Iproute2Text);
        }
    }

    private static void List(Invocation invocation, ArgReader args)
    {
        var kind = ListKind(args);
        var actions = invocation.Namespace.Actions.All.Where(a => string.Equals(a.Kind, kind, StringComparison.Ordinal)).ToArray();
        using var writer = invocation.Show.NewWriter();
        if (actions.Length > 0)
        {
            writer.OpenObject().Number("total acts", "total acts {0}\n", actions.Length).CloseObject().OpenObject().OpenArray("actions");
            for (var i = 0; i < actions.Length; i++)
            {
                writer.Plain("\n").OpenObject();
                PrintOne(writer, invocation, actions[i], i);
                writer.CloseObject();
            }

            writer.CloseArray().CloseObject();
        }

        invocation.Output.Append(writer.Finish());
    }

    /// <summary>Deletes every action of a kind that no filter binds; the others make the command fail, as with tc.</summary>
    private static void Flush(Invocation invocation, ArgReader args)
    {
        var kind = ListKind(args);
        var table = invocation.Namespace.Actions;
        var all = table.All.Where(a => string.Equals(a.Kind, kind, StringComparison.Ordinal)).ToArray();
        if (Array.Exists(all, a => a.Binds > 0)) throw new Iproute2Exception("RTNETLINK answers: Operation not permitted\nWe have an error flushing");
        foreach (var action in all) table.Delete(action.Kind, action.Index);
    }

    private static void PrintOne(ShowWriter writer, Invocation invocation, TcAction action, int order)
    {
        ActionPrinter.PrintOne(writer, action, order, invocation.Show.Statistics > 0, invocation.Namespace.Now);
        writer.Flag("not_in_hw", "\tnot_in_hw\n", value: true).OpenArray("used_hw_stats").Element("\tused_hw_stats {0}\n", "disabled").CloseArray();
    }

    private static string ListKind(ArgReader args)
    {
        if (args.AtEnd || !args.TryTakePrefix("action")) throw new Iproute2Exception(Help.TrimEnd('\n'), 255);
        return args.Next("the kind of action");
    }

    private static (string Kind, uint Index) KindAndIndex(ArgReader args)
    {
        if (!args.TryTakePrefix("action")) throw new Iproute2Exception(Help.TrimEnd('\n'), 255);
        var kind = args.Next("the kind of action");
        if (!args.TryTake("index")) throw new Iproute2Exception("Error: no index specified action: " + kind, 255);
        var text = args.Next("index");
        return Words.TryUnsigned(text, out var index) ? (kind, index) : throw new Iproute2Exception("Illegal \"index\"", 255);
    }

    private static Iproute2Exception Refused(string sentence) => new($"{sentence}\n{KernelError}\nCommand \"action\" is unknown, try \"tc actions help\".", 255);
}
