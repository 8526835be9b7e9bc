using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class RestartTests
{
    [Fact]
    public void A_restart_stops_all_children_first_and_waits_for_them()
    {
        // Given
        var order = new List<string>();
        var child = new Fun { OnPostStop = _ => order.Add("child stopped") };
        var fun = new Fun
        {
            OnPreStart = me =>
            {
                order.Add("started");
                me.Inside.ActorOf(Recipe.Of(child), "child");
            },
            OnMessage = (_, message) =>
            {
                if (message is "fail") throw new InvalidOperationException("boom");
            },
        };
        using var lab = new Lab();
        var actor = lab.Make(fun);

        // When
        lab.Tell(actor, "fail");

        // Then: the new child bears the name of the old one, so the old one must have gone before.
        order.ShouldBe(["started", "child stopped", "started"]);
        child.Instances.ShouldBe(2);
        lab.Log.ShouldNotContain(entry => entry.Message.Contains("taken"));
    }

    [Fact]
    public void Children_that_PreRestart_spares_are_restarted()
    {
        // Given
        var child = new Fun();
        var fun = new Fun
        {
            OnPreRestart = _ => { },
            OnPreStart = me =>
            {
                if (me.Inside.Child("child").IsNobody()) me.Inside.ActorOf(Recipe.Of(child), "child");
            },
            OnMessage = (_, message) =>
            {
                if (message is "fail") throw new InvalidOperationException("boom");
            },
        };
        using var lab = new Lab();
        var actor = lab.Make(fun);

        // When
        lab.Tell(actor, "fail");

        // Then
        child.Steps.ShouldBe(["PreStart", "PreRestart(boom, )", "PostStop", "PostRestart(boom)", "PreStart"]);
    }

    [Fact]
    public void The_reference_stays_valid_and_the_state_is_new()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var actor = lab.System.ActorOf(Props.Create(() => new Counter()));

        // When
        lab.Tell(probe.Ref, (Action<IActorContext>)(_ =>
        {
            foreach (var message in new[] { "up", "up", "tell", "fail", "up", "tell" }) actor.Tell(message);
        }));

        // Then
        probe.Messages.ShouldBe([2, 1]);
    }

    [Fact]
    public void PreRestart_knows_message_and_sender_of_the_failure()
    {
        // Given
        IActorRef? sender = null;
        using var lab = new Lab();
        var actor = lab.Make(new Fun
        {
            OnMessage = (_, _) => throw new InvalidOperationException("boom"),
            OnPreRestart = me => sender = me.From,
        });
        var other = lab.Make((_, message) => actor.Tell(message));

        // When
        lab.Tell(other, "x");

        // Then
        sender.ShouldBe(other);
    }

    [Fact]
    public void A_failing_constructor_stops_the_actor_by_default()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var fun = new Fun { OnConstruct = _ => throw new InvalidOperationException("no way") };
        var actor = lab.Make(fun, "broken");

        // When
        lab.Tell(probe.Ref, (Action<IActorContext>)(context => context.Watch(actor)));

        // Then
        probe.Messages.OfType<Terminated>().Single().ActorRef.ShouldBe(actor);
        var entry = lab.Log.Single(entry => entry.Level == LogLevel.ErrorLevel);
        entry.Cause.ShouldBeOfType<ActorInitializationException>().InnerException!.Message.ShouldBe("no way");
        entry.Source.ShouldBe("akka://lab/user/broken");
        fun.Steps.ShouldBeEmpty();
    }

    [Fact]
    public void A_failing_PreStart_stops_the_actor_without_PostStop()
    {
        // Given
        var fun = new Fun { OnPreStart = _ => throw new InvalidOperationException("not today") };
        using var lab = new Lab();
        lab.Make(fun);

        // When
        lab.Run();

        // Then
        fun.Steps.ShouldBe(["PreStart"]);
    }

    [Fact]
    public void A_creation_may_be_tried_again()
    {
        // Given
        var seen = new List<object>();
        var attempts = 0;
        var fun = new Fun { OnMessage = (_, message) => seen.Add(message), OnConstruct = _ => FailTwice() };
        using var lab = new Lab();
        var parent = lab.Make(new Fun
        {
            Strategy = new OneForOneStrategy(_ => Directive.Restart),
            OnPreStart = me => me.Inside.ActorOf(Recipe.Of(fun), "child"),
            OnMessage = (me, message) => me.Inside.Child("child").Tell(message),
        });

        // When
        lab.Tell(parent, "kept");

        // Then
        fun.Instances.ShouldBe(3);
        seen.ShouldBe(["kept"]);

        void FailTwice()
        {
            if (++attempts < 3) throw new InvalidOperationException("later");
        }
    }

    [Fact]
    public void A_failing_PostRestart_stops_the_actor()
    {
        // Given
        var starts = 0;
        var fun = new Fun
        {
            OnMessage = (_, _) => throw new InvalidOperationException("boom"),
            OnPreStart = _ =>
            {
                if (++starts == 2) throw new InvalidOperationException("second start");
            },
        };
        using var lab = new Lab();
        var letters = lab.Listen<DeadLetter>();
        var actor = lab.Make(fun);

        // When
        lab.Tell(actor, "x");
        lab.Tell(actor, "too late");

        // Then
        letters.Messages.Cast<DeadLetter>().Single().Message.ShouldBe("too late");
        lab.Log.ShouldContain(entry => entry.Cause is ActorInitializationException && entry.Message.Contains("second start"));
    }

    [Fact]
    public void Failing_PreRestart_and_PostStop_are_logged_and_change_nothing()
    {
        // Given
        var fun = new Fun
        {
            OnMessage = (_, message) =>
            {
                if (message is "fail") throw new InvalidOperationException("boom");
            },
            OnPreRestart = _ => throw new InvalidOperationException("in PreRestart"),
            OnPostStop = _ => throw new InvalidOperationException("in PostStop"),
        };
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var actor = lab.Make(fun);

        // When
        lab.Tell(probe.Ref, (Action<IActorContext>)(context => context.Watch(actor)));
        lab.Tell(actor, "fail");
        lab.System.Stop(actor);
        lab.Run();

        // Then
        fun.Instances.ShouldBe(2);
        probe.Messages.OfType<Terminated>().Count().ShouldBe(1);
        lab.Log.Select(entry => entry.Cause?.Message).ShouldBe(["boom", "in PreRestart", "in PostStop"]);
    }

    private sealed class Counter : UntypedActor
    {
        private int _count;

        protected override void OnReceive(object message)
        {
            if (message is "up") _count++;
            else if (message is "tell") Sender.Tell(_count);
            else throw new InvalidOperationException("boom");
        }
    }
}
