using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Core.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Networks;

/// <summary>The checks at the end of a lab: they find what is wrong, and nothing else.</summary>
public sealed class ConservationTests
{
    [Fact]
    public void Frames_that_wait_in_queues_are_no_leak()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        alice.Ping(bob, count: 1);
        lab.Run("tc qdisc change dev ifb0 root tbf rate 8kbit burst 2kb latency 5s");
        lab.Run("tc qdisc add dev bob root netem delay 1s");
        var ping = alice.StartPing(bob.Address, count: 20, interval: 1.Milliseconds());
        lab.Advance(500.Milliseconds());

        lab.Counters.Queued.ShouldBeGreaterThan(5);
        lab.CheckConservation();
        ping.IsDone.ShouldBeFalse();
    }

    [Fact]
    public void A_frame_that_nobody_has_is_found()
    {
        var forgotten = new LabSnapshot([Box(Device("eth0", qlen: 2))], new Dictionary<string, long>(), FramesOutstanding: 5, PoolExhausted: 0) { Actors = 1 };

        ConservationCheck.AtRest(forgotten).ShouldHaveSingleItem().ShouldBe("5 frames are neither delivered nor dropped, but the queues hold 2: 3 have been forgotten.");
    }

    [Fact]
    public void An_ifb_that_gives_less_than_it_took_is_found()
    {
        var ifb = Device("ifb0", qlen: 0, new IfbQueueSnapshot(0, Arrived: 9, Reinjected: 7, Rq: 1, Tq: 0));
        var snapshot = new LabSnapshot([Box(ifb)], new Dictionary<string, long>(), FramesOutstanding: 1, PoolExhausted: 0) { Actors = 2 };

        ConservationCheck.AtRest(snapshot).ShouldHaveSingleItem().ShouldBe("lab:ifb0 took 9 frames, sent 7 back, dropped 0 and holds 1.");
    }

    [Fact]
    public void An_actor_that_is_missing_is_found()
    {
        var snapshot = new LabSnapshot([Box(Device("eth0", qlen: 0), Device("eth1", qlen: 0))], new Dictionary<string, long>(), 0, 0) { Actors = 1 };

        ConservationCheck.AtRest(snapshot).ShouldHaveSingleItem().ShouldBe("1 actors live, but the devices and their queues need 2.");
        ConservationCheck.WhenEmpty(snapshot).ShouldHaveSingleItem().ShouldBe("1 actors live on after all devices were removed.");
    }

    [Fact]
    public void A_frame_kept_from_the_pool_fails_the_lab_at_its_end()
    {
        var lab = Lab.Start(Plans.Shaping);
        var thief = new Thief();
        lab.Simulation.Ask(new Actors.ToNamespace("lab", new AttachPort("stolen", 1, sink => thief.Steal(sink))));

        Should.Throw<LabFailureException>(lab.CheckConservation).Message.ShouldContain("1 frames are neither delivered nor dropped");
        Should.Throw<LabFailureException>(lab.Dispose).Message.ShouldContain("1 frames did not come back to the pool after all devices were removed.");
        Should.NotThrow(lab.Dispose);
    }

    [Fact]
    public void Frames_whose_last_station_is_no_end_are_the_ones_to_look_at()
    {
        var trace = new LabTrace(room: 100);
        void Hop(ulong frame, FrameStep step) => trace.Add(new TracedHop(default, frame, "lab", "eth0", step, "", 60));
        foreach (var step in new[] { FrameStep.Drop, FrameStep.Up, FrameStep.Transmit, FrameStep.Enqueue, FrameStep.Queue }) Hop((ulong)step + 100, step);
        Hop(1, FrameStep.Receive);
        Hop(2, FrameStep.Receive);
        Hop(3, FrameStep.Reinject);
        Hop(1, FrameStep.Bridge);
        Hop(2, FrameStep.Drop);

        trace.Unfinished(5).ShouldBe([1, 3]);
        trace.Unfinished(1).ShouldBe([1]);
    }

    [Fact]
    public void An_actor_that_throws_unasked_fails_the_lab_at_its_end()
    {
        var lab = Lab.Start(Plans.Shaping);
        lab.Simulation.Ask(new Actors.ToNamespace("lab", new AttachPort("bad", 1, _ => new BadWire())));
        lab.Run("ip link set bad up");
        Should.Throw<Labs.LabException>(() => lab.Simulation.Ask(new Actors.ToNamespace("lab", new Inject("bad", [new byte[60]]))));

        Should.Throw<LabFailureException>(lab.Dispose).Message.ShouldContain("out of paper");
    }

    [Fact]
    public void What_the_test_met_before_is_said_together_with_what_the_check_found()
    {
        var failure = Should.Throw<LabFailureException>(() =>
        {
            using var lab = Lab.Start(Plans.Shaping);
            lab.Simulation.Ask(new Actors.ToNamespace("lab", new AttachPort("stolen", 1, sink => new Thief().Steal(sink))));
            1.ShouldBe(2);
        });

        failure.Message.ShouldContain("1 frames did not come back");
        failure.Message.ShouldContain("Before that the test met ShouldAssertException");
        failure.InnerException.ShouldBeOfType<ShouldAssertException>();
    }

    [Fact]
    public async Task A_lab_can_be_used_from_one_thread_after_another()
    {
        using var lab = Lab.Start(Plans.Line);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));

        for (var i = 0; i < 5; i++)
        {
            await Task.Factory.StartNew(() => alice.Ping(bob).Lost.ShouldBe(0), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            lab.CheckConservation();
        }
    }

    private static NamespaceSnapshot Box(params DeviceSnapshot[] devices) => new("lab", devices, []);

    private static DeviceSnapshot Device(string name, int qlen, params IfbQueueSnapshot[] queues) =>
        new(name, "dummy", IsUp: true, default, "pfifo", default(QdiscStats), qlen, queues);

    private sealed class Thief
    {
        public BadWire Steal(IWireSink sink)
        {
            sink.Pool.Rent(60).ShouldNotBeNull();
            return new BadWire();
        }
    }

    internal sealed class BadWire : IWire
    {
        public DeviceFeatures Offloads => DeviceFeatures.None;

        public WireStatus Write(Core.Frames.SkBuff skb, int queue) => throw new InvalidOperationException("out of paper");
    }
}
