using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class ContextTests
{
    [Fact]
    public async Task Context_and_Sender_are_refused_outside_of_a_turn()
    {
        // Given
        FunActor? kept = null;
        using var lab = new Lab();
        lab.Tell(lab.Make((me, _) => kept = me), "x");

        // Then
        Should.Throw<NotSupportedException>(() => kept!.Inside).Message.ShouldContain("actor's turn");
        Should.Throw<NotSupportedException>(() => kept!.From);
        await Task.Run(() => Should.Throw<NotSupportedException>(() => kept!.Inside));
    }

    [Fact]
    public void Self_works_anywhere()
    {
        // Given
        FunActor? kept = null;
        using var lab = new Lab();
        var actor = lab.Make((me, _) => kept = me);
        lab.Tell(actor, "x");

        // Then
        kept!.Me.ShouldBe(actor);
    }

    [Fact]
    public void A_kept_context_refuses_what_belongs_to_the_turn()
    {
        // Given
        IUntypedActorContext? kept = null;
        using var lab = new Lab();
        lab.Tell(lab.Make((me, _) => kept = me.Inside, "owner"), "x");

        // Then
        Action[] forbidden =
        [
            () => kept!.ActorOf(Recipe.Of(new Fun())), () => kept!.Watch(lab.System.DeadLetters), () => kept!.Become((Receive)(_ => true)),
            () => kept!.SetReceiveTimeout(TimeSpan.FromSeconds(1)), () => kept!.UnbecomeStacked(), () => kept!.Unwatch(lab.System.DeadLetters),
        ];
        foreach (var use in forbidden) Should.Throw<NotSupportedException>(use).Message.ShouldContain("/user/owner");
    }

    [Fact]
    public void Making_an_actor_with_new_is_refused()
    {
        Should.Throw<ActorInitializationException>(() => new FunActor(new Fun())).Message.ShouldContain("ActorOf");
    }

    [Fact]
    public void Making_an_actor_with_new_inside_another_actor_is_refused_too()
    {
        // Given
        Exception? thrown = null;
        using var lab = new Lab();
        var actor = lab.Make((_, _) => thrown = Should.Throw<ActorInitializationException>(() => new FunActor(new Fun())));

        // When
        lab.Tell(actor, "x");

        // Then
        thrown.ShouldNotBeNull();
    }

    [Fact]
    public void The_context_knows_self_parent_system_props_and_children()
    {
        // Given
        using var lab = new Lab();
        var facts = new List<object>();
        var child = new Fun { OnMessage = (me, _) => facts.Add(me.Inside.Parent) };
        var parent = lab.Make((me, _) =>
        {
            var made = me.Inside.ActorOf(Recipe.Of(child), "child");
            facts.Add(me.Inside.Self);
            facts.Add(me.Inside.System);
            facts.Add(me.Inside.Props.Type);
            facts.Add(me.Inside.Child("child").Equals(made));
            facts.Add(me.Inside.Child("nobody").IsNobody());
            facts.Add(me.Inside.GetChildren().Count());
            made.Tell("x");
        });

        // When
        lab.Tell(parent, "go");

        // Then
        facts.ShouldBe([parent, lab.System, typeof(FunActor), true, true, 1, parent]);
    }
}
