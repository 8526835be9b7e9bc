namespace ActorNet.Topology.Tests.Schedule;

public class ScheduleParserTests
{
    private const long Second = 1_000_000_000;

    private static string File(string lines) =>
        $"boxes {{ left {{ }}, right {{ }} }}\nlinks = [ {{ a = \"left:x\", b = \"right:x\", delay = 5ms }} ]\nschedule = [\n{lines}\n]";

    private static ScheduleEntry Read(string line) => Expect.Valid(File($"\"{line}\"")).Schedule.ShouldHaveSingleItem();

    [Theory]
    [InlineData("at 10s: link left--right down", 10 * Second, "down")]
    [InlineData("at 1.5s: link left-to-right delay 20ms loss 1%", 1_500_000_000, "delay 20ms loss 1%")]
    [InlineData("at 2min:link left:x--right:x reset", 120 * Second, "reset")]
    [InlineData("at 0s: link right--left rate 1mbit", 0, "rate 1mbit")]
    public void Once(string line, long at, string change)
    {
        var entry = Read(line).ShouldBeOfType<OnceEntry>();
        entry.At.ShouldBe(at);
        entry.Change.ToString().ShouldBe(change);
    }

    [Fact]
    public void A_ramp()
    {
        var entry = Read("from 10s to 20s: link left-to-right delay 10ms -> 50ms loss 0%->2%").ShouldBeOfType<RampEntry>();
        (entry.From, entry.To, entry.Steps).ShouldBe((10 * Second, 20 * Second, 100));
        entry.ChangeOf(0).ToString().ShouldBe("delay 10ms loss 0%");
        entry.ChangeOf(33).ToString().ShouldBe("delay 23200us loss 0.66%");
        entry.ChangeOf(100).ToString().ShouldBe("delay 50ms loss 2%");
        entry.TimeOf(33).ShouldBe(13_300_000_000);
    }

    [Theory]
    [InlineData("from 0s to 1s every 1ms: link left--right rate 1mbit -> 10mbit", 1000)]
    [InlineData("from 0s to 50ms: link left--right rate 1mbit -> 10mbit", 5)]
    [InlineData("from 0s to 1s every 300ms: link left--right rate 1mbit -> 10mbit", 4)]
    [InlineData("from 0s to 1ms: link left--right rate 1mbit -> 10mbit", 1)]
    public void A_ramp_has_a_hundred_steps_of_ten_milliseconds_or_more_unless_it_says_otherwise(string line, int steps) => Read(line).ShouldBeOfType<RampEntry>().Steps.ShouldBe(steps);

    [Theory]
    [InlineData("every 5s for 1s: link left--right down from 10s until 60s", 10 * Second, 60 * Second)]
    [InlineData("every 5s for 1s from 10s until 60s: link left--right down", 10 * Second, 60 * Second)]
    [InlineData("every 5s for 1s from 10s: link left--right down until 60s", 10 * Second, 60 * Second)]
    [InlineData("every 5s for 1s: link left--right loss 100%", 5 * Second, long.MaxValue)]
    public void A_flap(string line, long from, long until)
    {
        var entry = Read(line).ShouldBeOfType<FlapEntry>();
        (entry.Period, entry.Lasts, entry.From, entry.Until).ShouldBe((5 * Second, Second, from, until));
    }

    [Theory]
    [InlineData("§at 10s link left--right down", "has no ':' between when and what", "at 10s: link LINK down")]
    [InlineData("§after 10s: link left--right down", "'after' begins no line", "at 10s")]
    [InlineData("at §10: link left--right down", "'10' is no time", "as in 10s")]
    [InlineData("at §9000h: link left--right down", "is no time of at most 366 days", "as in 10s")]
    [InlineData("at 10s §sharp: link left--right down", "'sharp' behind the time makes no sense", "Remove it")]
    [InlineData("at 10s: §lnik left--right down", "'lnik' stands where 'link' belongs", "link left--right down")]
    [InlineData("at 10s: link §left--rihgt down", "there is no link 'left--rihgt'", "Did you mean 'left--right'? Links: left--right")]
    [InlineData("at 10s: link left--right §dwon", "'dwon' is no setting of a link", "Did you mean 'down'?")]
    [InlineData("at 10s: link §left--right", "what is to happen", "up, down, reset")]
    [InlineData("at 10s: link left--right loss 1% delay §20", "delay '20' is no time", "us, ms or s")]
    [InlineData("at 10s: link left--right delay 10ms -> §20ms", "only a ramp goes from one value to another", "from 10s to 20s")]
    [InlineData("from 20s to §10s: link left--right delay 1ms -> 2ms", "the end of a ramp is not behind its beginning", "later time")]
    [InlineData("from 0s to 20s every §1ms: link left--right delay 1ms -> 2ms", "a ramp has 10000 steps at most", "every, 2ms or more")]
    [InlineData("from 0s to 20s: link left--right §burst 1kb -> 2kb", "burst cannot rise or fall", "delay, jitter")]
    [InlineData("from 0s to 20s: link left--right delay 1ms -> §2", "delay '2' is no time", "us, ms or s")]
    [InlineData("from 0s to 20s: link left--right delay §1ms", "'->' is missing", "delay 1ms -> ...")]
    [InlineData("every §5ms for 1ms: link left--right down", "a period of 5ms is too short", "10ms")]
    [InlineData("every 5s for §5s: link left--right down", "has to last, and to be over", "shorter")]
    [InlineData("every 5s for 1s: link left--right down from 10s until §10s", "it is over before it begins", "later time")]
    [InlineData("every 5s for 1s: link left--right §up", "'up' every now and then has nothing to go back to", "Say down")]
    [InlineData("every 5s for 1s from 2s: link left--right down §from 3s", "from is said twice", "Remove one")]
    public void A_mistake_is_reported_at_its_word(string line, string what, string remedy) => Expect.Errors(File($"\"{line}\""), (what, remedy));

    [Fact]
    public void A_step_that_does_not_go_with_what_holds_then_is_found_before_anything_runs() => Expect.Errors(
        File("\"at 1s: link left-to-right jitter 1ms\", \"at 2s: link left-to-right delay none\", §\"at 3s: link left-to-right reorder 5%\""),
        ("reorder has no effect without delay", "when this line's time has come the link has ''"));

    [Fact]
    public void A_schedule_is_one_line_or_many() => Expect.Valid("boxes { l { }, r { } }\nlinks = [ { a = \"l:x\", b = \"r:x\" } ]\nschedule = \"at 1s: link l--r down\"").Schedule.Count.ShouldBe(1);

    [Fact]
    public void A_missing_link_makes_no_second_mistake_in_the_schedule() => Expect.Errors(
        "boxes { l { }, r { } }\nlinks = [ { a = §\"x:x\", b = \"r:x\" } ]\nschedule = \"at 1s: link l--r down\"", ("there is no box 'x'", "Boxes"));
}
