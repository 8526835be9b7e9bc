using ActorNet.Actors.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Actors.Tests;

/// <summary>The path of design: port alice, ingress redirect to ifb0, its queue's actor, re-injection, bridge, port bob.</summary>
public sealed class IfbPathTests : IDisposable
{
    private readonly VirtualLab _lab = new();
    private readonly ListWire _alice;
    private readonly ListWire _bob;

    public IfbPathTests()
    {
        _lab.AddNamespace("lab");
        _alice = _lab.AddPort("lab", "alice");
        _bob = _lab.AddPort("lab", "bob");
        _lab.Sh(
            "lab",
            "ip link add br0 type bridge", "ip link set alice master br0", "ip link set bob master br0", "ip link set br0 up",
            "ip link add ifb0 type ifb", "ip link set ifb0 up",
            "tc qdisc add dev alice clsact", "tc filter add dev alice ingress matchall action mirred egress redirect dev ifb0");
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "IFB-46")]
    public void Redirected_frame_keeps_its_order()
    {
        for (var i = 0; i < 1000; i++)
        {
            _alice.Arrive(i);
            if (i % 7 != 0) continue;
            _alice.EndOfBurst();
            _lab.Run();
        }

        _alice.EndOfBurst();
        _lab.Run();

        _bob.Marks.ShouldBe(Enumerable.Range(0, 1000));
        _lab.S("lab", "ifb0").ShouldBe("rx 1000/100000/0 tx 1000/100000/0");
        _lab.S("lab", "alice").ShouldBe("rx 1000/100000/0 tx 0/0/0");
        _lab.S("lab", "bob").ShouldBe("rx 0/0/0 tx 1000/100000/0");
    }

    [Fact]
    [Trait("rule", "TBF-03"), Trait("rule", "IFB-14")]
    public void A_shaper_on_the_ifb_holds_frames_until_their_time()
    {
        _lab.Sh("lab", "tc qdisc add dev ifb0 root tbf rate 800kbit burst 2000 limit 100000");

        for (var i = 0; i < 50; i++) _alice.Arrive(i, size: 1000);
        _alice.EndOfBurst();
        _lab.Run();
        _bob.Marks.Count.ShouldBe(2);
        _lab.Advance(TimeSpan.FromMilliseconds(100));
        _bob.Marks.Count.ShouldBe(12);
        _lab.Advance(TimeSpan.FromMilliseconds(380));

        _bob.Marks.ShouldBe(Enumerable.Range(0, 50));
    }

    [Fact]
    [Trait("rule", "IFB-06"), Trait("rule", "IFB-24")]
    public void A_burst_beyond_the_queue_stops_it_and_the_drain_wakes_it()
    {
        _lab.Sh("lab", "ip link set ifb0 txqueuelen 4");

        for (var i = 0; i < 20; i++) _alice.Arrive(i);
        _alice.EndOfBurst();
        _lab.Run();

        _bob.Marks.ShouldBe(Enumerable.Range(0, 10));
        var ifb = _lab.Device("lab", "ifb0");
        (ifb.QdiscStats.Drops, ifb.QdiscStats.Requeues).ShouldBe((10, 1));
        _lab.Snapshot().Namespaces[0].Actions[0].Stats.Overlimits.ShouldBe(10);
    }

    [Fact]
    public void A_full_wire_holds_frames_and_loses_none()
    {
        _bob.Room = 3;
        for (var i = 0; i < 20; i++) _alice.Arrive(i);
        _alice.EndOfBurst();
        _lab.Run();
        _bob.Marks.Count.ShouldBe(3);
        _lab.Device("lab", "bob").QLen.ShouldBe(17);

        _bob.Room = 100;
        _bob.Writable();
        _lab.Run();

        _bob.Marks.ShouldBe(Enumerable.Range(0, 20));
    }

    [Fact]
    [Trait("rule", "IFB-39"), Trait("rule", "MIR-21")]
    public void Deleting_the_ifb_under_load_leaks_nothing()
    {
        _lab.Sh("lab", "tc qdisc add dev ifb0 root tbf rate 80kbit burst 2000 limit 100000");
        for (var i = 0; i < 50; i++) _alice.Arrive(i, size: 1000);
        _alice.EndOfBurst();
        _lab.Run();
        for (var i = 0; i < 50; i++) _alice.Arrive(i, size: 1000);
        _alice.EndOfBurst();

        _lab.Sh("lab", "ip link del ifb0");
        _lab.Run();

        _lab.Snapshot().FramesOutstanding.ShouldBe(0);
        _alice.Arrive(7);
        _alice.EndOfBurst();
        _lab.Run();
        _lab.Snapshot().FramesOutstanding.ShouldBe(0);
    }

    [Fact]
    public void A_million_frames_are_all_accounted_for()
    {
        const int total = 1_000_000;
        _bob.Keeps = false;
        for (var sent = 0; sent < total; sent += 50)
        {
            for (var i = 0; i < 50; i++) _alice.Arrive(sent + i, size: 60);
            _alice.EndOfBurst();
            _lab.Run();
        }

        var snapshot = _lab.Snapshot();
        var dropped = snapshot.Drops.Values.Sum();
        (_bob.Written + dropped + snapshot.FramesOutstanding).ShouldBe(total);
        snapshot.FramesOutstanding.ShouldBe(0);
        _bob.Written.ShouldBe(total);
    }

    [Fact]
    public void Frames_cross_without_allocating()
    {
        _bob.Keeps = false;
        Cross(2_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Cross(2_000);

        var perFrame = (GC.GetAllocatedBytesForCurrentThread() - before) / (2_000.0 * 32);
        perFrame.ShouldBeLessThan(0.01);
    }

    private void Cross(int bursts)
    {
        for (var b = 0; b < bursts; b++)
        {
            for (var i = 0; i < 32; i++) _alice.Arrive(i, size: 60);
            _alice.EndOfBurst();
            _lab.Run();
        }
    }
}
