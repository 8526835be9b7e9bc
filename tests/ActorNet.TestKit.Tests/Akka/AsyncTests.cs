using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class AsyncTests : TestKit
{
    [Fact]
    public async Task An_asynchronous_block_may_await_actors_and_expect_messages_after_it()
    {
        var slow = ActorOf(() => new SlowEcho(TimeSpan.FromMilliseconds(500)));

        await WithinAsync(Span.Seconds(2), async () =>
        {
            (await slow.Ask<string>("one")).ShouldBe("one");
            slow.Tell("two");
            await ExpectMsgAsync("two");
            (await slow.Ask<string>("three")).ShouldBe("three");
        });

        this.Virtual().Now.ShouldBe(1_500_000_000);
    }

    [Fact]
    public void The_answer_to_a_question_is_awaited_in_virtual_time()
    {
        var slow = ActorOf(() => new SlowEcho(TimeSpan.FromSeconds(2)));

        this.Await(slow.Ask<string>("x")).ShouldBe("x");
        this.Await(slow.Ask<string>("y") as Task);

        this.Virtual().Now.ShouldBe(4_000_000_000);
    }

    [Fact]
    public void The_timeout_of_a_question_comes_in_virtual_time()
    {
        var silent = ActorOf(() => new SlowEcho(TimeSpan.FromHours(1)));

        Should.Throw<AskTimeoutException>(() => this.Await(silent.Ask<string>("x", Span.Seconds(2))));
        this.Virtual().Now.ShouldBe(2_000_000_000);
    }

    [Fact]
    public void A_question_without_an_answer_is_given_up_with_a_reason()
    {
        using var kit = new TestKit("akka.test.default-timeout = 10ms");
        var silent = kit.ActorOf(() => new SlowEcho(TimeSpan.FromHours(1)));

        Should.Throw<TimeoutException>(() => kit.Await(silent.Ask<string>("x"))).Message.ShouldContain("no actor brings about");
    }

    [Fact]
    public void Work_on_other_threads_is_waited_for_in_real_time()
    {
        WithinAsync(Span.Seconds(1), async () =>
        {
            (await Task.Run(() => 41) + 1).ShouldBe(42);
            await Task.Yield();
            TestActor.Tell("done");
            ExpectMsg("done");
        }).IsCompletedSuccessfully.ShouldBeTrue();
        this.Virtual().Now.ShouldBe(0);
    }

    [Fact]
    public void A_failure_in_an_asynchronous_block_is_let_through()
    {
        Should.Throw<FormatException>(() => WithinAsync(Span.Seconds(1), async () =>
        {
            await Task.Yield();
            throw new FormatException();
        }));
        SynchronizationContext.Current.ShouldNotBeOfType<ContinuationPump>();
    }
}
