using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Property = ActorNet.Core.Tests.Frames.Property;

namespace ActorNet.Core.Tests.Tc;

public sealed class PoliceActionTests
{
    private const long Millisecond = 1_000_000;
    private const long Second = 1000 * Millisecond;
    private const int NanosecondsPerTick = 64;

    /// <summary>Frames of random length at random times.</summary>
    private static Gen<(long Wait, int Length)[]> Traffic =>
        from count in Gen.Choose(1, 80)
        from frames in (from wait in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 2000)), (1, Gen.Choose(0, 2_000_000)))
                        from length in Gen.Choose(60, 1514)
                        select (1000L * wait, length)).ArrayOf(count)
        select frames;

    /// <summary>Rates whose nanoseconds a byte are whole.</summary>
    private static Gen<PoliceSpec> Policers =>
        from rate in Gen.Elements(1000UL, 10_000UL, 100_000UL, 1_000_000UL)
        from burst in Gen.Choose(100, 20_000)
        from faster in Gen.Elements(0UL, 10UL)
        select new PoliceSpec
        {
            Rate = rate,
            BurstTicks = (uint)((ulong)burst * (ulong)Second / rate / NanosecondsPerTick),
            PeakRate = rate * faster,
            Mtu = faster == 0 ? 0u : 1514u,
            Control = new TcControl(TcVerdict.Shot),
        };

    [Fact]
    [Trait("rule", "POL-01")]
    public void A_burst_passes_and_then_what_the_rate_lets_pass()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 matchall action police rate 8kbit burst 1000 drop");

        lab.X(15, 100).ShouldBe(10);
        lab.Lab.Advance(99 * Millisecond);
        lab.X(1, 100).ShouldBe(0);
        lab.Lab.Advance(1 * Millisecond);
        lab.X(2, 100).ShouldBe(1);

        var stats = lab.Action(lab.A, kind: "police").Stats;
        (stats.Packets, stats.Bytes, stats.Drops, stats.Overlimits).ShouldBe((18, 1800, 7, 7));
    }

    [Fact]
    [Trait("rule", "POL-02")]
    public void A_change_fills_the_bucket()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 matchall action police rate 80bit burst 300 drop index 5");

        lab.X(5, 100).ShouldBe(3);
        TcRun(lab, "actions change action police rate 80bit burst 200 drop index 5");

        lab.X(5, 100).ShouldBe(2);
    }

    [Fact]
    [Trait("rule", "POL-04")]
    public void A_bucket_of_frames_begins_empty_and_holds_no_more_than_its_burst()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 matchall action police pkts_rate 10 pkts_burst 3 drop");

        lab.X(2, 100).ShouldBe(0);
        lab.Lab.Advance(100 * Millisecond);
        lab.X(2, 1514).ShouldBe(1);
        lab.Lab.Advance(10 * Second);
        lab.X(5, 60).ShouldBe(3);
    }

    [Fact]
    [Trait("rule", "POL-01"), Trait("rule", "POL-03")]
    public void Random_frames_pass_as_a_model_says_that_adds_up_every_interval()
    {
        var cases = from spec in Policers from frames in Traffic select (spec, frames);
        Property.Holds(cases, c =>
        {
            using var lab = new TcBench();
            var policer = (PoliceAction)c.spec.Create(lab.A);
            var model = new IntervalModel(c.spec, lab.Lab.Now);
            foreach (var (wait, length) in c.frames)
            {
                lab.Lab.Advance(wait);
                var skb = lab.Lab.Frame(length);
                skb.QdiscPktLen = length;
                var context = new TcContext { Device = lab.Va, AtIngress = false, Now = lab.Lab.Now };

                policer.Run(skb, ref context).ShouldBe(model.Passes(length, lab.Lab.Now) ? TcVerdict.Ok : TcVerdict.Shot);

                skb.Free(DropReason.Consumed);
            }

            policer.Stats.Packets.ShouldBe(c.frames.Length);
            policer.Stats.Drops.ShouldBe(policer.Stats.Overlimits);
        }, count: 60);
    }

    [Fact]
    [Trait("rule", "POL-03")]
    public void Rates_of_more_than_32_bits_are_kept()
    {
        using var lab = new TcBench();
        TcRun(lab, "actions add action police rate 100gbit burst 10mb drop index 1");

        var spec = ((PoliceAction)lab.Action(lab.A, kind: "police")).Spec;

        spec.Rate.ShouldBe(12_500_000_000UL);
        TcRun(lab, "actions ls action police").ShouldContain("rate 100Gbit burst 10462500b");
    }

    [Theory]
    [Trait("rule", "POL-05")]
    [InlineData("6.1", 500, false)]
    [InlineData("6.1", 501, true)]
    [InlineData("5.14", 514, false)]
    [InlineData("5.14", 515, true)]
    public void The_longest_frame_is_measured_with_its_header_since_5_18(string kernel, int size, bool isDropped)
    {
        using var lab = new TcBench(KernelProfile.Find(kernel));
        lab.Tc(lab.B, "qdisc add dev vb clsact", "filter add dev vb ingress protocol all prio 1 matchall action police mtu 500 drop");

        lab.X(1, size);

        lab.Action(lab.B, kind: "police").Stats.Drops.ShouldBe(isDropped ? 1 : 0);
    }

    [Fact]
    [Trait("rule", "POL-06")]
    public void Who_makes_one_that_hardware_could_not_do_is_warned_since_5_17()
    {
        using var lab = new TcBench();
        using var old = new TcBench(KernelProfile.Linux514);

        Errors(lab, "actions add action police mtu 1k").ShouldBe("Warning: act_api: Failed to setup tc actions for offload.\n");
        Errors(lab, "actions add action police mtu 1k drop").ShouldBeEmpty();
        Errors(old, "actions add action police mtu 1k").ShouldBeEmpty();
    }

    private static string TcRun(TcBench lab, string line) => Answer(lab, line).Output;

    private static string Errors(TcBench lab, string line) => Answer(lab, line).Error;

    private static CommandResult Answer(TcBench lab, string line) => new Iproute2Session(lab.Lab.Lab).ExecuteLine("a", "tc " + line);

    /// <summary>
    /// What token buckets mean, without buckets: a frame passes if no interval that ends with it, begun at the start or at a frame that passed, carried more than burst
    /// and rate allow.
    /// </summary>
    private sealed class IntervalModel
    {
        private readonly List<(long At, decimal Bytes)> _passed = [];
        private readonly PoliceSpec _spec;
        private readonly long _start;

        public IntervalModel(PoliceSpec spec, Instant start) => (_spec, _start) = (spec, start.Nanoseconds);

        public bool Passes(int length, Instant now)
        {
            var at = now.Nanoseconds;
            var burst = (decimal)_spec.BurstTicks * NanosecondsPerTick * _spec.Rate / Second;
            var passes = Fits(at, length, _spec.Rate, burst) && (_spec.PeakRate == 0 || Fits(at, length, _spec.PeakRate, _spec.Mtu));
            if (passes) _passed.Add((at, length));
            return passes;
        }

        private bool Fits(long at, int length, ulong rate, decimal burst)
        {
            var sum = (decimal)length;
            if (sum > burst) return false;
            for (var i = _passed.Count - 1; i >= 0; i--)
            {
                sum += _passed[i].Bytes;
                if (sum > burst + ((at - _passed[i].At) * (decimal)rate / Second)) return false;
            }

            return sum <= burst + ((at - _start) * (decimal)rate / Second);
        }
    }
}
