using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>Prints actions as <c>tc filter show</c> and <c>tc actions ls</c> do, with <c>-s</c> their ages and counters.</summary>
public static class ActionPrinter
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Prints the actions of a filter, numbered from 1; nothing when there are none.</summary>
    public static void PrintList(ShowWriter writer, ActionList list, bool statistics, Instant now)
    {
        if (list.IsEmpty) return;
        writer.OpenArray("actions");
        for (var i = 0; i < list.Actions.Count; i++)
        {
            writer.Plain("\n").OpenObject();
            PrintOne(writer, list.Actions[i], i + 1, list.Actions[i].References, statistics, now);
            PrintHardwareStatistics(writer, list.Actions[i]);
            writer.CloseObject();
        }

        writer.CloseArray();
    }

    /// <summary>Prints one action apart from filters, inside an element that the caller opened; the text ends with its line.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="action">What.</param>
    /// <param name="order">Number in its list.</param>
    /// <param name="references">References to print.</param>
    /// <param name="statistics">With ages and counters.</param>
    /// <param name="now">The time.</param>
    public static void PrintAlone(ShowWriter writer, TcAction action, int order, int references, bool statistics, Instant now)
    {
        PrintOne(writer, action, order, references, statistics, now);
        writer.Flag("not_in_hw", "\tnot_in_hw\n", value: true);
        PrintHardwareStatistics(writer, action);
    }

    private static void PrintOne(ShowWriter writer, TcAction action, int order, int references, bool statistics, Instant now)
    {
        writer.Number("order", "\taction order {0}: ", order);
        action.Print(writer);
        writer.Unsigned("index", "index {0}", action.Index).Number("ref", " ref {0}", references).Number("bind", " bind {0}", action.Binds);
        if (statistics) PrintAges(writer, action, now);
        writer.Plain("\n");
        if (statistics) PrintStatistics(writer, action.Stats);
        if (action.Cookie.Length > 0) writer.Text("cookie", "\tcookie {0}\n", action.Cookie);
    }

    private static void PrintHardwareStatistics(ShowWriter writer, TcAction action)
    {
        if (action.HardwareStatisticsAsked) writer.OpenArray("used_hw_stats").Element("\tused_hw_stats {0}\n", "disabled").CloseArray();
    }

    private static void PrintAges(ShowWriter writer, TcAction action, Instant now)
    {
        writer.Number("installed", " installed {0} sec", Seconds(action.Installed, now));
        writer.Number("last_used", " used {0} sec", Seconds(action.LastUsed, now));
        if (action.FirstUsed is { } first) writer.Number("first_used", " firstused {0} sec", Seconds(first, now));
    }

    private static long Seconds(Instant since, Instant now) => now.Since(since) / NanosecondsPerSecond;

    private static void PrintStatistics(ShowWriter writer, QdiscStats stats)
    {
        writer.OpenObject("stats").Number("bytes", "\tAction statistics:\n\tSent {0} bytes", stats.Bytes).Number("packets", " {0} pkt", stats.Packets)
            .Number("drops", " (dropped {0}", stats.Drops).Number("overlimits", ", overlimits {0}", stats.Overlimits)
            .Number("requeues", " requeues {0}) \n", stats.Requeues).Number("backlog", "\tbacklog {0}b", 0).Number("qlen", " {0}p", 0);
        writer.Plain(" requeues 0\n").CloseObject();
    }
}
