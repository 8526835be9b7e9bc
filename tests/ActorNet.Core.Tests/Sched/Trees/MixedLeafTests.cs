using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched.Trees;

/// <summary>Random htb trees with other qdiscs in their leaves, kept busy: everybody gets what he was promised, and nobody more than his ceiling.</summary>
public sealed class MixedLeafTests
{
    private const int Frame = 500;
    private const int Milliseconds = 4000;
    private const double BitsPerByte = 8;

    /// <summary>Leaves that give whatever they have.</summary>
    private static readonly string[] Leaves =
    [
        .. new[] { "pfifo limit 50", "bfifo limit 25000", "pfifo_head_drop limit 50", "prio", "sfq", "fq_codel limit 50", "codel limit 50 target 1s interval 2s" }
            .Where(words => QdiscKinds.Find(words.Split(' ')[0]) is not null),
    ];

    private static readonly FsCheck.Gen<(int Rate, int Ceil, string Leaf)[][]> Trees =
        // Classes of the second level are groups, whose rates are the sums of their leaves'.
        (from rate in Gen.Choose(1, 20)
         from more in Gen.Choose(0, 20)
         from leaf in Gen.Elements(Leaves)
         select (rate * 50, (rate + more) * 50, leaf)).ListOf(3).Select(l => l.ToArray()).ListOf(2).Select(l => l.ToArray());

    [Fact]
    [Trait("rule", "HTB-04")]
    [Trait("rule", "HTB-05")]
    [Trait("rule", "HTB-07")]
    public void Busy_classes_get_their_rates_and_no_more_than_their_ceilings() => Property.Holds(Trees, groups =>
    {
        using var bench = new ShapeBench();
        var total = groups.Sum(g => g.Sum(c => c.Rate));
        bench.Tc("qdisc add dev va root handle 1: htb", Class("1:", "1:1", total, total));
        for (var g = 0; g < groups.Length; g++) AddGroup(bench, g, groups[g], total);

        for (var t = 0; t < Milliseconds; t++)
        {
            // More than all of them may send, in every class.
            for (var g = 0; g < groups.Length; g++)
            {
                for (var c = 0; c < groups[g].Length; c++) bench.X(1, Frame, LeafId(g, c), Mark(g, c));
            }

            bench.Advance(1);
        }

        var sent = bench.Device.Sent.ToLookup(s => s.Mark, s => s.Length);
        for (var g = 0; g < groups.Length; g++)
        {
            for (var c = 0; c < groups[g].Length; c++)
            {
                var (rate, ceil, leaf) = groups[g][c];
                var kbit = sent[Mark(g, c)].Sum() * BitsPerByte / Milliseconds;
                var slack = Slack(groups.Length);
                kbit.ShouldBeGreaterThanOrEqualTo(rate - slack, $"{leaf} of {rate}..{ceil} kbit");
                kbit.ShouldBeLessThanOrEqualTo(ceil + slack, $"{leaf} of {rate}..{ceil} kbit");
            }
        }

        var all = bench.Device.Sent.Sum(s => s.Length) * BitsPerByte / Milliseconds;
        all.ShouldBeInRange(total - Slack(1), total + (groups.Sum(g => g.Length) * Slack(1)));
    }, count: 25);

    /// <summary>A bucket, and frames by which each level may overshoot, over the time measured; in kbit/s.</summary>
    private static double Slack(int groups) => (2000 + (Frame * (3 + groups))) * BitsPerByte / Milliseconds;

    private static void AddGroup(ShapeBench bench, int g, (int Rate, int Ceil, string Leaf)[] classes, int total)
    {
        bench.Tc(Class("1:1", FormattableString.Invariant($"1:{g + 2:x}"), classes.Sum(c => c.Rate), total));
        for (var c = 0; c < classes.Length; c++)
        {
            bench.Tc(
                Class(FormattableString.Invariant($"1:{g + 2:x}"), TcHandle.Format(LeafId(g, c)), classes[c].Rate, classes[c].Ceil),
                $"qdisc add dev va parent {TcHandle.Format(LeafId(g, c))} {classes[c].Leaf}");
        }
    }

    private static string Class(string parent, string id, int rate, int ceil) =>
        FormattableString.Invariant($"class add dev va parent {parent} classid {id} htb rate {rate}kbit ceil {ceil}kbit burst 2000 cburst 2000 quantum 500");

    private static uint LeafId(int g, int c) => 0x10000u + 0x10 + (uint)Mark(g, c);

    private static byte Mark(int g, int c) => (byte)((g * 8) + c);
}
