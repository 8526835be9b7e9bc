using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Links;

/// <summary>Links changed while frames cross them, on the virtual clock: every time is exact.</summary>
public sealed class LinksActorTests
{
    [Fact]
    public void A_delay_of_the_file_is_exact_in_its_direction()
    {
        using var lab = new VirtualTopology("a-to-b { delay = 20ms }, b-to-a { delay = 3ms }");
        lab.RoundTrip().ShouldBe(23);
    }

    [Fact]
    public void A_delay_set_by_hand_holds_from_then_on_and_reset_brings_the_file_back()
    {
        // given
        using var lab = new VirtualTopology("both { delay = 1ms, loss = 0% }");

        // when
        var said = lab.Do("left--right", "delay 20ms");
        var set = lab.RoundTrip();
        lab.Do("right-to-left", "delay 5ms");
        var oneWay = lab.RoundTrip();
        lab.Do("all", "reset");

        // then
        said.ShouldBe("left--right: left-to-right delay 20ms loss 0% (limit 41667 packets, derived); right-to-left delay 20ms loss 0% (limit 41667 packets, derived)\n");
        set.ShouldBe(40);
        oneWay.ShouldBe(25);
        lab.RoundTrip().ShouldBe(2);
        lab.Events.Select(e => e[e.IndexOf(' ')..]).ShouldBe(
            [" up daemon: the topology is up", " set hand: left--right delay 20ms", " set hand: right-to-left delay 5ms", " reset hand: left--right reset"]);
    }

    [Fact]
    public void What_is_queued_survives_every_change_of_settings()
    {
        // given: sixty datagrams are under way for a second
        using var lab = new VirtualTopology("delay = 1s");
        lab.SendDatagrams(60);
        lab.Show().Links[0].Directions[0].Queued.ShouldBe(60);

        // when
        foreach (var words in (string[])["loss 50%", "delay 2s loss none", "rate 1mbit", "rate none", "delay none", "reset", "delay 1ms rate 100mbit limit 500packets"]) lab.Do("left-to-right", words);
        lab.AdvanceTo(5);

        // then
        lab.DatagramsOfBob.ShouldBe(60);
        lab.Show().Links[0].Directions[0].Dropped.ShouldBe(0);
    }

    [Fact]
    public void What_waits_for_a_rate_survives_that_it_goes()
    {
        // given: 60 kB wait for 8 Mbit/s, 60 ms
        using var lab = new VirtualTopology("rate = 8mbit, latency = 1s");
        lab.SendDatagrams(60);
        lab.Show().Links[0].Directions[0].Queued.ShouldBeGreaterThan(50);

        // when
        lab.Do("left-to-right", "rate none");
        lab.AdvanceTo(1);

        // then
        lab.DatagramsOfBob.ShouldBe(60);
    }

    [Fact]
    public void A_loss_of_all_loses_all_and_down_cuts_the_cable()
    {
        using var lab = new VirtualTopology();
        lab.Do("left--right", "loss 100%");
        lab.Ping(3).ShouldBeEmpty();
        lab.Do("left--right", "loss none");
        lab.Ping(2).Length.ShouldBe(2);
        lab.Do("left--right", "down");
        lab.Ping(3).ShouldBeEmpty();
        lab.Show().Links[0].State.ShouldBe("down");
        lab.Do("left--right", "up");
        lab.AdvanceTo(60);
        lab.Ping(2).Length.ShouldBe(2);
    }

    [Fact]
    public void The_schedule_comes_to_the_nanosecond()
    {
        // given
        using var lab = new VirtualTopology("delay = 1ms", "at 2s: link left-to-right delay 7ms", "from 10s to 11s every 250ms: link left-to-right delay 10ms -> 50ms",
            "every 5s for 1s: link left-to-right loss 100% from 20s until 30s");

        // when
        lab.AdvanceTo(40);

        // then
        lab.Events.ShouldBe(
        [
            "0 up daemon: the topology is up",
            "2 set schedule: left-to-right delay 7ms",
            "10 set schedule: left-to-right delay 10ms",
            "10.25 set schedule: left-to-right delay 20000us",
            "10.5 set schedule: left-to-right delay 30000us",
            "10.75 set schedule: left-to-right delay 40000us",
            "11 set schedule: left-to-right delay 50ms",
            "20 set schedule: left-to-right loss 100%",
            "21 set schedule: left-to-right loss none",
            "25 set schedule: left-to-right loss 100%",
            "26 set schedule: left-to-right loss none",
        ]);
        lab.RoundTrip().ShouldBe(50);
    }

    [Fact]
    public void A_ping_sees_a_scheduled_cut()
    {
        // given: pings at 0.0, 0.1, ... of which those from 1.0 to 1.9 fall into the cut
        using var lab = new VirtualTopology("", "every 2s for 1s: link left-to-right loss 100% from 950ms until 1950ms");

        // when
        var answered = lab.Ping(30);

        // then
        answered.Length.ShouldBe(20);
    }

    [Fact]
    public void Counters_and_limit_are_shown_with_what_is_set_and_what_the_file_says()
    {
        // given
        using var lab = new VirtualTopology("rate = 100mbit, delay = 100ms");
        lab.Do("left-to-right", "loss 100% limit 50packets");

        // when
        lab.SendDatagrams(10);
        var way = lab.Show().Links.ShouldHaveSingleItem().Directions[0];

        // then
        way.Name.ShouldBe("left-to-right");
        string.Join(", ", way.Set.Select(s => $"{s.Key} {s.Value}")).ShouldBe("delay 100ms, loss 100%, rate 100mbit, limit 50packets");
        way.File.ShouldNotBeNull().Keys.ShouldBe(["delay", "rate"]);
        way.Limit.ShouldBe(new ActorNet.Node.Links.ShownLimit(50, Derived: false));
        way.Dropped.ShouldBe(10);
        lab.Do("left-to-right", "limit none");
        lab.Show().Links[0].Directions[0].Limit.ShouldBe(new ActorNet.Node.Links.ShownLimit(31667, Derived: true));
    }

    [Fact]
    public void A_full_link_drops_at_its_limit_and_says_so()
    {
        // given
        using var lab = new VirtualTopology("delay = 1s, limit = 30packets");

        // when
        lab.SendDatagrams(60);

        // then
        var way = lab.Show().Links[0].Directions[0];
        (way.Queued, way.Dropped).ShouldBe((30, 30));
        lab.AdvanceTo(3);
        lab.DatagramsOfBob.ShouldBe(30);
    }

    [Theory]
    [InlineData("left--rihgt", "delay 5ms", false, "there is no link 'left--rihgt'. Did you mean 'left--right'? Links: left--right.")]
    [InlineData("left--right", "delay 5", true, "delay '5' is no time. Write a number with a unit: us, ms or s, as in 5ms.")]
    [InlineData("left--right", "jitter 5ms", false, "left--right: jitter has no effect without delay. Add delay = 20ms in the same direction, or remove it.")]
    public void What_cannot_be_is_refused_with_a_remedy_and_changes_nothing(string link, string words, bool isUsage, string refusal)
    {
        using var lab = new VirtualTopology();
        var changed = lab.Change(link, words);
        (changed.Refusal, changed.IsUsage).ShouldBe((refusal, isUsage));
        lab.Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Qdiscs_changed_by_hand_are_left_alone_until_a_reset()
    {
        // given
        using var lab = new VirtualTopology("delay = 1ms");
        lab.Sh("left", "tc qdisc replace dev x root handle 7: pfifo limit 5");

        // when
        var changed = lab.Change("left-to-right", "delay 9ms");

        // then
        changed.Refusal.ShouldNotBeNull().ShouldContain("changed by hand");
        lab.Sh("left", "tc qdisc show dev x").ShouldContain("pfifo");
        lab.Do("left-to-right", "reset");
        lab.RoundTrip().ShouldBe(1);
    }

    [Fact]
    public void A_step_that_is_refused_when_its_time_comes_is_an_event_and_the_schedule_goes_on()
    {
        using var lab = new VirtualTopology("delay = 1ms", "at 1s: link left-to-right delay 2ms", "at 2s: link left-to-right reset");
        lab.Sh("left", "tc qdisc del dev x root");
        lab.AdvanceTo(3);
        lab.Events[1].ShouldStartWith("1 refused schedule: left-to-right delay 2ms: 'tc qdisc change dev x root");
        lab.Events[2].ShouldBe("2 reset schedule: left-to-right reset");
        lab.RoundTrip().ShouldBe(1);
    }
}
