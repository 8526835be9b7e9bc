namespace ActorNet.Topology.Tests.Links;

public class QueueLimitTests
{
    private static QueueLimit Of(string impairments) =>
        QueueLimit.Of(Expect.Valid($"boxes {{ lab {{ }}, core {{ }} }}\nlinks = [ {{ a = \"lab:l\", b = \"core:c\", {impairments} }} ]").Links[0].AToB);

    [Fact]
    public void A_delayed_link_holds_what_its_rate_carries_meanwhile_in_the_smallest_frames()
    {
        // 12.5 MB/s for 100 ms, and 50 ms of it and the bucket of 25,000 bytes may wait for the rate
        Of("rate = 100mbit, delay = 100ms").ShouldBe(new QueueLimit(((1_250_000 + 625_000 + 25_000) / 60) + 1, IsDerived: true));
    }

    [Fact]
    public void Without_a_rate_a_gigabit_a_second_is_assumed() => Of("delay = 100ms").ShouldBe(new QueueLimit(208_334, IsDerived: true));

    [Fact]
    public void Jitter_counts_with_its_longest_delay()
    {
        Of("delay = 50ms, jitter = 50ms").ShouldBe(Of("delay = 100ms"));
        Of("delay = 60ms, jitter = 10ms 25% normal").ShouldBe(Of("delay = 100ms"));
    }

    [Fact]
    public void No_derived_limit_is_below_the_emulators_own() => Of("loss = 1%").ShouldBe(new QueueLimit(1000, IsDerived: true));

    [Fact]
    public void No_derived_limit_is_without_bound() => Of("rate = 100gbit, delay = 10s").ShouldBe(new QueueLimit(1 << 24, IsDerived: true));

    [Fact]
    public void A_limit_that_is_set_goes_before() => Of("delay = 100ms, limit = 17packets").ShouldBe(new QueueLimit(17, IsDerived: false));

    [Fact]
    public void A_limit_in_bytes_is_the_rates_and_the_other_one_leaves_room_for_it() =>
        Of("rate = 100mbit, delay = 100ms, limit = 6000000b").ShouldBe(new QueueLimit((1_250_000 + 6_000_000 + 25_000) / 60, IsDerived: true));
}
