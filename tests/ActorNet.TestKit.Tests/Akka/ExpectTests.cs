using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class ExpectTests : TestKit
{
    private readonly IActorRef _echo;

    public ExpectTests() => _echo = ActorOf<Echo>();

    [Fact]
    public void A_message_of_the_type_is_handed_out()
    {
        _echo.Tell("hello");

        ExpectMsg<string>().ShouldBe("hello");
        LastMessage.ShouldBe("hello");
        LastSender.ShouldBe(_echo);
    }

    [Fact]
    public void A_message_of_another_type_fails_and_is_named_with_its_sender()
    {
        _echo.Tell(5);

        var failure = Failures.Of(() => ExpectMsg<string>(hint: "the greeting"));

        failure.ShouldContain("Expected a String, but 5 (Int32) came from [akka://test/user/$");
        failure.ShouldContain("hint: the greeting");
        failure.ShouldContain("virtual time 0.000000000 s");
    }

    [Fact]
    public void No_message_fails_after_the_default_time_of_the_virtual_clock()
    {
        var failure = Failures.Of(() => ExpectMsg<string>());

        failure.ShouldStartWith("Expected a String within 3 s, but nothing came.");
        failure.ShouldContain("virtual time 3.000000000 s");
    }

    [Fact]
    public void A_wait_goes_to_the_instant_of_the_message_and_no_further()
    {
        ActorOf(() => new SlowEcho(TimeSpan.FromMilliseconds(1250))).Tell("late");

        ExpectMsg("late");

        this.Virtual().Now.ShouldBe(1_250_000_000);
    }

    [Fact]
    public void A_message_a_hair_after_the_time_is_too_late()
    {
        ActorOf(() => new SlowEcho(TimeSpan.FromTicks(10_001))).Tell("late");

        Failures.Of(() => ExpectMsg<string>(Span.Ms(1))).ShouldContain("within 1 ms, but nothing came");
        ExpectMsg<string>(TimeSpan.FromTicks(1)).ShouldBe("late");
    }

    [Fact]
    public void A_message_at_the_end_of_the_time_is_in_time()
    {
        ActorOf(() => new SlowEcho(TimeSpan.FromMilliseconds(1))).Tell("in time");

        ExpectMsg<string>(Span.Ms(1)).ShouldBe("in time");
    }

    [Fact]
    public void An_equal_message_is_expected_by_value()
    {
        _echo.Tell(new Point(1, 2));

        ExpectMsg(new Point(1, 2));
        _echo.Tell(new Point(1, 3));
        Failures.Of(() => ExpectMsg(new Point(1, 2))).ShouldContain("Expected Point { X = 1, Y = 2 } (Point), but Point { X = 1, Y = 3 } (Point) came");
    }

    [Fact]
    public void Sequences_are_equal_when_their_elements_are()
    {
        _echo.Tell(new object[] { 1, "two", new[] { 3 } });
        ExpectMsg(new object[] { 1, "two", new[] { 3 } });

        _echo.Tell(new[] { 1, 2 });
        Failures.Of(() => ExpectMsg(new[] { 2, 1 })).ShouldContain("Expected [2, 1] (Int32[]), but [1, 2] (Int32[]) came");
    }

    [Fact]
    public void A_predicate_decides()
    {
        _echo.Tell(5);
        ExpectMsg<int>(n => n > 4).ShouldBe(5);

        _echo.Tell(5);
        Failures.Of(() => ExpectMsg<int>(n => n > 5)).ShouldContain("Expected a Int32 that satisfies the predicate, but 5 (Int32) came");
    }

    [Fact]
    public void Assertions_on_the_message_let_their_own_failure_through()
    {
        _echo.Tell(5);
        ExpectMsg<int>(n => n.ShouldBe(5));

        _echo.Tell(5);
        Should.Throw<ShouldAssertException>(() => ExpectMsg<int>(n => n.ShouldBe(6)));
        _echo.Tell(5);
        ExpectMsg<int>((n, sender) => sender.ShouldBe(_echo)).ShouldBe(5);
    }

    [Fact]
    public void The_sender_can_be_part_of_the_expectation()
    {
        var other = ActorOf<Echo>("other");
        foreach (var text in new[] { "a", "b" }) _echo.Tell(text);
        other.Tell("c");
        _echo.Tell("c");

        ExpectMsgFrom<string>(_echo).ShouldBe("a");
        ExpectMsgFrom(_echo, "b");
        Failures.Of(() => ExpectMsgFrom<string>(other, text => text == "c")).ShouldContain("from [akka://test/user/other");
    }

    [Fact]
    public void A_failure_tells_what_was_taken_and_what_waits()
    {
        foreach (var n in Enumerable.Range(1, 4)) _echo.Tell(n);
        ExpectMsg(1);
        ExpectMsg(2);

        var failure = Failures.Of(() => ExpectMsg("x"));

        failure.Split('\n').Select(line => line.Trim().Split(" from")[0]).ShouldBe(
        [
            "Expected \"x\", but 3 (Int32) came", "taken so far:", "1 (Int32)", "2 (Int32)", "3 (Int32)", "not taken yet:", "4 (Int32)",
            "at: virtual time 0.000000000 s",
        ]);
    }

    [Fact]
    public async Task Asynchronous_forms_have_completed_when_they_return()
    {
        _echo.Tell("a");
        var expecting = ExpectMsgAsync<string>();
        expecting.IsCompleted.ShouldBeTrue();
        (await expecting).ShouldBe("a");

        _echo.Tell("b");
        (await ExpectMsgAsync("b")).ShouldBe("b");
        _echo.Tell("c");
        (await ExpectMsgAsync<string>(text => text == "c")).ShouldBe("c");
        _echo.Tell("d");
        (await ExpectMsgAsync<string>(text => text.ShouldBe("d"))).ShouldBe("d");
        await ExpectNoMsgAsync();
        await ExpectNoMsgAsync(Span.Ms(1));
    }

    [Fact]
    public void A_cancelled_token_ends_the_wait()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => ExpectMsg<string>(cancellationToken: source.Token));
        this.Virtual().Now.ShouldBe(0);
    }

    [Fact]
    public void A_wait_inside_of_an_actor_is_refused_with_a_remedy()
    {
        Exception? thrown = null;
        var timer = this.Virtual().Loop.CreateTimer(() => thrown = Record.Exception(() => ExpectMsg<string>()));
        timer.Arm(0);

        this.RunUntilIdle();

        thrown.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain("Wait in the test itself");
    }

    private sealed record Point(int X, int Y);
}
