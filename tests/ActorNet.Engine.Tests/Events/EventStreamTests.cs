using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class EventStreamTests
{
    [Fact]
    public void A_subscriber_gets_its_type_derived_types_and_implementations_once_each()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var stream = lab.System.EventStream;
        stream.Subscribe(probe.Ref, typeof(Exception)).ShouldBeTrue();
        stream.Subscribe(probe.Ref, typeof(IOException)).ShouldBeTrue();
        stream.Subscribe<IComparable>(probe.Ref).ShouldBeTrue();
        stream.Subscribe<IComparable>(probe.Ref).ShouldBeFalse();

        // When
        object[] events = [new FileNotFoundException(), new InvalidOperationException(), "text", new object()];
        foreach (var one in events) stream.Publish(one);
        lab.Run();

        // Then
        probe.Messages.ShouldBe(events.Take(3));
    }

    [Fact]
    public void Unsubscribe_takes_back_one_channel_or_all()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var stream = lab.System.EventStream;
        stream.Subscribe<int>(probe.Ref);
        stream.Subscribe<string>(probe.Ref);
        stream.Publish(1);

        // When
        stream.Unsubscribe<int>(probe.Ref).ShouldBeTrue();
        stream.Unsubscribe<int>(probe.Ref).ShouldBeFalse();
        stream.Publish(2);
        stream.Publish("two");
        stream.Unsubscribe(probe.Ref).ShouldBeTrue();
        stream.Unsubscribe(probe.Ref).ShouldBeFalse();
        stream.Publish("three");
        lab.Run();

        // Then
        probe.Messages.ShouldBe([1, "two"]);
    }

    [Fact]
    public void An_actor_that_ends_is_unsubscribed()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        lab.System.EventStream.Subscribe<string>(probe.Ref);

        // When
        lab.Tell(probe.Ref, PoisonPill.Instance);

        // Then
        lab.System.EventStream.Unsubscribe(probe.Ref).ShouldBeFalse();
    }

    [Fact]
    public void A_dead_letter_names_message_sender_and_recipient()
    {
        // Given
        using var lab = new Lab();
        var letters = lab.Listen<DeadLetter>();
        var actor = lab.Make((_, _) => { });
        lab.Tell(actor, PoisonPill.Instance);
        var sender = lab.Make((_, message) => actor.Tell(message));

        // When
        lab.Tell(sender, "lost");
        lab.System.DeadLetters.Tell("straight");
        lab.Run();

        // Then
        var seen = letters.Messages.Cast<DeadLetter>().ToList();
        seen.Select(letter => letter.Message).ShouldBe(["lost", "straight"]);
        seen.Select(letter => letter.Sender).ShouldBe([sender, lab.System.DeadLetters]);
        seen.Select(letter => letter.Recipient).ShouldBe([actor, lab.System.DeadLetters]);
        Loops.LoopSystem.Letters(lab.System).DeadLetters.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void An_unhandled_message_is_published()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.Listen<UnhandledMessage>();
        var actor = lab.Make((me, message) => me.Pass(message));

        // When
        lab.Tell(actor, "what?");

        // Then
        probe.Messages.Cast<UnhandledMessage>().Single().Recipient.ShouldBe(actor);
    }

    [Fact]
    public void A_listener_of_dead_letters_that_is_dead_itself_breeds_no_more()
    {
        // Given: a listener that cannot keep up and drops notices about drops.
        using var lab = new Lab(change: options => options with { MailboxLimit = 1 });
        var listener = lab.Listen<AllDeadLetters>();
        var actor = lab.Make((_, _) => { });
        lab.Tell(actor, PoisonPill.Instance);
        var flood = lab.Make((_, _) =>
        {
            for (var i = 0; i < 10; i++) actor.Tell(i);
        });

        // When
        lab.Tell(flood, "go");

        // Then
        listener.Messages.Count.ShouldBe(1);
        Loops.LoopSystem.Letters(lab.System).Dropped.ShouldBe(9);
    }
}
