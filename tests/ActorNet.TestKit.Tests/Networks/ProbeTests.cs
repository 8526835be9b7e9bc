using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Networks;

/// <summary>What a probe finds, and what it says when it does not.</summary>
public sealed class ProbeTests
{
    [Fact]
    public void It_lets_time_pass_until_the_frame_is_there()
    {
        using var lab = Lab.Start(Plans.Line);
        lab.Host("alice").Ping(lab.Host("bob"), count: 1);
        var probe = lab.Probe("right:uplink");
        var begin = lab.Elapsed;

        lab.Host("alice").StartPing(lab.Host("bob").Address, count: 1);
        probe.ExpectFrame(f => f.Icmp is { Type: 8 }, within: 1.Seconds());

        (lab.Elapsed - begin).ShouldBe(5.Milliseconds());
    }

    [Fact]
    public void Frames_in_front_of_the_one_that_matches_are_passed_over()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var probe = lab.Probe("lab:ifb0");
        lab.Host("alice").Ping(lab.Host("bob"), count: 2);

        probe.ExpectFrame(f => f.Icmp is { Type: 8, Sequence: 1 });
        probe.ExpectFrame(f => f.Icmp is { Type: 8, Sequence: 2 });

        probe.Collect().ShouldBeEmpty();
    }

    [Fact]
    public void Several_frames_can_be_expected_at_once()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var probe = lab.Probe("lab:ifb0");
        lab.Host("alice").StartPing(lab.Host("bob").Address, count: 3);

        var echoes = probe.ExpectFrames(3, f => f.Icmp is { Type: 8 }, within: 3.Seconds());

        echoes.Select(f => f.Icmp!.Sequence).ShouldBe([1, 2, 3]);
        (echoes[2].Time - echoes[0].Time).ShouldBe(2.Seconds());
    }

    [Fact]
    public void A_frame_that_does_not_come_is_said_with_what_came_instead_and_where_it_went()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var probe = lab.Probe("lab:ifb0");
        lab.Host("alice").Ping(lab.Host("bob"), count: 1);

        var failure = Should.Throw<LabFailureException>(() => probe.ExpectFrame(f => f.Udp is { DestinationPort: 53 }, within: 20.Milliseconds()));

        failure.Message.ShouldContain("lab:ifb0: expected a frame with f => f.Udp is { DestinationPort: 53 } within 20 ms.");
        failure.Message.ShouldContain("icmp 10.0.0.1 > 10.0.0.2 echo 1 (98 bytes)");
        failure.Message.ShouldContain("lab:ifb0 queue 0");
        failure.Message.ShouldContain("lab:bob tx");
    }

    [Fact]
    public void Where_nothing_came_the_failure_says_what_moved_last()
    {
        using var lab = Lab.Start(Plans.Shaping);
        lab.Run("tc filter replace dev alice ingress pref 1 handle 1 matchall action drop");
        var probe = lab.Probe("lab:bob");
        lab.Host("alice").Ping(lab.Host("bob"), count: 1);

        var failure = Should.Throw<LabFailureException>(() => probe.ExpectFrame());

        failure.Message.ShouldContain("lab:bob: expected a frame within 1 s.");
        failure.Message.ShouldContain("No frame came.");
        failure.Message.ShouldContain("lab:alice drop TcVerdict");
    }

    [Fact]
    public void A_frame_that_must_not_come_is_shown_with_its_journey()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var probe = lab.Probe("lab:ifb0");
        lab.Host("alice").StartPing(lab.Host("bob").Address, count: 1);

        var failure = Should.Throw<LabFailureException>(() => probe.ExpectNoFrame(20.Milliseconds()));

        failure.Message.ShouldContain("expected no frame for 20 ms, but this one came:");
        failure.Message.ShouldContain("arp who has 10.0.0.2 tell 10.0.0.1");
        failure.Message.ShouldContain("lab:ifb0 queue 0");
    }

    [Fact]
    public void Silence_takes_as_long_as_it_is_expected()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var probe = lab.Probe("lab:ifb0");
        lab.Host("alice").Ping(lab.Host("bob"), count: 1);
        probe.Collect();
        var begin = lab.Elapsed;

        probe.ExpectNoFrame(20.Milliseconds());

        (lab.Elapsed - begin).ShouldBe(20.Milliseconds());
    }

    [Fact]
    public void Only_what_matches_breaks_silence()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var probe = lab.Probe("lab:ifb0");
        lab.Host("alice").StartPing(lab.Host("bob").Address, count: 1);

        probe.ExpectNoFrame(1.Seconds(), f => f.Udp is not null);
    }

    [Fact]
    public void Two_probes_of_a_device_do_not_take_from_each_other()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var one = lab.Probe("ifb0");
        var two = lab.Probe("ifb0");
        lab.Host("alice").Ping(lab.Host("bob"), count: 1);

        one.Collect().Count.ShouldBe(two.Collect().Count);
        one.Collect().ShouldBeEmpty();
    }

    [Fact]
    public void A_long_time_loses_no_frame_of_a_probe()
    {
        using var lab = Lab.Start(Plans.Shaping);
        var probe = lab.Probe("ifb0");
        lab.Host("alice").StartPing(lab.Host("bob").Address, count: 10_000, interval: 1.Milliseconds());

        lab.Advance(11.Seconds());

        probe.Lost.ShouldBe(0);
        probe.Collect().Count(f => f.Icmp is { Type: 8 }).ShouldBe(10_000);
    }
}
