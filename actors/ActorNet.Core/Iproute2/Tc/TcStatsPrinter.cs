using ActorNet.Core.Sched;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints the counters of a qdisc or a class (<c>print_tcstats2_attr</c>).</summary>
internal static class TcStatsPrinter
{
    /// <summary>Prints two lines, or seven JSON members.</summary>
    public static void Print(ShowWriter writer, Qdisc qdisc, ShowOptions show)
    {
        var stats = qdisc.TotalStats;
        writer.Number("bytes", " Sent {0} bytes", stats.Bytes).Number("packets", " {0} pkt", stats.Packets)
            .Number("drops", " (dropped {0}", stats.Drops).Number("overlimits", ", overlimits {0}", stats.Overlimits)
            .Number("requeues", " requeues {0}) " + show.LineEnd, stats.Requeues)
            .Number("backlog", " backlog {0}b", qdisc.Backlog).Number("qlen", " {0}p", qdisc.QLen)
            .Number(null, " requeues {0}" + show.LineEnd, stats.Requeues);
    }
}
