using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class ReceiveTests : TestKit
{
    private readonly IActorRef _echo;

    public ReceiveTests() => _echo = ActorOf<Echo>();

    [Fact]
    public async Task One_message_is_taken_or_null()
    {
        _echo.Tell("a");

        ReceiveOne().ShouldBe("a");
        ReceiveOne(Span.Ms(10)).ShouldBeNull();
        this.Virtual().Now.ShouldBe(10_000_000);
        LastMessage.ShouldBeNull();
        (await ReceiveOneAsync(TimeSpan.Zero)).ShouldBeNull();
    }

    [Fact]
    public void No_time_takes_what_this_instant_brings()
    {
        _echo.Tell("a");

        HasMessages.ShouldBeFalse();
        ReceiveOne(TimeSpan.Zero).ShouldBe("a");
        this.Virtual().Now.ShouldBe(0);
    }

    [Fact]
    public void A_wait_without_end_ends_when_nothing_will_happen_any_more()
    {
        ActorOf(() => new SlowEcho(TimeSpan.FromHours(5))).Tell("late");

        ReceiveOne(Timeout.InfiniteTimeSpan).ShouldBe("late");
        ReceiveOne(Timeout.InfiniteTimeSpan).ShouldBeNull();
        this.Virtual().Now.ShouldBe(5 * 3600 * 1_000_000_000L);
    }

    [Fact]
    public void So_many_messages_are_taken()
    {
        foreach (var n in Enumerable.Range(0, 5)) _echo.Tell(n);

        ReceiveN(3).ShouldBe([0, 1, 2]);
        HasMessages.ShouldBeTrue();
        Failures.Of(() => ReceiveN(3, Span.Ms(50))).ShouldContain("Expected 3 messages within 50 ms, but only 2 came");
        ReceiveN(0).ShouldBeEmpty();
    }

    [Fact]
    public void The_time_is_for_all_messages_together()
    {
        Sys.Scheduler.ScheduleTellRepeatedly(Span.Ms(10), Span.Ms(10), TestActor, "tick", ActorRefs.NoSender);

        ReceiveN(3, Span.Ms(30)).Count.ShouldBe(3);
        Failures.Of(() => ReceiveN(4, Span.Ms(30))).ShouldContain("only 3 came");
    }

    [Fact]
    public void Messages_are_taken_while_the_filter_makes_something_of_them()
    {
        foreach (object message in new object[] { 1, 2, "stop", 3 }) _echo.Tell(message);

        ReceiveWhile<string>(null, message => message is int n ? $"<{n}>" : null).ShouldBe(["<1>", "<2>"]);
        ExpectMsg("stop");
        ExpectMsg(3);
    }

    [Fact]
    public void At_most_so_many_messages_are_taken()
    {
        foreach (var n in Enumerable.Range(0, 5)) _echo.Tell(n);

        ReceiveWhile(Span.Seconds(1), message => (object)message, msgs: 2).ShouldBe([0, 1]);
        this.Virtual().Now.ShouldBe(0);
        ReceiveWhile(Span.Seconds(1), message => (object)message).Count.ShouldBe(3);
        this.Virtual().Now.ShouldBe(1_000_000_000);
    }

    [Fact]
    public async Task Fishing_forgets_what_it_does_not_want()
    {
        foreach (object message in new object[] { 1, "x", 7, 8 }) _echo.Tell(message);

        FishForMessage<int>(n => n > 5, hint: "a large one").ShouldBe(7);
        (await FishForMessageAsync<int>(n => n > 5)).ShouldBe(8);
        _echo.Tell("y");
        Failures.Of(() => FishForMessage<int>(_ => true, Span.Ms(5), "a number")).ShouldContain("Fished for a Int32 within 5 ms, but only 1 others came");
    }

    [Fact]
    public void A_flood_beyond_the_limit_is_counted_and_told()
    {
        var clock = new VirtualKitClock(this.Virtual());
        var inbox = new TestInbox(clock);
        for (var i = 0; i < TestInbox.Limit + 3; i++) inbox.Accept("x", TestActor);

        inbox.Count.ShouldBe(TestInbox.Limit);
        inbox.Refused.ShouldBe(3);
    }
}
