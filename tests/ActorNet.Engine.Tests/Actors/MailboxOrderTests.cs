using ActorNet.Engine.Loops;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class MailboxOrderTests
{
    [Fact]
    public void Messages_of_one_sender_keep_their_order_for_any_number_and_throughput() => Check.One(
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(50),
        Prop.ForAll(
            ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<byte>(), (count, throughput, seed) =>
            {
                using var lab = new Lab(seed, options => options with { Throughput = throughput.Get });
                var probe = lab.NewProbe();
                lab.Tell(lab.Make((me, n) =>
                {
                    for (var i = 0; i < (int)n; i++) probe.Ref.Tell(i);
                }), count.Get * 7);
                return probe.Messages.SequenceEqual(Enumerable.Range(0, count.Get * 7).Cast<object>());
            }));

    [Fact]
    public void An_actor_handles_one_message_at_a_time_and_yields_after_its_throughput()
    {
        // Given
        var order = new List<string>();
        using var lab = new Lab(change: options => options with { Throughput = 2 });
        var a = lab.Make((_, message) => order.Add($"a{message}"));
        var b = lab.Make((_, message) => order.Add($"b{message}"));
        lab.Run();

        // When
        for (var i = 0; i < 4; i++) a.Tell(i);
        for (var i = 0; i < 4; i++) b.Tell(i);
        lab.Run();

        // Then
        order.ShouldBe(["a0", "a1", "b0", "b1", "a2", "a3", "b2", "b3"]);
    }

    [Fact]
    public void A_message_to_oneself_waits_behind_those_that_came_before()
    {
        // Given
        var seen = new List<object>();
        using var lab = new Lab();
        var actor = lab.Make((me, message) =>
        {
            seen.Add(message);
            if (message is 1) me.Me.Tell("mine");
        });

        // When
        lab.Tell(actor, 1, 2, 3);

        // Then
        seen.ShouldBe([1, 2, 3, "mine"]);
    }

    [Fact]
    public void Sender_is_the_telling_actor_or_the_dead_letters()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var teller = lab.Make((_, message) => probe.Ref.Tell(message));

        // When
        lab.Tell(teller, "by actor");
        lab.Tell(probe.Ref, "from outside");

        // Then
        probe.Senders.ShouldBe([teller, lab.System.DeadLetters]);
    }

    [Fact]
    public void Forward_keeps_the_first_sender()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var middle = lab.Make((_, message) => probe.Ref.Forward(message));
        var first = lab.Make((_, message) => middle.Tell(message));

        // When
        lab.Tell(first, "x");

        // Then
        probe.Senders.ShouldBe([first]);
    }

    [Fact]
    public void Null_is_refused_with_the_receiver_named()
    {
        using var lab = new Lab();
        var probe = lab.NewProbe("target");

        Should.Throw<InvalidMessageException>(() => probe.Ref.Tell(null!)).Message.ShouldContain("/user/target");
        Should.Throw<InvalidMessageException>(() => lab.System.DeadLetters.Tell(null!));
    }

    [Fact]
    public void A_full_mailbox_drops_and_counts_and_says_so()
    {
        // Given
        using var lab = new Lab(change: options => options with { MailboxLimit = 10 });
        var drops = lab.Listen<Dropped>();
        var probe = lab.NewProbe("small");
        var flood = lab.Make((_, _) =>
        {
            for (var i = 0; i < 13; i++) probe.Ref.Tell(i);
        });
        lab.Run();

        // When
        lab.Tell(flood, "go");

        // Then
        probe.Messages.ShouldBe(Enumerable.Range(0, 10).Cast<object>());
        drops.Messages.Cast<Dropped>().Select(d => d.Message).ShouldBe([10, 11, 12]);
        drops.Messages.Cast<Dropped>().First().Sender.ShouldBe(flood);
        LoopSystem.Letters(lab.System).Dropped.ShouldBe(3);
    }
}
