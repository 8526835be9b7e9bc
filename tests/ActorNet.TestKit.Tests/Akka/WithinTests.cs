using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class WithinTests : TestKit
{
    [Fact]
    public void Waits_in_a_block_end_with_it()
    {
        Within(Span.Ms(100), () =>
        {
            this.Advance(Span.Ms(30));
            Remaining.ShouldBe(Span.Ms(70));
            Failures.Of(() => ExpectMsg<string>()).ShouldContain("within 70 ms, but nothing came");
            Remaining.ShouldBe(TimeSpan.Zero);
        });
        RemainingOrDefault.ShouldBe(Span.Seconds(3));
    }

    [Fact]
    public void A_block_that_takes_too_long_fails()
    {
        Failures.Of(() => Within(Span.Ms(10), () => this.Advance(Span.Ms(11)))).ShouldContain("took 11 ms, should have been at most 10 ms");
        Within(Span.Ms(10), () => this.Advance(Span.Ms(11)), epsilonValue: Span.Ms(1));
    }

    [Fact]
    public void A_block_that_is_too_quick_fails()
    {
        Within(Span.Ms(5), Span.Ms(10), () => this.Advance(Span.Ms(5)));
        Failures.Of(() => Within(Span.Ms(5), Span.Ms(10), () => this.Advance(Span.Ms(4)), "the pause")).ShouldContain("at least 5 ms");
    }

    [Fact]
    public void An_inner_block_gets_no_more_than_is_left_of_the_outer_one()
    {
        Within(Span.Ms(100), () =>
        {
            this.Advance(Span.Ms(60));
            Within(Span.Ms(100), () => Remaining.ShouldBe(Span.Ms(40)));
            Within(Span.Ms(10), () => Remaining.ShouldBe(Span.Ms(10)));
            Remaining.ShouldBe(Span.Ms(40));
            Failures.Of(() => Within(Span.Ms(50), Span.Ms(60), () => { })).ShouldContain("only 40 ms is left");
        });
    }

    [Fact]
    public void Waiting_for_nothing_to_the_end_of_a_block_is_no_fault()
    {
        Within(Span.Ms(100), () => ExpectNoMsg());
        this.Virtual().Now.ShouldBe(100_000_000);
        Within(Span.Ms(10), () =>
        {
            ExpectNoMsg();
            ExpectNoMsg(Span.Ms(1));
        });
    }

    [Fact]
    public void A_block_has_an_answer_and_lets_failures_through()
    {
        Within(Span.Ms(1), () => 5).ShouldBe(5);
        Should.Throw<FormatException>(() => Within(Span.Ms(1), () => throw new FormatException()));
        Should.Throw<InvalidOperationException>(() => Remaining).Message.ShouldContain("RemainingOrDefault");
    }

    [Fact]
    public void Given_times_are_stretched_and_the_rest_of_a_block_is_not()
    {
        using var kit = new TestKit("akka.test.timefactor = 2");

        kit.Dilated(Span.Ms(5)).ShouldBe(Span.Ms(10));
        kit.Dilated(Timeout.InfiniteTimeSpan).ShouldBe(Timeout.InfiniteTimeSpan);
        kit.RemainingOrDefault.ShouldBe(Span.Seconds(6));
        kit.ExpectNoMsg(Span.Ms(5));
        kit.Virtual().Now.ShouldBe(10_000_000);
        kit.Within(Span.Ms(5), () => kit.Remaining.ShouldBe(Span.Ms(10)));
        kit.RemainingOrDilated(null).ShouldBe(Span.Seconds(6));
    }
}
