using ActorNet.Actors.Messages;
using ActorNet.Actors.Tests.Harness;
using ActorNet.Core;
using Shouldly;
using Xunit;

namespace ActorNet.Actors.Tests;

/// <summary>Several who watch the same devices: each has recordings of its own, and what one leaves behind is given back.</summary>
public sealed class WatchingTests
{
    private const long One = 1;
    private const long Two = 2;
    private const int MostOwners = 16;

    private static VirtualLab NewLab()
    {
        var lab = new VirtualLab();
        lab.AddNamespace("n");
        lab.Sh("n", "ip link add va address 02:00:00:00:00:01 type veth peer name vb address 02:00:00:00:00:02", "ip link add ifb0 type ifb",
            "ip link set va up", "ip link set vb up", "ip link set ifb0 up", "tc qdisc add dev vb ingress",
            "tc filter add dev vb ingress matchall action mirred egress redirect dev ifb0");
        return lab;
    }

    private static T Ask<T>(VirtualLab lab, object request) => lab.Ask<T>(new ToNamespace("n", request));

    private static void Send(VirtualLab lab, int count) => Ask<Injected>(lab, new Inject("va", [.. Enumerable.Range(0, count).Select(_ => (ReadOnlyMemory<byte>)new byte[60])]));

    [Fact]
    public void Each_has_a_recording_of_its_own_that_begins_when_it_first_asks()
    {
        using var lab = NewLab();
        Ask<Sniffed>(lab, new Sniff("vb", One)).Frames.ShouldBeEmpty();
        Send(lab, 2);

        Ask<Sniffed>(lab, new Sniff("vb", Two)).Frames.ShouldBeEmpty();
        Send(lab, 1);

        Ask<Sniffed>(lab, new Sniff("vb", One)).Frames.Count.ShouldBe(3);
        Ask<Sniffed>(lab, new Sniff("vb", Two)).Frames.Count.ShouldBe(1);
    }

    [Fact]
    public void Nobody_holds_what_another_holds()
    {
        using var lab = NewLab();
        Ask<Done>(lab, new HoldDrains("ifb0", Hold: true, One));

        Ask<Refused>(lab, new HoldDrains("ifb0", Hold: true, Two)).Errno.ShouldBe(Errno.EBUSY);
    }

    [Fact]
    public void What_one_leaves_behind_is_given_back()
    {
        using var lab = NewLab();
        lab.Sh("n", "ip tuntap add dev tap0 mode tap", "ip link set tap0 up");
        Ask<Done>(lab, new HoldDrains("ifb0", Hold: true, One));
        Ask<Done>(lab, new Listen("vb", One));
        Ask<Done>(lab, new PlugTap("tap0", One));
        Send(lab, 5);
        lab.S("n", "ifb0").ShouldBe("rx 5/300/0 tx 0/0/0");

        lab.Ask<Done>(new LeaveDevices(One));

        lab.S("n", "ifb0").ShouldBe("rx 5/300/0 tx 5/300/0");
        Ask<Refused>(lab, new Unlisten("vb", One)).Errno.ShouldBe(Errno.ENOENT);
        Ask<Done>(lab, new PlugTap("tap0", Two));
        Ask<Done>(lab, new HoldDrains("ifb0", Hold: true, Two));
    }

    [Fact]
    public void Recordings_of_a_device_are_bounded_in_number()
    {
        using var lab = NewLab();
        for (var owner = 1; owner <= MostOwners; owner++) Ask<Sniffed>(lab, new Sniff("vb", owner));

        Ask<Refused>(lab, new Sniff("vb", MostOwners + 1)).Reason.ShouldContain("is watched by 16 others already");
    }

    [Fact]
    public void A_device_that_moves_is_recorded_anew()
    {
        using var lab = NewLab();
        lab.Sh("n", "ip netns add m");
        Ask<Done>(lab, new Listen("vb", One));

        lab.Sh("n", "ip link set vb netns m", "ip netns exec m ip link set vb up");
        Send(lab, 1);

        lab.Ask<Sniffed>(new ToNamespace("m", new Sniff("vb", One))).Frames.ShouldBeEmpty();
        Send(lab, 1);
        lab.Ask<Sniffed>(new ToNamespace("m", new Sniff("vb", One))).Frames.Count.ShouldBe(1);
    }

    [Fact]
    public void Traces_are_told_to_everybody_who_asked()
    {
        using var lab = NewLab();
        lab.Ask<Done>(new SetTrace(One, On: true));
        Send(lab, 1);
        lab.Ask<Done>(new SetTrace(Two, On: true));
        Send(lab, 1);
        lab.Ask<Done>(new SetTrace(One, On: false));

        lab.Ask<Traced>(new TakeTrace(One)).Hops.ShouldBeEmpty();
        lab.Ask<Traced>(new TakeTrace(Two)).Hops.Select(h => h.Frame).Distinct().ShouldBe([2UL]);
    }
}
