using ActorNet.Core.Sched;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints the counters of a qdisc or a class (<c>print_tcstats2_attr</c>).</summary>
internal static class TcStatsPrinter
{
    /// <summary>Prints two lines, or seven JSON members.</summary>
    public static void Print(ShowWriter writer, Qdisc qdisc, ShowOptions show) => Print(writer, qdisc.TotalStats, qdisc.Backlog, qdisc.QLen, show);

    /// <summary>The same for counters that do not belong to one discipline.</summary>
    public static void Print(ShowWriter writer, QdiscStats stats, long backlog, int qlen, ShowOptions show, bool countsSent = true)
    {
        if (countsSent) writer.Number("bytes", " Sent {0} bytes", stats.Bytes).Number("packets", " {0} pkt", stats.Packets);
        writer.Number("drops", " (dropped {0}", stats.Drops).Number("overlimits", ", overlimits {0}", stats.Overlimits)
            .Number("requeues", " requeues {0}) " + show.LineEnd, stats.Requeues)
            .Number("backlog", " backlog {0}b", backlog).Number("qlen", " {0}p", qlen)
            .Number(null, " requeues {0}" + show.LineEnd, stats.Requeues);
    }
}
