using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class AwaitTests : TestKit
{
    private int _value;

    private void SetAfter(double milliseconds, int value) => Sys.Scheduler.Advanced.ScheduleOnce(Span.Ms(milliseconds), () => _value = value);

    [Fact]
    public void Assertions_are_tried_again_until_they_pass()
    {
        SetAfter(250, 1);
        var attempts = 0;

        AwaitAssert(() => { attempts++; _value.ShouldBe(1); }, interval: Span.Ms(100));

        attempts.ShouldBe(4);
        this.Virtual().Now.ShouldBe(300_000_000);
    }

    [Fact]
    public void The_last_failure_of_assertions_is_let_through()
    {
        SetAfter(301, 1);

        Should.Throw<ShouldAssertException>(() => AwaitAssert(() => _value.ShouldBe(1), Span.Ms(300), Span.Ms(70)));
        this.Virtual().Now.ShouldBe(300_000_000);
        AwaitAssert(() => _value.ShouldBe(1));
    }

    [Fact]
    public void Assertions_see_what_this_instant_has_brought()
    {
        SetAfter(0, 1);

        AwaitAssert(() => _value.ShouldBe(1), TimeSpan.Zero);

        this.Virtual().Now.ShouldBe(0);
    }

    [Fact]
    public void A_condition_is_seen_at_the_instant_at_which_it_comes_true()
    {
        SetAfter(123.4567, 1);

        AwaitCondition(() => _value == 1);

        this.Virtual().Now.ShouldBe(123_456_700);
    }

    [Fact]
    public void A_condition_that_does_not_come_true_fails()
    {
        Failures.Of(() => AwaitCondition(() => false, Span.Ms(50), "the door is open")).ShouldContain("Waited 50 ms for a condition that does not hold.\n  hint: the door is open");
        Failures.Of(() => AwaitCondition(() => false)).ShouldContain("Waited 3 s");
    }

    [Fact]
    public async Task Asynchronous_assertions_may_ask_actors()
    {
        SetAfter(900, 1);
        var echo = ActorOf<Echo>();

        await AwaitAssertAsync(async () => (await echo.Ask<int>(_value)).ShouldBe(1));
        await AwaitAssertAsync(() => _value.ShouldBe(1));

        this.Virtual().Now.ShouldBe(1_600_000_000);
    }
}
