using ActorNet.TestKit;
using Shouldly;
using Xunit;

namespace MyTests;

public class ShapingTests
{
    [Fact]
    public void What_alice_sends_goes_through_the_ifb()
    {
        using var lab = Lab.FromFile("configs/ifb-shaping.conf", seed: 7);      // or FromText(...), or Build(...)
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        var ifb = lab.Probe("lab:ifb0");                                        // watches, as tcpdump does

        alice.Ping(bob).Lost.ShouldBe(0);                                       // virtual time passes until it is over
        ifb.ExpectFrame(f => f.Icmp is { Type: 8 }, within: 1.Seconds());
        ifb.ExpectNoFrame(20.Milliseconds(), f => f.Icmp is { Type: 0 });       // bob's answers are not redirected

        lab.Run("tc -n lab qdisc change dev ifb0 root tbf rate 1mbit burst 2kb latency 50ms");
        alice.Udp(bob, "5mbit", 2.Seconds()).BitsPerSecond.ShouldBe(1e6, tolerance: 5e4);
        lab.Counters["lab:ifb0"].Qdisc.Drops.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_ping_survives_a_link_that_flaps() => Lab.Explore(LabPlan.Build(b => b
        .Host("alice", "10.0.0.1/24").Host("bob", "10.0.0.2/24")
        .Box("left", box => box.Port("alice").Setup("ip link add br0 type bridge", "ip link set alice master br0", "ip link set x master br0", "ip link set br0 up"))
        .Box("right", box => box.Port("bob").Setup("ip link add br0 type bridge", "ip link set bob master br0", "ip link set x master br0", "ip link set br0 up"))
        .Link("left:x", "right:x", "delay 5ms")), runs: 100, firstSeed: 1, lab =>
    {
        lab.LinkDown("left--right", at: 2500.Milliseconds());
        lab.LinkUp("left--right", at: 4500.Milliseconds());

        lab.Host("alice").Ping(lab.Host("bob"), count: 8).Lost.ShouldBe(2);
    });
}
