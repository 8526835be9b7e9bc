using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class SupervisionTests
{
    [Fact]
    public void By_default_a_failing_actor_is_restarted_and_keeps_its_mailbox()
    {
        // Given
        var seen = new List<object>();
        var fun = new Fun { OnMessage = (_, message) => seen.Add(message is "fail" ? throw new InvalidOperationException("boom") : message) };
        using var lab = new Lab();
        var actor = lab.Make(fun);

        // When
        lab.Tell(actor, 1, "fail", 2);

        // Then
        seen.ShouldBe([1, 2]);
        fun.Instances.ShouldBe(2);
        fun.Steps.ShouldBe(["PreStart", "PreRestart(boom, fail)", "PostStop", "PostRestart(boom)", "PreStart"]);
    }

    [Theory]
    [InlineData(Directive.Resume, 1, "1 2")]
    [InlineData(Directive.Restart, 2, "1 2")]
    [InlineData(Directive.Stop, 1, "1")]
    public void The_parents_strategy_decides(Directive directive, int instances, string handled)
    {
        // Given
        var seen = new List<object>();
        var child = Failing(seen);
        using var lab = new Lab();
        var parent = Parent(lab, child, new OneForOneStrategy(_ => directive));

        // When
        lab.Tell(parent, 1, "fail", 2);

        // Then
        string.Join(' ', seen).ShouldBe(handled);
        child.Instances.ShouldBe(instances);
        child.Steps.Count(step => step == "PostStop").ShouldBe(directive == Directive.Resume ? 0 : 1);
    }

    [Fact]
    public void Escalate_fails_the_parent_and_its_restart_replaces_the_child()
    {
        // Given
        var seen = new List<object>();
        var child = Failing(seen);
        var parentFun = new Fun
        {
            Strategy = new OneForOneStrategy(_ => Directive.Escalate),
            OnPreStart = me => me.Inside.ActorOf(Recipe.Of(child), "child"),
            OnMessage = (me, message) => me.Inside.Child("child").Tell(message),
        };
        using var lab = new Lab();
        var parent = lab.Make(parentFun);

        // When
        lab.Tell(parent, "fail");
        lab.Tell(parent, 1);

        // Then
        parentFun.Steps.ShouldBe(["PreStart", "PreRestart(boom, )", "PostStop", "PostRestart(boom)", "PreStart"]);
        child.Instances.ShouldBe(2);
        seen.ShouldBe([1]);
    }

    [Fact]
    public void An_escalated_failure_that_the_grandparent_resumes_resumes_the_child_too()
    {
        // Given
        var seen = new List<object>();
        var child = Failing(seen);
        var middle = new Fun
        {
            Strategy = new OneForOneStrategy(_ => Directive.Escalate),
            OnPreStart = me => me.Inside.ActorOf(Recipe.Of(child), "child"),
            OnMessage = (me, message) => me.Inside.Child("child").Tell(message),
        };
        using var lab = new Lab();
        var top = Parent(lab, middle, new OneForOneStrategy(_ => Directive.Resume));

        // When
        lab.Tell(top, "fail", 1);
        lab.Tell(top, 2);

        // Then
        seen.ShouldBe([1, 2]);
        child.Instances.ShouldBe(1);
        middle.Instances.ShouldBe(1);
    }

    [Fact]
    public void A_failed_actor_handles_nothing_until_the_decision()
    {
        // Given: the decision is made in the parent's turn, after the messages sent before.
        var seen = new List<object>();
        var child = Failing(seen);
        using var lab = new Lab(change: options => options with { Throughput = 1 });
        var parent = Parent(lab, child, new OneForOneStrategy(_ =>
        {
            seen.Add("decision");
            return Directive.Resume;
        }));

        // When
        lab.Tell(parent, "fail", 1, 2);

        // Then
        seen.ShouldBe(["decision", 1, 2]);
    }

    [Fact]
    public void Siblings_of_a_failing_child_are_left_alone()
    {
        // Given
        var quiet = new Fun();
        var child = Failing([]);
        using var lab = new Lab();
        var parent = lab.Make(new Fun
        {
            OnPreStart = me =>
            {
                me.Inside.ActorOf(Recipe.Of(quiet), "quiet");
                me.Inside.ActorOf(Recipe.Of(child), "child");
            },
            OnMessage = (me, message) => me.Inside.Child("child").Tell(message),
        });

        // When
        lab.Tell(parent, "fail");

        // Then
        quiet.Instances.ShouldBe(1);
        quiet.Steps.ShouldBe(["PreStart"]);
        child.Instances.ShouldBe(2);
    }

    [Theory]
    [InlineData(2, -1, 0, 3)]
    [InlineData(0, -1, 0, 1)]
    [InlineData(-1, -1, 0, 6)]
    [InlineData(2, 1000, 600, 6)]
    [InlineData(2, 1000, 100, 3)]
    [InlineData(-1, 1000, 100, 2)]
    public void Restarts_are_limited_in_number_and_window(int limit, int windowMilliseconds, int pauseMilliseconds, int instances)
    {
        // Given
        var child = Failing([]);
        using var lab = new Lab();
        var parent = Parent(lab, child, new OneForOneStrategy(limit, windowMilliseconds, _ => Directive.Restart));

        // When: five failures, some time apart.
        for (var i = 0; i < 5; i++)
        {
            lab.Tell(parent, "fail");
            lab.Virtual.Advance(TimeSpan.FromMilliseconds(pauseMilliseconds));
        }

        // Then
        child.Instances.ShouldBe(instances);
    }

    [Fact]
    public void Props_override_the_actors_own_strategy()
    {
        // Given
        var child = Failing([]);
        var parent = new Fun
        {
            Strategy = new OneForOneStrategy(_ => Directive.Restart),
            OnPreStart = me => me.Inside.ActorOf(Recipe.Of(child), "child"),
            OnMessage = (me, message) => me.Inside.Child("child").Tell(message),
        };
        using var lab = new Lab();
        var made = lab.System.ActorOf(Recipe.Of(parent).WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy));

        // When
        lab.Tell(made, "fail");

        // Then
        child.Instances.ShouldBe(1);
        child.Steps.ShouldContain("PostStop");
    }

    [Fact]
    public void Decisions_are_logged_with_the_childs_path_unless_switched_off()
    {
        // Given
        using var lab = new Lab();
        var loud = Parent(lab, Failing([]), new OneForOneStrategy(_ => Directive.Restart), "loud");
        var quiet = Parent(lab, Failing([]), new OneForOneStrategy(-1, -1, _ => Directive.Restart, loggingEnabled: false), "quiet");

        // When
        lab.Tell(loud, "fail");
        lab.Tell(quiet, "fail");

        // Then
        lab.Log.Count(entry => entry.Level == LogLevel.ErrorLevel).ShouldBe(1);
        lab.Log.Single(entry => entry.Level == LogLevel.ErrorLevel).Source.ShouldBe("akka://lab/user/loud/child");
    }

    [Fact]
    public void A_decider_that_throws_fails_the_supervisor()
    {
        // Given
        var middle = new Fun
        {
            Strategy = new OneForOneStrategy(_ => throw new InvalidOperationException("undecided")),
            OnPreStart = me => me.Inside.ActorOf(Recipe.Of(Failing([])), "child"),
            OnMessage = (me, message) => me.Inside.Child("child").Tell(message),
        };
        using var lab = new Lab();
        var actor = lab.Make(middle);

        // When
        lab.Tell(actor, "fail");

        // Then
        middle.Steps.ShouldContain("PreRestart(undecided, )");
        middle.Instances.ShouldBe(2);
    }

    internal static Fun Failing(List<object> seen) => new()
    {
        OnMessage = (_, message) =>
        {
            if (message is "fail") throw new InvalidOperationException("boom");
            seen.Add(message);
        },
    };

    private static IActorRef Parent(Lab lab, Fun child, SupervisorStrategy strategy, string? name = null) => lab.Make(
        new Fun
        {
            Strategy = strategy,
            OnPreStart = me => me.Inside.ActorOf(Recipe.Of(child), "child"),
            OnMessage = (me, message) => me.Inside.Child("child").Tell(message),
        },
        name);
}
