using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

public sealed class ActionCountersTests
{
    [Fact]
    [Trait("rule", "MIR-24")]
    public void Mirred_shows_bytes_packets_and_overlimits_and_never_drops()
    {
        using var lab = new TcBench();
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} egress redirect dev ifb0");
        lab.X(2, 100);
        lab.B.CloseDevice(lab.Ifb0);
        lab.X(3, 100);

        lab.Tc(lab.B, "-s filter show dev vb ingress").ShouldContain("\tSent 430 bytes 5 pkt (dropped 0, overlimits 3 requeues 0) \n\tbacklog 0b 0p requeues 0\n");
        TcBench.Hook(lab.Vb).ShouldBe("5/430 drops 3");
    }

    [Fact]
    [Trait("rule", "MIR-24")]
    public void Drop_verdict_counts_on_the_hook_and_on_the_plain_action()
    {
        using var lab = new TcBench();
        lab.Tc(lab.B, "qdisc add dev vb clsact", "filter add dev vb ingress protocol all prio 1 matchall action drop");

        lab.X(3, 100);

        TcBench.Hook(lab.Vb).ShouldBe("3/258 drops 3");
        lab.Tc(lab.B, "-s filter show dev vb ingress").ShouldContain("Sent 258 bytes 3 pkt (dropped 3, overlimits 0 requeues 0)");
    }

    [Fact]
    [Trait("rule", "MIR-24")]
    public void Mirror_with_drop_verdict_copies_and_the_hook_counts_the_drop()
    {
        using var lab = new TcBench();
        var (vc, _) = lab.AddCable();
        lab.Lab.Run();
        lab.Tc(lab.B, "qdisc add dev vb clsact", $"filter add dev vb ingress {TcBench.MatchAll} egress mirror dev vc drop");

        lab.X(3, 100);

        (vc.GetStats().TxPackets, TcBench.Hook(lab.Vb)).ShouldBe((3, "3/258 drops 3"));
        lab.Tc(lab.B, "-s filter show dev vb ingress").ShouldContain("Sent 258 bytes 3 pkt (dropped 0, overlimits 0 requeues 0)");
    }
}
