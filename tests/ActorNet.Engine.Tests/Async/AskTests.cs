using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class AskTests
{
    [Fact]
    public void The_answer_completes_the_task_within_the_run()
    {
        // Given
        using var lab = new Lab();
        var actor = lab.Make((me, message) => me.From.Tell((int)message * 2));

        // When
        var answer = actor.Ask<int>(21);
        answer.IsCompleted.ShouldBeFalse();
        lab.Run();

        // Then
        answer.IsCompletedSuccessfully.ShouldBeTrue();
        Lab.Result(answer).ShouldBe(42);
    }

    [Fact]
    public void Only_the_first_answer_counts_and_later_ones_are_dead_letters()
    {
        // Given
        using var lab = new Lab();
        var letters = lab.Listen<DeadLetter>();
        var actor = lab.Make((me, _) =>
        {
            me.From.Tell(1);
            me.From.Tell(2);
        });

        // When
        var answer = actor.Ask("x");
        lab.Run();

        // Then
        Lab.Result(answer).ShouldBe(1);
        letters.Messages.Cast<DeadLetter>().Single().Message.ShouldBe(2);
    }

    [Fact]
    public void A_failure_as_answer_throws_its_cause()
    {
        // Given
        using var lab = new Lab();
        var actor = lab.Make((me, _) => me.From.Tell(new Status.Failure(new InvalidOperationException("no"))));

        // When
        var answer = actor.Ask<int>("x");
        lab.Run();

        // Then
        answer.Exception!.InnerException.ShouldBeOfType<InvalidOperationException>().Message.ShouldBe("no");
    }

    [Fact]
    public void An_answer_of_another_type_fails_the_task_and_says_which()
    {
        // Given
        using var lab = new Lab();
        var actor = lab.Make((me, _) => me.From.Tell("text"));

        // When
        var answer = actor.Ask<int>("x");
        lab.Run();

        // Then
        answer.Exception!.InnerException.ShouldBeOfType<ArgumentException>().Message.ShouldContain("System.String");
    }

    [Fact]
    public void A_timeout_runs_on_the_systems_clock()
    {
        // Given
        using var lab = new Lab();
        var actor = lab.Make((_, _) => { }, "deaf");

        // When
        var answer = actor.Ask<int>("x", TimeSpan.FromSeconds(1));
        lab.Virtual.Advance(TimeSpan.FromMilliseconds(999));
        answer.IsCompleted.ShouldBeFalse();
        lab.Virtual.Advance(TimeSpan.FromMilliseconds(1));

        // Then
        answer.Exception!.InnerException.ShouldBeOfType<AskTimeoutException>().Message.ShouldContain("deaf");
    }

    [Fact]
    public void Without_a_timeout_it_waits_for_ever_and_a_token_ends_it()
    {
        // Given
        using var lab = new Lab();
        using var source = new CancellationTokenSource();
        var actor = lab.Make((_, _) => { });

        // When
        var answer = actor.Ask<int>("x", source.Token);
        lab.Virtual.Advance(TimeSpan.FromDays(1));
        answer.IsCompleted.ShouldBeFalse();
        source.Cancel();

        // Then
        answer.IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public void An_answer_in_time_disarms_the_timeout()
    {
        // Given
        using var lab = new Lab();
        var actor = lab.Make((me, message) => me.From.Tell(message));

        // When
        _ = actor.Ask<string>("x", TimeSpan.FromSeconds(1));
        lab.Run();

        // Then
        lab.Virtual.NextDeadline.ShouldBeNull();
    }

    [Fact]
    public void The_message_may_carry_the_address_for_the_answer()
    {
        // Given
        using var lab = new Lab();
        var actor = lab.Make((_, message) => ((IActorRef)message).Tell("here"));

        // When
        var answer = actor.Ask<string>(replyTo => replyTo, null, CancellationToken.None);
        lab.Run();

        // Then
        Lab.Result(answer).ShouldBe("here");
    }

    [Fact]
    public void What_belongs_to_no_system_cannot_be_asked_from_outside()
    {
        Should.Throw<ArgumentException>(() => { _ = ActorRefs.Nobody.Ask("x"); });
    }
}
