using System.Net;
using ActorNet.Actors.Hosts;
using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Networks;

/// <summary>What built-in hosts do in a lab, as tests ask them.</summary>
public sealed class HostTests
{
    [Fact]
    public void Round_trips_are_as_long_as_the_cable()
    {
        using var lab = Lab.Start(Plans.Line);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        alice.Ping(bob, count: 1);

        alice.Ping(bob).RoundTrips.ShouldAllBe(r => r == 10.Milliseconds());
    }

    [Fact]
    public void A_host_that_does_not_exist_does_not_answer()
    {
        using var lab = Lab.Start(Plans.Line);

        var ping = lab.Host("alice").Ping("10.0.0.99");

        ping.Received.ShouldBe(0);
        ping.Lost.ShouldBe(3);
    }

    [Fact]
    public void Datagrams_arrive_as_they_were_sent()
    {
        using var lab = Lab.Start(Plans.Line);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        bob.OpenUdp(7000);

        alice.SendUdp(bob, 7000, "hello"u8.ToArray(), fromPort: 7001);
        lab.Advance(100.Milliseconds());

        var datagram = bob.Datagrams(7000).ShouldHaveSingleItem();
        datagram.Payload.ToArray().ShouldBe("hello"u8.ToArray());
        datagram.From.ShouldBe(IPAddress.Parse("10.0.0.1"));
        bob.Datagrams(7000).ShouldBeEmpty();
    }

    [Fact]
    public void A_flow_is_as_fast_as_the_shaper_lets_it()
    {
        using var lab = Lab.Start(Plans.Shaping);
        lab.Run("tc qdisc change dev ifb0 root tbf rate 2mbit burst 3kb latency 30ms");

        var udp = lab.Host("alice").Udp(lab.Host("bob"), "10mbit", 2.Seconds(), payload: 1458);

        udp.BitsPerSecond.ShouldBe(2e6 * 1458 / 1500, 3e4);
        (udp.Received + lab.Counters["ifb0"].Qdisc.Drops).ShouldBe(udp.Sent);
        udp.MeanDelay.ShouldBeInRange(30.Milliseconds(), 42.Milliseconds());
    }

    [Fact]
    public void A_stream_arrives_whole_over_a_cable_that_loses()
    {
        using var lab = Lab.Start(Plans.Line, new LabOptions { Seed = 3 });
        lab.ChangeLink("left--right", "loss 2%");

        var tcp = lab.Host("alice").Tcp(lab.Host("bob"), 300_000);

        tcp.Outcome.ShouldBe(TcpOutcome.Done);
        tcp.Bytes.ShouldBe(300_000);
        tcp.Retransmits.ShouldBeGreaterThan(0);
        lab.Host("bob").TcpReceived().Bytes.ShouldBe(300_000);
    }

    [Fact]
    public void Several_things_go_on_side_by_side()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));

        var flow = alice.StartUdp(bob, "20mbit", 1.Seconds());
        var stream = bob.StartTcp(alice, 100_000);
        var ping = alice.StartPing(bob.Address, count: 5, interval: 100.Milliseconds());

        ping.Wait().Lost.ShouldBe(0);
        stream.Wait().IsDone.ShouldBeTrue();
        flow.Sending.IsDone.ShouldBeFalse();
        flow.Wait().Lost.ShouldBe(0);
    }

    [Fact]
    public void A_host_that_crashed_has_forgotten_its_ports_and_not_its_address()
    {
        using var lab = Lab.Start(Plans.Line);
        var (alice, bob) = (lab.Host("alice"), lab.Host("bob"));
        bob.OpenUdp(7000);
        alice.Ping(bob).Lost.ShouldBe(0);

        lab.Crash("bob");

        alice.Ping(bob).Lost.ShouldBe(0);
        Should.Throw<LabFailureException>(() => bob.Datagrams(7000)).Message.ShouldContain("bob: take datagrams: ");
    }

    [Fact]
    public void A_refusal_of_a_host_is_said()
    {
        using var lab = Lab.Start(Plans.Line);

        Should.Throw<LabFailureException>(() => lab.Host("alice").OpenUdp(70_000)).Message.ShouldContain("alice: open a UDP port: ");
        Should.Throw<ArgumentException>(() => lab.Host("alice").Udp(lab.Host("bob"), "quick", 1.Seconds())).Message.ShouldContain("10mbit");
    }
}
