using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class TimersTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_single_timer_fires_once_at_its_time()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = Make(lab, seen);
        lab.Tell(actor, (Action<FunActor>)(me => me.Timers.StartSingleTimer("k", "tick", Second)));

        // When
        lab.Virtual.Advance(Second * 0.999);
        seen.ShouldBeEmpty();
        lab.Virtual.Advance(Second * 10);

        // Then
        seen.ShouldBe(["tick@1000"]);
    }

    [Fact]
    public void A_periodic_timer_fires_at_fixed_distances_all_within_one_advance()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = Make(lab, seen);
        lab.Tell(actor, (Action<FunActor>)(me => me.Timers.StartPeriodicTimer("k", "tick", Second / 10, Second / 4)));

        // When
        lab.Virtual.Advance(Second);

        // Then
        seen.ShouldBe(["tick@100", "tick@350", "tick@600", "tick@850"]);
    }

    [Fact]
    public void Starting_a_key_again_replaces_its_timer()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = Make(lab, seen);
        lab.Tell(actor, (Action<FunActor>)(me =>
        {
            me.Timers.StartSingleTimer("k", "old", Second);
            me.Timers.StartSingleTimer("k", "new", Second * 2);
        }));

        // When
        lab.Virtual.Advance(Second * 5);

        // Then
        seen.ShouldBe(["new@2000"]);
    }

    [Fact]
    public void A_message_of_a_cancelled_or_replaced_timer_is_discarded_even_in_the_mailbox()
    {
        // Given: three deadlines come at the same instant as a message that takes them back before they are handled.
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = Make(lab, seen);
        lab.Tell(actor, (Action<FunActor>)(me =>
        {
            me.Timers.StartSingleTimer("first", "first", Second);
            me.Timers.StartSingleTimer("cancelled", "cancelled", TimeSpan.Zero);
            me.Timers.StartSingleTimer("replaced", "replaced", TimeSpan.Zero);
            me.Inside.System.Scheduler.Advanced.ScheduleOnce(TimeSpan.Zero, () => { });
        }));

        // When: hold the actor in its turn while the deadlines pass.
        lab.Tell(actor, (Action<FunActor>)(me =>
        {
            me.Timers.StartSingleTimer("a", "a", TimeSpan.Zero);
            me.Timers.StartSingleTimer("b", (Action<FunActor>)(inner =>
            {
                inner.Timers.Cancel("c");
                inner.Timers.StartSingleTimer("d", "d again", Second);
            }), Second / 2);
            me.Timers.StartSingleTimer("c", "c", Second / 2);
            me.Timers.StartSingleTimer("d", "d", Second / 2);
        }));
        lab.Virtual.Advance(Second * 2);

        // Then
        seen.ShouldBe(["cancelled@0", "replaced@0", "a@0", "first@1000", "d again@1500"]);
    }

    [Fact]
    public void A_generation_that_waits_in_the_mailbox_is_void_after_cancel()
    {
        // Given: the actor is suspended by its failure while the timer fires, so the message waits in the mailbox.
        var seen = new List<string>();
        using var lab = new Lab();
        var gate = new TaskCompletionSource();
        var actor = Make(lab, seen);
        lab.Tell(actor, (Action<FunActor>)(me =>
        {
            me.Timers.StartSingleTimer("k", "void", Second);
            me.Async(async () =>
            {
                await gate.Task;
                me.Timers.Cancel("k");
            });
        }));

        // When
        lab.Virtual.Advance(Second * 2);
        gate.SetResult();
        lab.Run();

        // Then
        seen.ShouldBeEmpty();
    }

    [Fact]
    public void Timers_end_with_restart_and_stop()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var letters = lab.Listen<AllDeadLetters>();
        var restarted = Make(lab, seen);
        var stopped = Make(lab, seen);
        foreach (var actor in new[] { restarted, stopped })
            lab.Tell(actor, (Action<FunActor>)(me => me.Timers.StartPeriodicTimer("k", "tick", Second)));

        // When
        lab.Tell(restarted, (Action<FunActor>)(_ => throw new InvalidOperationException("boom")));
        lab.System.Stop(stopped);
        lab.Virtual.Advance(Second * 5);

        // Then
        seen.ShouldBeEmpty();
        letters.Messages.ShouldBeEmpty();
        lab.Virtual.NextDeadline.ShouldBeNull();
    }

    [Fact]
    public void A_key_is_active_until_its_message_is_handled_or_it_is_cancelled()
    {
        // Given
        var active = new List<bool>();
        using var lab = new Lab();
        var actor = Make(lab, []);
        void Look() => lab.Tell(actor, (Action<FunActor>)(me => active.Add(me.Timers.IsTimerActive("k"))));

        // When
        Look();
        lab.Tell(actor, (Action<FunActor>)(me => me.Timers.StartSingleTimer("k", "tick", Second)));
        Look();
        lab.Virtual.Advance(Second);
        Look();
        lab.Tell(actor, (Action<FunActor>)(me => me.Timers.StartPeriodicTimer("k", "tick", Second)));
        lab.Virtual.Advance(Second);
        Look();
        lab.Tell(actor, (Action<FunActor>)(me => me.Timers.CancelAll()));
        Look();

        // Then
        active.ShouldBe([false, true, false, true, false]);
    }

    [Fact]
    public void A_timer_that_the_actor_fails_on_goes_to_the_supervisor()
    {
        // Given
        var fun = new Fun
        {
            OnMessage = (_, _) => throw new InvalidOperationException("in timer"),
            OnPreStart = me => me.Timers.StartSingleTimer("k", "tick", Second),
        };
        using var lab = new Lab();
        lab.Make(fun);

        // When
        lab.Virtual.Advance(Second * 2.5);

        // Then
        fun.Instances.ShouldBe(3);
    }

    private static IActorRef Make(Lab lab, List<string> seen) => lab.Make((me, message) =>
    {
        if (message is Action<FunActor> action) action(me);
        else seen.Add($"{message}@{lab.Virtual.Now / 1_000_000}");
    });
}
