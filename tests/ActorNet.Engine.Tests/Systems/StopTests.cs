using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class StopTests
{
    [Fact]
    public void PoisonPill_waits_its_turn_and_what_follows_is_a_dead_letter()
    {
        // Given
        var seen = new List<object>();
        using var lab = new Lab();
        var letters = lab.Listen<DeadLetter>();
        var actor = lab.Make((_, message) => seen.Add(message));

        // When
        lab.Tell(actor, 1, PoisonPill.Instance, 2);

        // Then
        seen.ShouldBe([1]);
        letters.Messages.Cast<DeadLetter>().Single().Message.ShouldBe(2);
        letters.Messages.Cast<DeadLetter>().Single().Recipient.ShouldBe(actor);
    }

    [Fact]
    public void Stop_takes_effect_after_the_current_message()
    {
        // Given
        var seen = new List<object>();
        using var lab = new Lab();
        var letters = lab.Listen<DeadLetter>();
        var actor = lab.Make((me, message) =>
        {
            if (message is "stop") me.Inside.Stop(me.Me);
            seen.Add(message);
        });

        // When
        lab.Tell(actor, 1, "stop", 2, 3);

        // Then
        seen.ShouldBe([1, "stop"]);
        letters.Messages.Cast<DeadLetter>().Select(letter => letter.Message).ShouldBe([2, 3]);
    }

    [Fact]
    public void System_messages_overtake_user_messages()
    {
        // Given
        var seen = new List<object>();
        using var lab = new Lab();
        var actor = lab.Make((_, message) => seen.Add(message));
        lab.Run();

        // When
        actor.Tell(1);
        lab.System.Stop(actor);
        lab.Run();

        // Then
        seen.ShouldBeEmpty();
    }

    [Fact]
    public void Kill_fails_the_actor_and_the_default_strategy_stops_it()
    {
        // Given
        var fun = new Fun();
        using var lab = new Lab();
        var actor = lab.Make(fun);

        // When
        lab.Tell(actor, Kill.Instance);

        // Then
        fun.Steps.ShouldBe(["PreStart", "PostStop"]);
        lab.Log.Single().Cause.ShouldBeOfType<ActorKilledException>();
        lab.System.WhenTerminated.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Children_stop_before_their_parent()
    {
        // Given
        var order = new List<string>();
        using var lab = new Lab();
        var parent = lab.Make(new Fun
        {
            OnPreStart = me => me.Inside.ActorOf(Recipe.Of(new Fun { OnPostStop = _ => order.Add("child") })),
            OnPostStop = _ => order.Add("parent"),
        });

        // When
        lab.Tell(parent, PoisonPill.Instance);

        // Then
        order.ShouldBe(["child", "parent"]);
    }

    [Fact]
    public void A_stopping_actor_takes_no_children()
    {
        // Given
        Exception? thrown = null;
        using var lab = new Lab();
        var actor = lab.Make(new Fun
        {
            OnPostStop = me => thrown = Should.Throw<InvalidOperationException>(() => me.Inside.ActorOf(Recipe.Of(new Fun()))),
        });

        // When
        lab.Tell(actor, PoisonPill.Instance);

        // Then
        thrown!.Message.ShouldContain("stopping");
    }

    [Fact]
    public void Messages_whose_loss_is_nothing_to_tell_are_suppressed()
    {
        // Given
        using var lab = new Lab();
        var letters = lab.Listen<DeadLetter>();
        var suppressed = lab.Listen<SuppressedDeadLetter>();
        var actor = lab.Make((_, _) => { });

        // When
        lab.Tell(actor, PoisonPill.Instance, PoisonPill.Instance);

        // Then
        letters.Messages.ShouldBeEmpty();
        suppressed.Messages.Cast<SuppressedDeadLetter>().Single().Message.ShouldBe(PoisonPill.Instance);
    }

    [Fact]
    public void Identify_is_answered_by_every_actor()
    {
        // Given
        using var lab = new Lab();
        var actor = lab.Make((_, _) => throw new InvalidOperationException("never asked"));

        // When
        var answer = actor.Ask<ActorIdentity>(new Identify(7));
        lab.Run();

        // Then
        Lab.Result(answer).Subject.ShouldBe(actor);
        Lab.Result(answer).MessageId.ShouldBe(7);
    }

    [Fact]
    public void GracefulStop_completes_after_PostStop()
    {
        // Given
        var stopped = false;
        using var lab = new Lab();
        var actor = lab.Make(new Fun { OnPostStop = _ => stopped = true });

        // When
        var end = actor.GracefulStop(TimeSpan.FromSeconds(1));
        end.IsCompleted.ShouldBeFalse();
        lab.Run();

        // Then
        end.IsCompletedSuccessfully.ShouldBeTrue();
        Lab.Result(end).ShouldBeTrue();
        stopped.ShouldBeTrue();
    }

    [Fact]
    public void GracefulStop_of_a_deaf_actor_is_cancelled_when_the_time_is_over()
    {
        // Given
        using var lab = new Lab();
        var actor = lab.Make((_, _) => { });

        // When
        var end = actor.GracefulStop(TimeSpan.FromSeconds(1), "please");
        lab.Virtual.Advance(TimeSpan.FromMilliseconds(999));
        end.IsCompleted.ShouldBeFalse();
        lab.Virtual.Advance(TimeSpan.FromMilliseconds(1));

        // Then
        end.IsCanceled.ShouldBeTrue();
    }
}
