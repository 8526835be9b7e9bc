using ActorNet.Core.Net;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Iproute2;

/// <summary><c>tc actions</c>: action objects apart from filters (<c>tc/m_action.c</c>, rule MIR-23).</summary>
internal static class TcActionsCommand
{
    private const string Help =
        """
        tc actions { add | change | replace } { action KIND options [ index N ] [ cookie HEX ] } ...
        tc actions { get | delete } { action KIND index N } ...
        tc actions { ls | list } action KIND [ since MILLISECONDS ]
        tc actions flush action KIND

        """;

    private const string HardwareWarning = "act_api: Failed to setup tc actions for offload.";
    private const string KernelError = "We have an error talking to the kernel";

    private static readonly CommandEntry[] Commands =
    [
        new("add", Add),
        new("change", Change),
        new("replace", Change),
        new("delete", Delete),
        new("get", Get),
        new("list", List),
        new("show", List),
        new("ls", List),
        new("lst", List),
        new("flush", Flush),
        new("help", static (i, _) => i.Usage(Help, 255)),
    ];

    private delegate (TcAction Action, bool Made) Modification(ActionTable table, ActionSpec spec, Instant now);

    /// <summary>Carries out what follows <c>tc actions</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (!args.AtEnd) CommandTable.Run("Command", Commands, invocation, args, "tc actions help");
    }

    private static void Add(Invocation invocation, ArgReader args) =>
        Modify(invocation, args, "Added", static (table, spec, now) => (table.Add(spec, now), true));

    private static void Change(Invocation invocation, ArgReader args) => Modify(invocation, args, "Replaced", static (table, spec, now) => table.Change(spec, now));

    /// <summary>Makes or changes all actions of the command. When one is refused, those that were made before it go; what was changed stays so, as in Linux.</summary>
    private static void Modify(Invocation invocation, ArgReader args, string verb, Modification modify)
    {
        var specs = Read(args);
        var ns = invocation.Namespace;
        ActionTargets.Check(ns, specs, 255);
        var done = new List<(TcAction Action, bool Made)>(specs.Count);
        try
        {
            foreach (var spec in specs)
            {
                // The kernel does not find one that the same command has made.
                if (done.Exists(d => d.Made && d.Action.Index == spec.Index && string.Equals(d.Action.Kind, spec.Kind, StringComparison.Ordinal))) throw new RtnlException(Errno.EAGAIN);
                done.Add(modify(ns.Actions, spec, ns.Now));
            }
        }
        catch (RtnlException e)
        {
            foreach (var (action, made) in done)
            {
                if (made) ns.Actions.Delete(action.Kind, action.Index);
            }

            // What was to be a warning is all that the kernel has to say when the refusal has no words.
            var text = e.Sentence is null && IsWarned(ns, done) ? "Error: " + HardwareWarning : e.Iproute2Text;
            throw new Iproute2Exception(text + "\n" + KernelError, 255);
        }

        if (IsWarned(ns, done)) invocation.Error.Append("Warning: " + HardwareWarning + "\n");

        // The command itself still refers to an action that it changed.
        TcMonitor.Actions(ns, verb, done.Select(static d => (d.Action, d.Action.References + (d.Made ? 0 : 1))));
        if (!args.AtEnd) Run(invocation, args);
    }

    private static bool IsWarned(NetNamespace ns, List<(TcAction Action, bool Made)> done) =>
        ns.Kernel.OffersActionsToHardware && done.Exists(static d => d.Action.IsRefusedByHardware);

    private static IReadOnlyList<ActionSpec> Read(ArgReader args)
    {
        if (args.AtEnd) throw new Iproute2Exception("Illegal \"action\"", 255);
        args.TryTakePrefix("action");
        if (args.AtEnd) throw new Iproute2Exception("bad action empty 1\nparse_action: bad value (0:(null))!\nIllegal \"action\"", 255);
        try
        {
            var specs = ActionParser.Parse(args);
            return args.AtEnd || ActionParser.IsCommand(args.Peek()!) ? specs : throw Words.Unknown("Command", args.Next(), "tc actions help");
        }
        catch (Iproute2Exception e) when (e.ExitCode == 1)
        {
            throw new Iproute2Exception(e.Message, 255);
        }
    }

    private static void Get(Invocation invocation, ArgReader args)
    {
        var actions = Named(args).Select(named => Find(invocation.Namespace, named)).ToArray();
        using var writer = invocation.Show.NewWriter();
        writer.OpenObject().Number("total acts", "total acts {0}\n", 0).CloseObject();
        if (actions.Length > 0) PrintAll(writer, invocation, actions, firstOrder: 1);
        invocation.Output.Append(writer.Finish());
    }

    private static void Delete(Invocation invocation, ArgReader args)
    {
        var ns = invocation.Namespace;
        var actions = Named(args).Select(named => Find(ns, named)).ToArray();
        if (actions.Length == 0) return;
        if (Array.Exists(actions, static a => a.Binds > 0)) throw Refused("Error: Failed to delete TC action.");
        TcMonitor.Actions(ns, "Deleted", actions.Select(static a => (a, 0)));
        foreach (var action in actions.Distinct()) ns.Actions.Delete(action.Kind, action.Index);
    }

    private static void List(Invocation invocation, ArgReader args)
    {
        var kind = ListKind(args);
        var ns = invocation.Namespace;
        var since = args.TryTakePrefix("since") ? Since(args.Next("since")) : long.MaxValue;
        var actions = ns.Actions.OfKind(kind).Where(a => ns.Now.Since(a.LastUsed) <= since).ToArray();
        foreach (var action in actions) action.HardwareStatisticsAsked = ns.Kernel.ActionsReportHardwareStatistics;
        using var writer = invocation.Show.NewWriter();
        if (actions.Length > 0)
        {
            writer.OpenObject().Number("total acts", "total acts {0}\n", actions.Length).CloseObject();
            PrintAll(writer, invocation, actions, firstOrder: 0);
        }

        invocation.Output.Append(writer.Finish());
    }

    /// <summary>Deletes the actions of a kind up to the first that a filter binds, as the kernel does.</summary>
    private static void Flush(Invocation invocation, ArgReader args)
    {
        var kind = ListKind(args);
        if (ActionKinds.Find(kind) is null) throw new Iproute2Exception("Error: Cannot flush unknown TC action.\nWe have an error flushing");
        var (deleted, stopped) = invocation.Namespace.Actions.Flush(kind);
        if (stopped && deleted == 0) throw new Iproute2Exception("RTNETLINK answers: Operation not permitted\nWe have an error flushing");
        if (stopped) invocation.Error.Append("Warning: Unable to flush all TC actions.\n");
        TcMonitor.Flushed(invocation.Namespace, kind, deleted);
    }

    private static void PrintAll(ShowWriter writer, Invocation invocation, IEnumerable<TcAction> actions, int firstOrder)
    {
        writer.OpenObject().OpenArray("actions");
        foreach (var action in actions)
        {
            writer.Plain("\n").OpenObject();
            ActionPrinter.PrintAlone(writer, action, firstOrder++, action.References, invocation.Show.Statistics > 0, invocation.Namespace.Now);
            writer.CloseObject();
        }

        writer.CloseArray().CloseObject();
    }

    private static string ListKind(ArgReader args)
    {
        if (args.AtEnd || !args.TryTakePrefix("action") || args.AtEnd) throw new Iproute2Exception(Help.TrimEnd('\n'), 255);
        return args.Next("the kind of action");
    }

    private static long Since(string text) =>
        Words.TryUnsigned(text, out var milliseconds) ? milliseconds * 1_000_000L : throw Words.Invalid("invalid since value", text);

    /// <summary>Reads <c>action KIND index N</c>, any number of times. A kind that tc does not know it takes for <c>gact</c>.</summary>
    private static List<(string Kind, uint Index)> Named(ArgReader args)
    {
        var named = new List<(string Kind, uint Index)>();
        while (!args.AtEnd)
        {
            if (!args.TryTakePrefix("action")) throw new Iproute2Exception(Help.TrimEnd('\n'), 255);
            if (args.AtEnd) break;
            var kind = args.Next("the kind of action");
            if (!args.TryTake("index")) throw new Iproute2Exception("Error: no index specified action: " + kind, 255);
            var text = args.Next("index");
            named.Add((ActionKinds.Find(kind) is null ? ActionKinds.Fallback : kind, Words.TryUnsigned(text, out var index) ? index : throw new Iproute2Exception("Illegal \"index\"", 255)));
        }

        return named;
    }

    private static TcAction Find(NetNamespace ns, (string Kind, uint Index) named) =>
        ns.Actions.Find(named.Kind, named.Index) ?? throw Refused("Error: TC action with specified index not found.");

    private static Iproute2Exception Refused(string sentence) => new($"{sentence}\n{KernelError}\nCommand \"action\" is unknown, try \"tc actions help\".", 255);
}
