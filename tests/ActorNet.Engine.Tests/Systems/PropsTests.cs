using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class PropsTests
{
    [Fact]
    public void Arguments_are_evaluated_once_and_reused_on_every_restart()
    {
        // Given
        var evaluated = 0;
        var made = new List<int>();
        using var lab = new Lab();
        Func<int> next = () => ++evaluated;
        var props = Props.Create(() => new Numbered(made, next()));

        // When
        var actor = lab.System.ActorOf(props);
        lab.Tell(actor, "fail", "fail");

        // Then
        evaluated.ShouldBe(1);
        made.ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void Only_a_construction_is_taken()
    {
        Func<FunActor> make = () => throw new InvalidOperationException("must not run");

        Should.Throw<ArgumentException>(() => Props.Create(() => make())).Message.ShouldContain("new TheActor");
    }

    [Fact]
    public void Constructor_arguments_find_their_constructor()
    {
        // Given
        var made = new List<int>();
        using var lab = new Lab();

        // When
        lab.System.ActorOf(Props.Create<Numbered>(made, 5));
        var type = made.Count == 0 ? typeof(Numbered) : typeof(Plain);
        lab.System.ActorOf(Props.Create(type, made, 6));
        lab.Run();

        // Then
        made.ShouldBe([5, 6]);
    }

    [Fact]
    public void Wrong_arguments_fail_the_creation_and_the_supervisor_hears()
    {
        // Given
        using var lab = new Lab();

        // When
        lab.System.ActorOf(Props.Create<Numbered>("wrong"));
        lab.Run();

        // Then
        lab.Log.Single().Cause.ShouldBeOfType<ActorInitializationException>();
    }

    [Fact]
    public void What_is_no_actor_is_refused_at_once()
    {
        foreach (var type in new[] { typeof(string), typeof(UntypedActor) })
            Should.Throw<ArgumentException>(() => Props.Create(type)).Message.ShouldContain("ActorBase");
    }

    [Fact]
    public void With_makes_another_recipe()
    {
        // Given
        var props = Props.Create<Plain>();

        // When
        var pinned = props.WithDispatcher("loop-0").WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy);

        // Then
        props.SupervisorStrategy.ShouldBeNull();
        pinned.SupervisorStrategy.ShouldBe(SupervisorStrategy.StoppingStrategy);
        props.Equals(Props.Create<Plain>()).ShouldBeTrue();
        props.Equals(pinned).ShouldBeFalse();
        Props.Create<Plain>().GetHashCode().ShouldBe(props.GetHashCode());
    }

    [Fact]
    public void An_actor_without_arguments_is_made_by_its_type()
    {
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var actor = lab.System.ActorOf<Plain>("plain");

        lab.Tell(probe.Ref, (Action<IActorContext>)(_ => actor.Tell("x")));

        probe.Messages.ShouldBe(["x"]);
    }

    private sealed class Numbered : UntypedActor
    {
        public Numbered(List<int> made, int number) => made.Add(number);

        protected override void OnReceive(object message) => throw new InvalidOperationException("boom");
    }

    private sealed class Plain : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }
}
