using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>htb on random class trees and random traffic against a model that looks at every class afresh.</summary>
public sealed class HtbPropertyTests
{
    private const int MostClasses = 12;

    private static readonly FsCheck.Gen<HtbSpec> Spec =
        from parent in Gen.Choose(-2, MostClasses)
        from rate in Gen.Choose(100, 100_000)
        from more in Gen.Elements(0, 0, 1000, 50_000)
        from burst in Gen.Choose(60, 5000)
        from ceilBurst in Gen.Choose(60, 5000)
        from priority in Gen.Choose(0, 2)
        from quantum in Gen.Choose(60, 3000)
        select new HtbSpec(parent, (ulong)rate, (ulong)(rate + more), (uint)burst, (uint)ceilBurst, (uint)priority, (uint)quantum);

    private static readonly FsCheck.Gen<(HtbSpec[] Classes, (int Pause, int Leaf, int Size)[] Arrivals)> Runs =
        from count in Gen.Choose(1, MostClasses)
        from specs in Spec.ArrayOf(count)
        from arrivals in Gen.Choose(0, 300).Zip(Gen.Choose(0, MostClasses)).Zip(Gen.Choose(60, 1514)).ArrayOf(120)
        select (specs.Select((s, i) => s with { Parent = s.Parent < i ? Math.Max(s.Parent, -1) : i - 1 }).ToArray(),
            arrivals.Select(a => (a.Item1.Item1, a.Item1.Item2, a.Item2)).ToArray());

    [Fact]
    [Trait("rule", "HTB-04")]
    [Trait("rule", "HTB-05")]
    [Trait("rule", "HTB-07")]
    public void Sends_when_and_from_whom_a_slow_model_allows() => Property.Holds(Runs, run =>
    {
        if (TooDeep(run.Classes)) return;
        using var pool = new HtbRun(run.Classes);
        foreach (var (pause, leaf, size) in run.Arrivals)
        {
            pool.PassUntil(pool.Now.Plus(pause * 1_000_000L));
            pool.Arrive(leaf, size);
        }

        pool.PassUntil(Instant.Never);
        pool.Qdisc.QLen.ShouldBe(0);
        pool.Qdisc.Backlog.ShouldBe(0);
    });

    private static bool TooDeep(HtbSpec[] classes)
    {
        int Depth(int i) => i < 0 ? 0 : 1 + Depth(classes[i].Parent);
        return Enumerable.Range(0, classes.Length).Any(i => Depth(i) > HtbModel.Depth);
    }

    private sealed class HtbRun : IDisposable
    {
        private readonly SkBuffPool _pool = new();
        private readonly HtbModel _model;
        private readonly int[] _leaves;

        public HtbRun(HtbSpec[] classes)
        {
            Qdisc = new HtbQdisc(new DummyDevice("d0")) { Handle = 0x10000 };
            Qdisc.Init(new HtbOptions(), Now);
            for (var i = 0; i < classes.Length; i++) Qdisc.ChangeClass(ClassId(i), ParentId(classes[i].Parent), Options(classes[i]), Now);
            _model = new HtbModel(classes, Now);
            _leaves = [.. _model.Leaves];
        }

        public HtbQdisc Qdisc { get; }

        public Instant Now { get; private set; } = new(1_000_000_000);

        public void Arrive(int leaf, int size)
        {
            var number = _leaves[leaf % _leaves.Length];
            var skb = _pool.Rent(size)!;
            skb.QdiscPktLen = size;
            skb.Priority = ClassId(number);
            skb.Mark = (uint)number;
            Qdisc.Enqueue(skb, Now).ShouldBe(XmitResult.Success);
            _model.Enqueue(number);
            Send();
        }

        /// <summary>Wakes up when the discipline wants it, and looks whether the model wanted it too.</summary>
        public void PassUntil(Instant end)
        {
            while (Qdisc.QLen > 0 && Qdisc.NextDeadline is var due && due <= end && due < Instant.Never)
            {
                due.ShouldBeGreaterThan(Now);
                due.ShouldBeLessThanOrEqualTo(_model.Next(Now), "a leaf could have sent before the discipline woke up");
                Now = due;
                Send();
            }

            if (end < Instant.Never) Now = end;
            if (Qdisc.QLen > 0) Qdisc.NextDeadline.ShouldBeGreaterThan(Now);
        }

        public void Dispose()
        {
            Qdisc.Destroy(Now);
            _pool.Outstanding.ShouldBe(0);
        }

        private static uint ClassId(int number) => 0x10000 + 16 + (uint)number;

        private static uint ParentId(int number) => number < 0 ? 0x10000 : ClassId(number);

        private static HtbClassOptions Options(HtbSpec spec) => new()
        {
            Rate = spec.Rate,
            Ceil = spec.Ceil,
            BurstTicks = HtbModel.Ticks(spec.Rate, spec.Burst),
            CeilBurstTicks = HtbModel.Ticks(spec.Ceil, spec.CeilBurst),
            Priority = spec.Priority,
            Quantum = spec.Quantum,
        };

        private void Send()
        {
            while (Qdisc.Dequeue(Now) is { } skb)
            {
                _model.Candidates(Now).ShouldContain((int)skb.Mark);
                _model.Sent((int)skb.Mark, skb.QdiscPktLen, Now);
                skb.Free(DropReason.Sink);
            }

            _model.Candidates(Now).ShouldBeEmpty("the discipline gave nothing although a leaf may send");
        }
    }
}
