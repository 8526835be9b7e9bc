using ActorNet.Core.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Networks;

/// <summary>Things that go wrong because a test wants it, and the lab that goes on.</summary>
public sealed class FaultTests
{
    [Fact]
    public void The_nth_frame_of_a_host_gets_lost_and_no_other()
    {
        using var lab = Lab.Start(Plans.Line);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        alice.Ping(bob, count: 1).Lost.ShouldBe(0);

        var loss = lab.Drop("alice", nth: 3);
        var before = alice.Report.FramesOut;
        alice.Ping(bob, count: 5);

        loss.Dropped.ShouldBe(1);
        loss.Seen.ShouldBe(alice.Report.FramesOut - before);
        lab.Counters["alice"].RxPackets.ShouldBe(alice.Report.FramesOut - 1);
        lab.Counters.Dropped(DropReason.FaultInjected).ShouldBe(1);
    }

    [Fact]
    public void What_comes_to_a_host_can_get_lost_on_its_wire()
    {
        using var lab = Lab.Start(Plans.Line);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        alice.Ping(bob, count: 1).Lost.ShouldBe(0);

        lab.Drop("alice", f => f.Icmp is { Type: 0 }, count: 2, way: FrameWay.Received);

        alice.Ping(bob, count: 5).Lost.ShouldBe(2);
        bob.Report.EchoesAnswered.ShouldBe(6);
    }

    [Fact]
    public void Frames_get_lost_on_a_cable_until_the_loss_ends()
    {
        using var lab = Lab.Start(Plans.Line);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        alice.Ping(bob, count: 1).Lost.ShouldBe(0);

        using (lab.Drop("left:uplink", f => f.Icmp is not null)) alice.Ping(bob, count: 3).Received.ShouldBe(0);

        alice.Ping(bob, count: 3).Lost.ShouldBe(0);
        lab.Counters["right:uplink"].RxPackets.ShouldBe(lab.Counters["left:uplink"].TxPackets);
    }

    [Fact]
    public void A_cable_that_loses_more_frames_than_it_has_room_for_goes_on()
    {
        using var lab = Lab.Build(b => b
            .Host("alice", "10.0.0.1/24").Host("bob", "10.0.0.2/24")
            .Box("left", box => box.Port("alice").Setup("ip link add br0 type bridge\nip link set alice master br0\nip link set x master br0\nip link set br0 up"))
            .Box("right", box => box.Port("bob").Setup("ip link add br0 type bridge\nip link set bob master br0\nip link set x master br0\nip link set br0 up"))
            .Link("left:x", "right:x"));
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        using (var loss = lab.Drop("left:x", _ => true))
        {
            alice.StartPing(bob.Address, count: 1);
            for (var i = 0; i < 15; i++) lab.Simulation.Ask(new Actors.ToNamespace("left", new Actors.Messages.Inject("x", [.. Enumerable.Repeat((ReadOnlyMemory<byte>)new byte[60], 100)])));
            loss.Dropped.ShouldBeGreaterThanOrEqualTo(1500);
        }

        alice.Ping(bob).Lost.ShouldBe(0);
    }

    [Fact]
    public void A_link_goes_down_and_up_when_it_was_told_to()
    {
        using var lab = Lab.Start(Plans.Line);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        alice.Ping(bob, count: 1).Lost.ShouldBe(0);
        var begin = lab.Elapsed;
        lab.LinkDown("left:uplink", at: begin + 2500.Milliseconds());
        lab.LinkUp("left:uplink", at: begin + 4500.Milliseconds());

        var ping = alice.Ping(bob, count: 6);

        ping.Lost.ShouldBe(2);
    }

    [Fact]
    public void A_link_is_taken_down_with_both_its_ends()
    {
        using var lab = Lab.Start(Plans.Line);

        lab.LinkDown("left--right");

        lab.Counters["left:uplink"].IsUp.ShouldBeFalse();
        lab.Counters["right:uplink"].IsUp.ShouldBeFalse();
        lab.LinkUp("right--left");
        lab.Host("alice").Ping(lab.Host("bob")).Lost.ShouldBe(0);
    }

    [Fact]
    public void A_refusal_of_a_command_that_was_put_off_is_not_lost()
    {
        using var lab = Lab.Start(Plans.Line);
        lab.LinkDown("left:uplink", at: 1.Seconds());
        lab.Run("ip -n left link del uplink");

        Should.Throw<LabFailureException>(() => lab.Advance(2.Seconds())).Message.ShouldContain("Cannot find device \"uplink\"");
    }

    [Fact]
    public void A_device_whose_actor_throws_goes_on()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        alice.Ping(bob).Lost.ShouldBe(0);

        lab.Crash("lab:ifb0");
        lab.Crash("lab:ifb0", queue: 0);

        alice.Ping(bob).Lost.ShouldBe(0);
    }

    [Fact]
    public void Hosts_that_are_parted_do_not_hear_each_other_until_healed()
    {
        using var lab = Lab.FromText("""
            hosts { ann { address = "10.0.0.1/24" }, ben { address = "10.0.0.2/24" }, cid { address = "10.0.0.3/24" } }
            boxes { sw { ports = [ann, ben, cid], setup = "ip link add br0 type bridge\nip link set ann master br0\nip link set ben master br0\nip link set cid master br0\nip link set br0 up" } }
            """);
        var (ann, ben, cid) = (lab.Host("ann"), lab.Host("ben"), lab.Host("cid"));

        using (lab.Partition("ann", "ben"))
        {
            ann.Ping(ben).Received.ShouldBe(0);
            ben.Ping(ann).Received.ShouldBe(0);
            ann.Ping(cid).Lost.ShouldBe(0);
            cid.Ping(ben).Lost.ShouldBe(0);
        }

        ann.Ping(ben).Lost.ShouldBe(0);
    }

    [Fact]
    public void Boxes_can_be_parted()
    {
        using var lab = Lab.Start(Plans.Line);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));

        using (lab.Partition("left", "right")) alice.Ping(bob).Received.ShouldBe(0);

        alice.Ping(bob).Lost.ShouldBe(0);
    }

    [Fact]
    public void What_a_host_was_doing_when_it_crashed_does_not_end_well()
    {
        using var lab = Lab.Start(Plans.Line);
        var ping = lab.Host("alice").StartPing(lab.Host("bob").Address, count: 10);
        lab.Advance(2500.Milliseconds());

        lab.Crash("alice");

        Should.Throw<LabFailureException>(ping.Wait).Message.ShouldContain("alice: ping: ");
    }
}
