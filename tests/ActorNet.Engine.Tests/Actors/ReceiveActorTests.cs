using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class ReceiveActorTests
{
    [Fact]
    public void First_matching_handler_wins_even_when_a_later_one_fits_better()
    {
        Handle(actor =>
        {
            actor.On<object>(_ => "object", message => message is not int);
            actor.On<string>(_ => "string");
            actor.On<int>(_ => "int");
        }, "text", 1).ShouldBe(["object", "int"]);
    }

    [Fact]
    public void A_handler_of_a_base_class_or_interface_takes_derived_messages()
    {
        Handle(actor =>
        {
            actor.On<IComparable>(_ => "comparable");
            actor.On<Exception>(_ => "exception");
        }, new InvalidOperationException(), "text").ShouldBe(["exception", "comparable"]);
    }

    [Fact]
    public void A_handler_that_returns_false_passes_the_message_on()
    {
        Handle(actor =>
        {
            actor.OnIf<int>(n => n > 10, "big");
            actor.On<int>(_ => "small");
        }, 5, 50).ShouldBe(["small", "big"]);
    }

    [Fact]
    public void A_lambda_with_a_boolean_body_is_the_overload_that_may_refuse()
    {
        // Given: trap 4 of the offered API; with the other overload "refused" would count as handled.
        using var lab = new Lab();
        var unhandled = lab.Listen<UnhandledMessage>();
        var actor = lab.System.ActorOf(Props.Create(() => new BooleanBody()));

        // When
        lab.Tell(actor, "x");

        // Then
        unhandled.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public void ReceiveAny_takes_the_rest()
    {
        Handle(actor =>
        {
            actor.On<int>(_ => "int");
            actor.OnAny("any");
        }, 1, "text", 2.0).ShouldBe(["int", "any", "any"]);
    }

    [Fact]
    public void A_handler_after_one_for_everything_is_an_error()
    {
        // Given
        using var lab = new Lab();
        Action<Recording> register = me =>
        {
            me.OnAny("any");
            me.On<int>(_ => "never");
        };
        lab.System.ActorOf(Props.Create(() => new Recording(new List<string>(), register)));

        // When
        lab.Run();

        // Then
        lab.Log.ShouldContain(entry => entry.Message.Contains("Int32 follows one that takes every message"));
    }

    [Fact]
    public void A_handler_registered_in_a_handler_is_an_error()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = lab.System.ActorOf(Props.Create(() => new Recording(seen, me => me.On<int>(_ => me.RegisterLate()))));

        // When
        lab.Tell(actor, 1);

        // Then
        seen.ShouldBe(["InvalidOperationException"]);
    }

    [Fact]
    public void Two_actors_of_a_class_with_different_handlers_do_not_disturb_each_other()
    {
        Handle(actor => actor.On<int>(_ => "first"), 1, "x").ShouldBe(["first"]);
        Handle(actor => actor.On<string>(_ => "second"), 1, "x").ShouldBe(["second"]);
        Handle(actor =>
        {
            actor.On<string>(_ => "third");
            actor.On<int>(_ => "fourth");
        }, 1, "x").ShouldBe(["fourth", "third"]);
    }

    [Fact]
    public void Many_message_types_each_find_their_handler()
    {
        // Given
        object[] messages = [1, 2L, (short)3, (byte)4, 5u, 6ul, 7f, 8d, 9m, 'c', "s", true, DateTime.UnixEpoch, TimeSpan.Zero, Guid.Empty];

        // When
        var seen = Handle(actor => actor.OnTypes(Array.ConvertAll(messages, message => message.GetType())), [.. messages, .. messages]);

        // Then
        seen.ShouldBe([.. messages.Select(m => m.GetType().Name), .. messages.Select(m => m.GetType().Name)]);
    }

    [Fact]
    public void Become_in_a_ReceiveActor_replaces_and_stacks_handlers()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = lab.System.ActorOf(Props.Create(() => new Moody(seen)));

        // When
        lab.Tell(actor, "x", "stack", "x", "unstack", "x", "replace", "x");

        // Then
        seen.ShouldBe(["calm x", "angry x", "calm x", "final x"]);
    }

    private static List<string> Handle(Action<Recording> register, params object[] messages)
    {
        var seen = new List<string>();
        using var lab = new Lab();
        lab.Tell(lab.System.ActorOf(Props.Create(() => new Recording(seen, register))), messages);
        return seen;
    }

    private sealed class Recording : ReceiveActor
    {
        private readonly List<string> _seen;

        public Recording(List<string> seen, Action<Recording> register)
        {
            _seen = seen;
            register(this);
        }

        public void On<T>(Func<T, string> react, Predicate<T>? when = null) => Receive<T>(message => _seen.Add(react(message)), when);

        public void OnIf<T>(Func<T, bool> test, string text) => Receive<T>(message =>
        {
            if (!test(message)) return false;
            _seen.Add(text);
            return true;
        });

        public void OnAny(string text) => ReceiveAny(_ => _seen.Add(text));

        public void OnTypes(Type[] types)
        {
            foreach (var type in types) Receive(type, _ => _seen.Add(type.Name));
        }

        public string RegisterLate()
        {
            try
            {
                Receive<string>(_ => { });
                return "accepted";
            }
            catch (InvalidOperationException e)
            {
                return e.GetType().Name;
            }
        }
    }

    private sealed class BooleanBody : ReceiveActor
    {
        public BooleanBody() => Receive<string>(text => text.Length > 10);
    }

    private sealed class Moody : ReceiveActor
    {
        public Moody(List<string> seen)
        {
            Receive<string>(_ => BecomeStacked(() =>
            {
                Receive<string>(_ => UnbecomeStacked(), text => text == "unstack");
                Receive<string>(text => seen.Add($"angry {text}"));
            }), text => text == "stack");
            Receive<string>(_ => Become(() => Receive<string>(text => seen.Add($"final {text}"))), text => text == "replace");
            Receive<string>(text => seen.Add($"calm {text}"));
        }
    }
}
