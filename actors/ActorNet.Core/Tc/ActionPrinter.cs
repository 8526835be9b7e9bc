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
        if (list.IsOldStyle)
        {
            PrintOld(writer.Plain("\n"), list, statistics, now);
            return;
        }

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

    /// <summary>Prints the one action of a list in the old style, where it stands.</summary>
    public static void PrintOld(ShowWriter writer, ActionList list, bool statistics, Instant now) =>
        PrintBody(writer, list.Actions[0], list.Actions[0].References, statistics, now);

    /// <summary>Ends the line of a filter. Where one has bound the first action in the old way a line of counters follows, in JSON too, which then is none.</summary>
    public static void EndFilter(ShowWriter writer, ActionList list, bool statistics)
    {
        writer.Plain("\n");
        if (!statistics || list.IsEmpty || !list.Actions[0].IsBoundOldStyle) return;
        var stats = list.Actions[0].Stats;
        var text = FormattableString.Invariant($" Sent {stats.Bytes} bytes {stats.Packets} pkts (dropped {stats.Drops}, overlimits {stats.Overlimits}) ");
        writer.Plain(text + "\n").RawJson(text);
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
        PrintBody(writer, action, references, statistics, now);
        if (statistics) PrintStatistics(writer, action.Stats);
        if (action.Cookie.Length > 0) writer.Text("cookie", "\tcookie {0}\n", action.Cookie);
    }

    private static void PrintBody(ShowWriter writer, TcAction action, int references, bool statistics, Instant now)
    {
        action.Print(writer);
        action.PrintUses(writer, references);
        if (statistics) PrintAges(writer, action, now);
        action.PrintBehindAges(writer);
        writer.Plain("\n");
    }

    private static void PrintHardwareStatistics(ShowWriter writer, TcAction action)
    {
        if (action.WantsNoHardwareStatistics) writer.OpenArray("hw_stats").Element("\thw_stats {0}\n", "disabled").CloseArray();
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
