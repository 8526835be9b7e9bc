using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class DeathWatchTests
{
    [Fact]
    public void A_watcher_gets_one_Terminated_however_often_it_watched()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var actor = lab.Make(new Fun());
        Do(lab, probe, context =>
        {
            context.Watch(actor);
            context.Watch(actor);
            context.WatchWith(actor, "second");
        });

        // When
        lab.Tell(actor, PoisonPill.Instance);

        // Then
        probe.Messages.ShouldBe([new Terminated(actor, existenceConfirmed: true, addressTerminated: false)]);
        probe.Senders.ShouldBe([actor]);
    }

    [Fact]
    public void WatchWith_sends_its_message_and_the_first_watch_stays()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var actor = lab.Make(new Fun());
        Do(lab, probe, context =>
        {
            context.WatchWith(actor, "gone");
            context.Watch(actor);
        });

        // When
        lab.Tell(actor, PoisonPill.Instance);

        // Then
        probe.Messages.ShouldBe(["gone"]);
    }

    [Fact]
    public void Watching_a_dead_reference_gives_one_Terminated()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var actor = lab.Make(new Fun());
        lab.Tell(actor, PoisonPill.Instance);

        // When
        Do(lab, probe, context => context.Watch(actor));
        Do(lab, probe, context => context.Watch(lab.System.DeadLetters));
        Do(lab, probe, context => context.Watch(ActorRefs.Nobody));

        // Then
        probe.Messages.Cast<Terminated>().Select(t => t.ActorRef).ShouldBe([actor, lab.System.DeadLetters, ActorRefs.Nobody]);
        probe.Messages.Cast<Terminated>().ShouldAllBe(t => !t.ExistenceConfirmed);
    }

    [Fact]
    public void An_unhandled_Terminated_breaks_the_death_pact()
    {
        // Given
        var fun = new Fun { OnMessage = (me, message) => me.Pass(message) };
        using var lab = new Lab();
        var actor = lab.Make(new Fun());
        var watcher = lab.Make(new Fun
        {
            Strategy = SupervisorStrategy.DefaultStrategy,
            OnPreStart = me => me.Inside.Watch(actor),
            OnMessage = fun.OnMessage,
        });
        lab.Run();

        // When
        lab.Tell(actor, PoisonPill.Instance);

        // Then
        lab.Log.Single().Cause.ShouldBeOfType<DeathPactException>().DeadActor.ShouldBe(actor);
        lab.Log.Single().Source.ShouldBe(watcher.Path.ToString());
    }

    [Fact]
    public void Unwatch_takes_back_a_notice_that_waits_in_the_mailbox()
    {
        // Given: the watcher is busy with a turn in which the watched actor has died already.
        using var lab = new Lab(change: options => options with { Throughput = 1 });
        var probe = lab.NewProbe();
        var actor = lab.Make(new Fun());
        Do(lab, probe, context => context.Watch(actor));

        // When: both in one instant, the notice is queued before the Unwatch is handled.
        actor.Tell(PoisonPill.Instance);
        probe.Ref.Tell("busy");
        probe.Ref.Tell((Action<IActorContext>)(context => context.Unwatch(actor)));
        lab.Run();

        // Then
        probe.Messages.ShouldBe(["busy"]);
    }

    [Fact]
    public void Terminated_comes_after_all_that_the_dead_actor_sent()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var actor = lab.Make(new Fun
        {
            OnMessage = (_, message) => probe.Ref.Tell(message),
            OnPostStop = _ => probe.Ref.Tell("last"),
        });
        Do(lab, probe, context => context.Watch(actor));

        // When
        lab.Tell(actor, 1, 2, PoisonPill.Instance);

        // Then
        probe.Messages.Take(3).ShouldBe([1, 2, "last"]);
        probe.Messages[3].ShouldBeOfType<Terminated>();
    }

    [Fact]
    public void A_parent_that_watches_its_child_hears_once()
    {
        // Given
        var heard = new List<object>();
        using var lab = new Lab();
        var parent = lab.Make((me, message) =>
        {
            if (message is "make") me.Inside.Watch(me.Inside.ActorOf(Recipe.Of(new Fun()), "child")).Tell(PoisonPill.Instance);
            else heard.Add(message);
        });

        // When
        lab.Tell(parent, "make");

        // Then
        heard.OfType<Terminated>().Count().ShouldBe(1);
        lab.Tell(parent, "make");
        heard.OfType<Terminated>().Count().ShouldBe(2);
    }

    [Fact]
    public void A_full_mailbox_does_not_lose_the_notice()
    {
        // Given
        using var lab = new Lab(change: options => options with { MailboxLimit = 2 });
        var probe = lab.NewProbe();
        var actor = lab.Make(new Fun());
        Do(lab, probe, context => context.Watch(actor));
        var filler = lab.Make((_, _) =>
        {
            probe.Ref.Tell(1);
            probe.Ref.Tell(2);
            lab.System.Stop(actor);
        });

        // When
        lab.Tell(filler, "go");

        // Then
        probe.Messages.OfType<Terminated>().Count().ShouldBe(1);
    }

    [Fact]
    public void A_restarted_watcher_that_kept_its_watch_still_hears()
    {
        // Given
        using var lab = new Lab();
        var heard = new List<object>();
        var actor = lab.Make(new Fun());
        var watcher = lab.Make((me, message) =>
        {
            if (message is "watch") me.Inside.Watch(actor);
            else if (message is "fail") throw new InvalidOperationException("boom");
            else heard.Add(message);
        });

        // When
        lab.Tell(watcher, "watch", "fail");
        lab.Tell(actor, PoisonPill.Instance);

        // Then
        heard.OfType<Terminated>().Count().ShouldBe(1);
    }

    private static void Do(Lab lab, Probe probe, Action<IActorContext> action) => lab.Tell(probe.Ref, action);
}
