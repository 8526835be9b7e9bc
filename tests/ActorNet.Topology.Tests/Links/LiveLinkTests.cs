namespace ActorNet.Topology.Tests.Links;

public class LiveLinkTests
{
    private static LiveLink Of(string impairments) =>
        new(Expect.Valid($"boxes {{ lab {{ }}, core {{ }} }}\nlinks = [ {{ a = \"lab:l\", b = \"core:c\", {impairments} }} ]").Links[0]);

    private static LinkChange Read(string words)
    {
        LinkWords.TryRead(words.Split(' '), out var change, out var fault, out _).ShouldBeTrue(fault?.ToString());
        return change;
    }

    private static string[] Do(LiveLink link, string words, LinkWays ways = LinkWays.Both)
    {
        link.TryPlan(ways, Read(words), out var next, out var commands, out var fault).ShouldBeTrue(fault?.ToString());
        link.Commit(next);
        return [.. commands.Select(c => $"{c.Box}: {string.Join(' ', c.Words)}")];
    }

    private static string Refusal(LiveLink link, string words)
    {
        link.TryPlan(LinkWays.Both, Read(words), out _, out _, out var fault).ShouldBeFalse();
        return fault.ShouldNotBeNull().What;
    }

    [Fact]
    public void Only_what_is_named_changes_and_what_is_there_is_changed_not_replaced()
    {
        // Given
        var link = Of("a-to-b { delay = 10ms, loss = 2%, rate = 8mbit }");

        // When
        var commands = Do(link, "delay 20ms", LinkWays.AToB);

        // Then
        commands.ShouldBe(
        [
            "lab: tc qdisc change dev l root handle 1: netem limit 1218 delay 20ms 0us 0% loss 2% duplicate 0% corrupt 0% reorder 0%",
            "lab: tc qdisc change dev l parent 1:1 handle 10: tbf rate 8mbit burst 3028b latency 50ms",
        ]);
        link.State.AToB.Settings.ToString().ShouldBe("delay 20ms loss 2% rate 8mbit");
        link.State.BToA.Settings.IsEmpty.ShouldBeTrue();
        link.IsAsInFile.ShouldBeFalse();
    }

    [Fact]
    public void A_direction_that_had_nothing_gets_what_it_needs() => Do(Of("mtu = 1500"), "delay 1ms rate 1mbit", LinkWays.BToA).ShouldBe(
    [
        "core: tc qdisc add dev c root handle 1: netem limit 1000 delay 1ms",
        "core: tc qdisc add dev c parent 1:1 handle 10: tbf rate 1mbit burst 3028b latency 50ms",
    ]);

    [Fact]
    public void A_rate_that_is_taken_away_leaves_a_bucket_that_holds_nothing_up_so_that_nothing_is_lost()
    {
        var link = Of("a-to-b { rate = 1mbit, burst = 10kb, latency = 5ms }");
        Do(link, "rate none", LinkWays.AToB)[1].ShouldBe("lab: tc qdisc change dev l parent 1:1 handle 10: tbf rate 1tbit burst 1gb limit 2gb");
        link.State.AToB.Settings.IsEmpty.ShouldBeTrue();
        Do(link, "rate 2mbit", LinkWays.AToB)[1].ShouldBe("lab: tc qdisc change dev l parent 1:1 handle 10: tbf rate 2mbit burst 3028b latency 50ms");
    }

    [Fact]
    public void Jitter_loss_models_and_shapes_reach_the_emulator() => Do(Of("delay = 1ms"), "jitter 100us 25% normal loss gemodel 1% 10% duplicate 1% 5% reorder 5% gap 3", LinkWays.AToB)[0].ShouldBe(
        "lab: tc qdisc change dev l root handle 1: netem limit 2917 delay 1ms 100us 25% distribution normal loss gemodel 1% 10% duplicate 1% 5% corrupt 0% reorder 5% gap 3");

    [Fact]
    public void Down_takes_both_devices_down_and_reset_brings_the_file_back()
    {
        // Given
        var link = Of("both { delay = 10ms }");
        Do(link, "delay none", LinkWays.AToB);

        // When
        var down = Do(link, "down");
        var reset = Do(link, "reset");

        // Then
        down.ShouldBe(["lab: ip link set dev l down", "core: ip link set dev c down"]);
        reset.ShouldBe(
        [
            "lab: tc qdisc change dev l root handle 1: netem limit 20834 delay 10ms 0us 0% loss 0% duplicate 0% corrupt 0% reorder 0%",
            "core: tc qdisc change dev c root handle 1: netem limit 20834 delay 10ms 0us 0% loss 0% duplicate 0% corrupt 0% reorder 0%",
            "lab: ip link set dev l up", "core: ip link set dev c up",
        ]);
        link.IsAsInFile.ShouldBeTrue();
    }

    [Fact]
    public void What_changes_nothing_needs_no_command() => Do(Of("delay = 10ms"), "delay 10ms", LinkWays.AToB).ShouldBeEmpty();

    [Fact]
    public void A_latency_replaces_a_limit_in_bytes_and_the_other_way_round()
    {
        var link = Of("rate = 1mbit, limit = 64kb");
        Do(link, "latency 5ms", LinkWays.AToB);
        link.State.AToB.Settings.ToString().ShouldBe("rate 1mbit latency 5ms");
        Do(link, "limit 32kb", LinkWays.AToB);
        link.State.AToB.Settings.ToString().ShouldBe("rate 1mbit limit 32kb");
    }

    [Fact]
    public void What_does_not_go_together_is_refused_and_nothing_changes()
    {
        var link = Of("loss = 1%");
        Refusal(link, "jitter 5ms").ShouldBe("jitter has no effect without delay");
        Refusal(link, "burst 64kb").ShouldBe("burst has no effect without rate");
        link.IsAsInFile.ShouldBeTrue();
    }

    [Fact]
    public void Undoing_brings_back_what_the_change_took_along()
    {
        // Given
        var link = Of("rate = 1mbit, burst = 10kb, loss = 1%");
        var undo = link.UndoOf(LinkWays.AToB, Read("rate none loss 5%"));

        // When
        Do(link, "rate none loss 5%", LinkWays.AToB);
        var (ways, change) = undo.ShouldHaveSingleItem();
        Do(link, change.ToString()!, ways);

        // Then
        link.IsAsInFile.ShouldBeTrue();
    }
}
