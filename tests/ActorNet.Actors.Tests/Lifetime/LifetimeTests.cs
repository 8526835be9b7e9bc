using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using Shouldly;
using Xunit;

namespace ActorNet.Actors.Tests.Lifetime;

/// <summary>Ends of devices in the middle of traffic, one by one.</summary>
public sealed class LifetimeTests
{
    [Fact]
    [Trait("rule", "IFB-39"), Trait("rule", "DEV-07")]
    public void Frames_on_their_way_to_a_queue_whose_ifb_ended_are_freed()
    {
        // Found by UnderFireTests: with this seed the IFB ends between its device's turn and its queue's turn.
        using var lab = Redirecting(seed: 803689724);
        foreach (var line in new[] { "ip link del d0", "ip link add ifb0 type ifb", "ip link del ifb0", "ip link set p0 netns y" }) lab.Tell("x", line);
        lab.Arrive(lab.Wires[2], 36);
        lab.Arrive(lab.Wires[0], 32);

        lab.Finish();
    }

    [Fact]
    [Trait("rule", "IFB-39"), Trait("rule", "IFB-38")]
    public void Frames_that_wait_for_a_drain_end_with_the_ifb()
    {
        using var lab = Redirecting();
        lab.Lab.Ask<Done>(new ToNamespace("x", new HoldDrains("ifb0", Hold: true, Owner: 1)));
        lab.Arrive(lab.Wires[0], 10);
        lab.Run();
        var waiting = Rq(lab);

        lab.Lab.Sh("x", "ip link set ifb0 down");
        var down = Rq(lab);
        lab.Lab.Sh("x", "ip link del ifb0");

        (waiting, down).ShouldBe((10, 10), "closing purges nothing");
        lab.Lab.Snapshot().Drops["IfbPurged"].ShouldBe(10);
        lab.Finish();
    }

    [Theory]
    [Trait("rule", "MIR-21"), Trait("rule", "DEV-07")]
    [InlineData("ip link del ifb0")]
    [InlineData("ip link set ifb0 netns y")]
    [InlineData("ip link set ifb0 down")]
    public void A_target_that_goes_in_the_middle_of_a_burst_loses_frames_by_name_of_the_reason_only(string line)
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            using var lab = Redirecting(seed);
            for (var burst = 0; burst < 6; burst++)
            {
                lab.Arrive(lab.Wires[0], 20);
                if (burst == 3) lab.Tell("x", line);
            }

            lab.Finish();
        }
    }

    [Fact]
    [Trait("rule", "IFB-12"), Trait("rule", "IFB-16"), Trait("rule", "IFB-17"), Trait("rule", "DEV-07")]
    public void A_namesake_gets_nothing_that_was_meant_for_the_one_before()
    {
        using var lab = Redirecting();
        lab.Lab.Sh("x", "tc qdisc add dev ifb0 root tbf rate 8kbit burst 1600 limit 100000");
        lab.Arrive(lab.Wires[0], 60);
        lab.Run();
        var passed = lab.Origin.Delivered;
        lab.Lab.Sh("x", "ip link del p0");

        lab.AddPort("x", "p0");
        lab.Advance(10_000);

        passed.ShouldBeInRange(1, 59);
        lab.Wires[^1].Device.GetStats().RxPackets.ShouldBe(0);
        lab.Lab.Snapshot().Drops["IfbNoDevice"].ShouldBe(60 - passed);
        lab.Finish();
    }

    [Fact]
    [Trait("rule", "DEV-09"), Trait("rule", "DEV-07")]
    public void A_namespace_that_ends_in_traffic_takes_its_devices_and_their_other_ends()
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            using var lab = Redirecting(seed);
            lab.Lab.Sh("x", "ip netns add z", "ip link add near type veth peer name far netns z", "ip link set near up", "ip -n z link set far up");
            lab.Arrive(lab.Wires[1], 20);
            lab.Tell("x", "ip link set p1 netns z");
            lab.Arrive(lab.Wires[1], 20);
            lab.Inject("x", "near", 30);
            lab.Tell("x", "ip netns del z");
            lab.Arrive(lab.Wires[1], 20);
            lab.Inject("x", "near", 30);
            lab.Run();

            lab.Space("x").Find("near").ShouldBeNull();
            lab.Wires[1].Device.RegState.ShouldBe(RegState.Released);
            lab.Finish();
        }
    }

    [Fact]
    [Trait("rule", "DEV-07")]
    public void A_device_that_is_used_lives_on_without_name_and_its_actor_frees_what_still_comes()
    {
        using var lab = Redirecting();
        var old = lab.Wires[0].Device;
        lab.Hold(old);
        var before = lab.Lab.Snapshot().Actors;

        lab.Lab.Sh("x", "ip link del p0");
        lab.Arrive(lab.Wires[0], 5);
        lab.AddPort("x", "p0");
        lab.Advance(25_000);

        (old.RegState, lab.Space("x").Get("p0")).ShouldBe((RegState.Unregistered, lab.Wires[^1].Device));
        lab.Lab.Snapshot().Actors.ShouldBe(before + 1, "the one that waits still has its actor");
        lab.Space("x").Work.Todo.Warnings.ShouldBe(2);
        lab.Lab.Snapshot().Drops["DeviceGone"].ShouldBe(5);
        lab.PutOne();
        lab.Run();
        (old.RegState, lab.Lab.Snapshot().Actors).ShouldBe((RegState.Released, before));
        lab.Finish();
    }

    [Fact]
    [Trait("rule", "DEV-09")]
    public void A_socket_whose_device_moved_away_sends_nothing_that_nobody_forwards()
    {
        // Found by TwoLoopsTests: the send waits at the actor that the device had before it moved and came up again.
        for (var seed = 1UL; seed <= 300; seed++)
        {
            using var lab = Redirecting(seed);
            lab.Lab.Sh("x", "ip netns add z", "ip link add va type veth peer name vb", "ip link set va up", "ip link set vb up");
            for (var i = 0; i < 4; i++) lab.Inject("x", "vb", 5);
            foreach (var line in new[] { "ip link set vb netns z", "ip -n z link set vb up" }) lab.Tell("x", line);
            for (var i = 0; i < 4; i++) lab.Inject("x", "vb", 5);
            lab.Run();

            lab.Finish();
        }
    }

    [Fact]
    [Trait("rule", "DEV-09"), Trait("rule", "IFB-07"), Trait("rule", "IFB-46")]
    public void A_drain_that_is_pending_goes_on_where_the_ifb_went()
    {
        for (var seed = 1UL; seed <= 100; seed++)
        {
            using var lab = Redirecting(seed);
            lab.Arrive(lab.Wires[0], 20);
            lab.Tell("x", "ip link set ifb0 netns y");
            lab.Arrive(lab.Wires[0], 20);
            lab.Run();

            var queue = lab.Lab.Ask<IfbQueues>(new ToNamespace("y", new QueryIfbQueues("ifb0"))).Queues[0];
            (queue.Rq, queue.Tq, queue.Pending).ShouldBe((0, 0, false), $"seed {seed}");
            lab.Finish();
        }
    }

    [Fact]
    [Trait("rule", "DEV-07")]
    public void Coming_and_going_a_thousand_times_leaves_no_actor()
    {
        using var lab = Redirecting();
        var before = lab.Lab.Snapshot().Actors;

        for (var i = 0; i < 1000; i++)
        {
            lab.Tell("x", "ip link add ifb5 numtxqueues 3 type ifb");
            lab.Tell("x", "ip link set ifb5 up");
            lab.Tell("x", "ip link del ifb5");
            if (i % 10 == 0) lab.Run();
        }

        lab.Run();
        lab.Lab.Snapshot().Actors.ShouldBe(before);
        lab.Finish();
    }

    /// <summary>Endpoints p0, p1 and p2; what arrives at p0 goes to ifb0 and comes back.</summary>
    private static FireLab Redirecting(ulong seed = 0)
    {
        var lab = new FireLab(seed, "x", "y");
        foreach (var name in new[] { "p0", "p1", "p2" }) lab.AddPort("x", name);
        lab.Run();
        lab.Lab.Sh(
            "x", "ip link add ifb0 type ifb", "ip link set ifb0 up", "tc qdisc add dev p0 clsact",
            "tc filter add dev p0 ingress matchall action mirred egress redirect dev ifb0");
        return lab;
    }

    private static int Rq(FireLab lab) => lab.Lab.Ask<IfbQueues>(new ToNamespace("x", new QueryIfbQueues("ifb0"))).Queues[0].Rq;
}
