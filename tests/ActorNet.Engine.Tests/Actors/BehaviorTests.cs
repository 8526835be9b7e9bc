using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class BehaviorTests
{
    [Fact]
    public void Become_replaces_and_unbecome_at_the_bottom_goes_back_to_the_actors_own()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = lab.Make((me, message) =>
        {
            seen.Add($"own {message}");
            if (message is "become") me.Inside.Become(Other);

            void Other(object next)
            {
                seen.Add($"other {next}");
                if (next is "back") me.Inside.UnbecomeStacked();
            }
        });

        // When
        lab.Tell(actor, "become", "x", "back", "y");

        // Then
        seen.ShouldBe(["own become", "other x", "other back", "own y"]);
    }

    [Fact]
    public void Stacked_behaviours_come_off_in_reverse()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = lab.Make((me, message) =>
        {
            seen.Add($"0 {message}");
            me.Inside.BecomeStacked(first =>
            {
                seen.Add($"1 {first}");
                me.Inside.BecomeStacked((UntypedReceive)(second =>
                {
                    seen.Add($"2 {second}");
                    me.Inside.UnbecomeStacked();
                    me.Inside.UnbecomeStacked();
                }));
                return true;
            });
        });

        // When
        lab.Tell(actor, "a", "b", "c", "d");

        // Then
        seen.ShouldBe(["0 a", "1 b", "2 c", "0 d"]);
    }

    [Fact]
    public void A_behaviour_that_returns_false_leaves_the_message_unhandled()
    {
        // Given
        using var lab = new Lab();
        var unhandled = lab.Listen<UnhandledMessage>();
        var actor = lab.Make((me, _) => me.Inside.Become((Receive)(_ => false)));

        // When
        lab.Tell(actor, "become", "lost");

        // Then
        unhandled.Messages.Cast<UnhandledMessage>().Single().Message.ShouldBe("lost");
    }

    [Fact]
    public void A_restart_forgets_behaviours()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = lab.Make((me, message) =>
        {
            seen.Add($"own {message}");
            if (message is "become") me.Inside.Become((UntypedReceive)(_ => throw new InvalidOperationException("boom")));
        });

        // When
        lab.Tell(actor, "become", "fail", "x");

        // Then
        seen.ShouldBe(["own become", "own x"]);
    }

    [Fact]
    public void Become_in_the_constructor_holds_from_the_first_message()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = lab.Make(new Fun
        {
            OnConstruct = me => me.Inside.Become((UntypedReceive)(message => seen.Add($"set {message}"))),
            OnMessage = (_, message) => seen.Add($"own {message}"),
        });

        // When
        lab.Tell(actor, "x");

        // Then
        seen.ShouldBe(["set x"]);
    }

    [Fact]
    public void AroundReceive_wraps_every_message_with_and_without_become()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = lab.System.ActorOf(Props.Create(() => new Wrapped(seen)));

        // When
        lab.Tell(actor, "a", "become", "b");

        // Then
        seen.ShouldBe(["PreStart!", "<", "a", ">", "<", "become", ">", "<", "other b", ">"]);
    }

    private sealed class Wrapped(List<string> seen) : UntypedActor
    {
        public override void AroundPreStart()
        {
            base.AroundPreStart();
            seen.Add("PreStart!");
        }

        protected override bool AroundReceive(Receive receive, object message)
        {
            seen.Add("<");
            var handled = base.AroundReceive(receive, message);
            seen.Add(">");
            return handled;
        }

        protected override void OnReceive(object message)
        {
            seen.Add((string)message);
            if (message is "become") Become((UntypedReceive)(next => seen.Add($"other {next}")));
        }
    }
}
