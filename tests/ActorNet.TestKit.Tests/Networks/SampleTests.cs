using ActorNet.Core.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Networks;

/// <summary>The example of the README, and what a test is likely to begin with.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Redirected_frames_pass_the_ifb_and_arrive()
    {
        using var lab = Lab.FromFile("configs/ifb-shaping.conf", seed: 7);
        var alice = lab.Host("alice");
        var bob = lab.Host("bob");
        var ifb = lab.Probe("lab:ifb0");

        alice.Ping(bob).Lost.ShouldBe(0);

        ifb.ExpectFrame(f => f.Icmp is { Type: 8 }, within: 1.Seconds());
        lab.Counters["lab:ifb0"].RxPackets.ShouldBe(lab.Counters["lab:ifb0"].TxPackets);
    }

    [Fact]
    public void A_probe_sees_only_one_direction_of_a_redirect_at_ingress()
    {
        using var lab = Lab.FromFile("configs/ifb-shaping.conf");
        var ifb = lab.Probe("ifb0");

        lab.Host("bob").Ping(lab.Host("alice")).Lost.ShouldBe(0);

        var all = ifb.Collect();
        all.ShouldContain(f => f.Icmp != null && f.Icmp.Type == 0);
        all.ShouldNotContain(f => f.Icmp != null && f.Icmp.Type == 8);
        all.ShouldAllBe(f => f.Ethernet!.Source == lab.Host("alice").Mac);
    }

    [Fact]
    public void A_command_changes_what_happens()
    {
        using var lab = Lab.FromFile("configs/ifb-shaping.conf");
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        alice.Ping(bob).Lost.ShouldBe(0);

        lab.Run("tc -n lab filter replace dev alice ingress pref 1 handle 1 matchall action drop");
        var ping = alice.Ping(bob);

        ping.Received.ShouldBe(0);
        lab.Counters.Dropped(DropReason.TcVerdict).ShouldBeGreaterThan(0);
    }
}
