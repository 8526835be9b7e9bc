using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class StashTests
{
    [Fact]
    public void Unstashed_messages_come_first_in_their_order_with_their_senders()
    {
        // Given
        var seen = new List<string>();
        var isOpen = false;
        using var lab = new Lab();
        var actor = lab.Make((me, message) =>
        {
            if (message is "open")
            {
                isOpen = true;
                me.Stash.UnstashAll();
            }
            else if (isOpen)
            {
                seen.Add($"{message} from {me.From.Path.Name}");
            }
            else
            {
                me.Stash.Stash();
            }
        });
        var a = lab.Make((_, message) => actor.Tell(message), "a");
        var b = lab.Make((_, message) => actor.Tell(message), "b");

        // When
        lab.Tell(a, 1);
        lab.Tell(b, 2);
        lab.Tell(actor, "open", 3);

        // Then
        seen.ShouldBe(["1 from a", "2 from b", "3 from deadLetters"]);
    }

    [Fact]
    public void A_message_is_stashed_once()
    {
        // Given
        Exception? thrown = null;
        using var lab = new Lab();
        var actor = lab.Make((me, _) =>
        {
            me.Stash.Stash();
            thrown = Should.Throw<InvalidOperationException>(me.Stash.Stash);
        });

        // When
        lab.Tell(actor, "x");

        // Then
        thrown!.Message.ShouldContain("stashed already");
    }

    [Fact]
    public void A_restart_gives_stashed_messages_to_the_new_actor()
    {
        // Given
        var seen = new List<object>();
        var fails = true;
        using var lab = new Lab();
        var actor = lab.Make((me, message) =>
        {
            if (message is "fail")
            {
                fails = false;
                throw new InvalidOperationException("boom");
            }
            if (fails) me.Stash.Stash();
            else seen.Add(message);
        });

        // When
        lab.Tell(actor, 1, 2, "fail", 3);

        // Then
        seen.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_stop_makes_stashed_messages_dead_letters()
    {
        // Given
        using var lab = new Lab();
        var letters = lab.Listen<DeadLetter>();
        var actor = lab.Make((me, _) => me.Stash.Stash());

        // When
        lab.Tell(actor, 1, 2);
        lab.System.Stop(actor);
        lab.Run();

        // Then
        letters.Messages.Cast<DeadLetter>().Select(letter => letter.Message).ShouldBe([1, 2]);
    }

    [Fact]
    public void The_stash_is_as_large_as_the_mailbox_and_says_so()
    {
        // Given
        Exception? thrown = null;
        using var lab = new Lab(change: options => options with { MailboxLimit = 3 });
        var actor = lab.Make((me, message) =>
        {
            if (message is 3)
            {
                me.Stash.IsFull.ShouldBeTrue();
                thrown = Should.Throw<InvalidOperationException>(me.Stash.Stash);
            }
            else
            {
                me.Stash.Stash();
            }
        });

        // When
        for (var i = 0; i < 4; i++) lab.Tell(actor, i);

        // Then
        thrown!.Message.ShouldContain("MailboxLimit");
    }

    [Fact]
    public void Parts_of_the_stash_can_be_taken_out()
    {
        // Given
        var seen = new List<object>();
        using var lab = new Lab();
        var actor = lab.Make((me, message) =>
        {
            if (message is "one") me.Stash.Unstash();
            else if (message is "even") me.Stash.UnstashAll(envelope => envelope.Message is int n && n % 2 == 0);
            else if (message is "clear") seen.AddRange(me.Stash.ClearStash().Select(envelope => envelope.Message));
            else if (seen.Count == 0 && me.Stash.Count < 4) me.Stash.Stash();
            else seen.Add(message);
        });

        // When
        lab.Tell(actor, 1, 2, 3, 4);
        lab.Tell(actor, 9, "one", "even", "clear");

        // Then: 1 by one, 2 and 4 by even, which forgets 3.
        seen.ShouldBe([9, 1, 2, 4]);
    }
}
