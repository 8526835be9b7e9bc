using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched.Trees;

/// <summary>Random trees of qdiscs of every kind, random traffic, time: what must hold whatever the tree is.</summary>
public sealed class RandomTreeTests
{
    private const int Arrivals = 150;
    private const int Runs = 120;
    private const int SmallestFrame = 60;
    private const int LargestFrame = 1514;

    /// <summary>Longer than any leaf of the trees needs for what it can hold.</summary>
    private const double LongMilliseconds = 60_000;

    private static readonly FsCheck.Gen<(TreeSpec Tree, (int Pause, int Mark, int Size)[] Traffic)> Scenes =
        from tree in TreeSpec.Any
        from traffic in Gen.Choose(0, 1500).Zip(Gen.Choose(0, 255)).Zip(Gen.Choose(SmallestFrame, LargestFrame)).ArrayOf(Arrivals)
        select (tree, traffic.Select(t => (t.Item1.Item1, t.Item1.Item2, t.Item2)).ToArray());

    [Fact]
    [Trait("rule", "QD-06")]
    [Trait("rule", "HTB-10")]
    public void Every_frame_is_delivered_dropped_or_queued_and_backlogs_add_up() => Property.Holds(Scenes, scene =>
    {
        using var bench = Built(scene.Tree);
        foreach (var (pause, mark, size) in scene.Traffic)
        {
            bench.Advance(pause / 1000.0);
            bench.X(1, size, mark: (byte)mark);
            Conserved(bench, scene.Tree);
        }
    }, Runs);

    [Fact]
    public void Nothing_starves() => Property.Holds(Scenes, scene =>
    {
        using var bench = Built(scene.Tree);
        foreach (var (_, mark, size) in scene.Traffic) bench.X(1, size, mark: (byte)mark);

        bench.Advance(LongMilliseconds);

        bench.Root.QLen.ShouldBe(0, scene.Tree.ToString());
        bench.Root.Backlog.ShouldBe(0, scene.Tree.ToString());
        bench.Root.NextDeadline.ShouldBe(Instant.Never);
        Conserved(bench, scene.Tree);
    }, Runs);

    [Fact]
    public void A_tree_that_is_taken_down_gives_every_frame_back() => Property.Holds(Scenes, scene =>
    {
        using var bench = Built(scene.Tree);
        foreach (var (_, mark, size) in scene.Traffic.Take(40)) bench.X(1, size, mark: (byte)mark);

        bench.Tc("qdisc del dev va root");

        bench.Lab.Pool.Outstanding.ShouldBe(0, scene.Tree.ToString());
        bench.X(1, 60).ShouldBe(1);
    }, Runs);

    [Fact]
    public void A_change_keeps_what_is_queued() => Property.Holds(Scenes, scene =>
    {
        using var bench = Built(scene.Tree);
        foreach (var (_, mark, size) in scene.Traffic.Take(60)) bench.X(1, size, mark: (byte)mark);
        foreach (var qdisc in QdiscTree.Visible(bench.Device).ToArray())
        {
            var before = (bench.Root.QLen, bench.Root.Backlog, qdisc.QLen, bench.Lab.Pool.Outstanding);
            foreach (var line in ChangesOf(qdisc)) bench.Tc(line);
            (bench.Root.QLen, bench.Root.Backlog, qdisc.QLen, bench.Lab.Pool.Outstanding).ShouldBe(before, $"{qdisc.Kind} in {scene.Tree}");
        }

        bench.Advance(LongMilliseconds);
        bench.Root.QLen.ShouldBe(0, scene.Tree.ToString());
        Conserved(bench, scene.Tree);
    }, Runs);

    [Fact]
    public void Same_seed_gives_the_same_run() => Property.Holds(Scenes, scene =>
    {
        Run().ShouldBe(Run());

        List<(long, int, byte, int)> Run()
        {
            using var bench = Built(scene.Tree);
            foreach (var (pause, mark, size) in scene.Traffic)
            {
                bench.X(1, size, mark: (byte)mark);
                bench.Advance(pause / 1000.0);
            }

            return [.. bench.Device.Sent];
        }
    }, Runs / 4);

    private static ShapeBench Built(TreeSpec tree)
    {
        var bench = new ShapeBench();
        bench.Tc([.. TreeBuilder.Lines(tree)]);
        return bench;
    }

    /// <summary>Frames that live are those that are queued; every class counts what is in it, every qdisc what is in its classes.</summary>
    private static void Conserved(ShapeBench bench, TreeSpec tree)
    {
        bench.Lab.Pool.Outstanding.ShouldBe(bench.Root.QLen, tree.ToString());
        bench.Root.TotalStats.Packets.ShouldBe(bench.Device.Sent.Count, tree.ToString());
        bench.Root.TotalStats.Bytes.ShouldBe(bench.Device.Sent.Sum(s => (long)s.Length), tree.ToString());
        foreach (var qdisc in QdiscTree.Visible(bench.Device))
        {
            qdisc.QLen.ShouldBeGreaterThanOrEqualTo(0);
            if (qdisc is not IClassfulQdisc { Classes: var classes } || HoldsFramesItself(qdisc)) continue;
            var leaves = classes.Select(c => c.Leaf).Where(l => l.Device is not null).Distinct().ToArray();
            var (frames, bytes) = (leaves.Sum(l => l.QLen), leaves.Sum(l => l.Backlog));
            if (qdisc.QLen == frames)
            {
                qdisc.Backlog.ShouldBe(bytes, $"{qdisc.Kind} {qdisc.Handle:x} of {tree}");
                continue;
            }

            // The frame that its parent has looked at and not taken yet has left the class already.
            qdisc.ParentQdisc.ShouldNotBeNull($"{qdisc.Kind} {qdisc.Handle:x} of {tree}");
            qdisc.QLen.ShouldBe(frames + 1, $"{qdisc.Kind} {qdisc.Handle:x} of {tree}");
            qdisc.Backlog.ShouldBeInRange(bytes + SmallestFrame, bytes + LargestFrame, $"{qdisc.Kind} {qdisc.Handle:x} of {tree}");
        }
    }

    /// <summary>Holds frames itself, beside what its classes hold: a class of its own is only for show.</summary>
    private static bool HoldsFramesItself(Qdisc qdisc) => qdisc.Kind is not ("htb" or "prio" or "drr" or "tbf");

    /// <summary>Lines that change each kind without making its limit smaller; those that cannot be changed (sfq) or empty their queue then (red), as in Linux, have none.</summary>
    private static string[] ChangesOf(Qdisc qdisc)
    {
        var place = qdisc.Parent == TcHandle.Root ? "root" : "parent " + TcHandle.Format(qdisc.Parent);
        var handle = FormattableString.Invariant($"{qdisc.Handle >> 16:x}:");
        string Line(string options) => $"qdisc change dev va {place} handle {handle} {qdisc.Kind} {options}";
        return qdisc.Kind switch
        {
            "htb" => [.. ((IClassfulQdisc)qdisc).Classes.Select(c => $"class change dev va parent {handle} classid {TcHandle.Format(c.ClassId)} htb rate 1mbit ceil 3mbit burst 4000 quantum 2000")],
            "drr" => [.. ((IClassfulQdisc)qdisc).Classes.Select(c => $"class change dev va parent {handle} classid {TcHandle.Format(c.ClassId)} drr quantum 700")],
            "prio" => [Line(FormattableString.Invariant($"bands {((IClassfulQdisc)qdisc).Classes.Count()} priomap {string.Join(' ', Enumerable.Repeat("1", 16))}"))],
            "tbf" => [Line("rate 3mbit burst 4000 limit 100000")],
            "netem" => [Line("delay 5ms limit 500")],
            "pfifo" => [Line("limit 300")],
            "bfifo" => [Line("limit 100000")],
            "pfifo_head_drop" => [Line("limit 10")],
            "fq_codel" or "codel" => [Line("target 20ms limit 500")],
            // A change of red makes it a new queue, on Linux too: rule RED-01, RedTests.
            _ => [],
        };
    }
}
