using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class ExpectSeveralTests : TestKit
{
    private readonly IActorRef _echo;

    public ExpectSeveralTests() => _echo = ActorOf<Echo>();

    [Fact]
    public void All_of_some_messages_come_in_any_order()
    {
        foreach (var text in new[] { "b", "a", "b" }) _echo.Tell(text);

        ExpectMsgAllOf("a", "b", "b").ShouldBe(["b", "a", "b"]);
        ExpectMsgAllOf<string>().ShouldBeEmpty();
    }

    [Fact]
    public void A_message_more_often_than_expected_fails()
    {
        foreach (var text in new[] { "a", "a" }) _echo.Tell(text);

        Failures.Of(() => ExpectMsgAllOf("a", "b")).ShouldContain("Expected [\"b\"] (String[]) in any order, but \"a\" came");
    }

    [Fact]
    public void A_missing_message_fails_and_is_named()
    {
        _echo.Tell("a");

        Failures.Of(() => ExpectMsgAllOf(Span.Ms(20), "a", "b")).ShouldContain("within 20 ms; missing: [\"b\"]");
    }

    [Fact]
    public void Any_of_some_messages_will_do()
    {
        _echo.Tell(2);
        ExpectMsgAnyOf([1, 2, 3]).ShouldBe(2);

        _echo.Tell(4);
        Failures.Of(() => ExpectMsgAnyOf([1, 2, 3])).ShouldContain("Expected one of [1, 2, 3] (Int32[]), but 4 (Int32) came");
    }

    [Fact]
    public void No_message_lets_the_whole_time_pass()
    {
        ExpectNoMsg(Span.Ms(70));
        ExpectNoMsg(30);
        this.Virtual().Now.ShouldBe(100_000_000);
        ExpectNoMsg();
        this.Virtual().Now.ShouldBe(3_100_000_000);
    }

    [Fact]
    public void A_message_that_should_not_come_is_named_with_its_instant()
    {
        ActorOf(() => new SlowEcho(TimeSpan.FromMilliseconds(40))).Tell("surprise");

        ExpectNoMsg(Span.Ms(39));
        Failures.Of(() => ExpectNoMsg(Span.Ms(100))).ShouldContain("Expected no message for 100 ms, but \"surprise\" came from");
        this.Virtual().Now.ShouldBe(40_000_000);
    }

    [Fact]
    public void No_message_for_no_time_still_runs_this_instant()
    {
        _echo.Tell("at once");

        Failures.Of(() => ExpectNoMsg(TimeSpan.Zero)).ShouldContain("after 0 s");
    }
}
