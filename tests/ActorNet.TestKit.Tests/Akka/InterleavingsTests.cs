using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class InterleavingsTests
{
    [Fact]
    public void A_race_that_the_plain_order_hides_is_found_and_named()
    {
        var failure = Failures.Of(() => Interleavings.Explore(200, Deposit));

        failure.ShouldMatch(@"^Order [1-9]\d* fails, the \d+\. of 200\. See it alone with Interleavings\.Replay\(\d+, \.\.\.\)\.");
    }

    [Fact]
    public void The_order_that_a_failure_names_fails_again()
    {
        var order = FirstFailing();

        for (var again = 0; again < 3; again++) Failures.Of(() => Interleavings.Replay(order, Deposit)).ShouldContain($"interleaving {order}");
        Interleavings.Replay(0, Deposit);
    }

    [Fact]
    public void A_test_without_a_race_passes_in_every_order() => Interleavings.Explore(100, kit =>
    {
        var echo = kit.ActorOf<Echo>();
        var probes = Enumerable.Range(0, 4).Select(_ => kit.CreateTestProbe()).ToList();
        for (var round = 0; round < 5; round++) probes.ForEach(probe => probe.Send(echo, round));
        probes.ForEach(probe => probe.ReceiveN(5).ShouldBe([0, 1, 2, 3, 4]));
    });

    [Fact]
    public void The_same_order_is_the_same_run() => Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), order =>
        Journal(order).SequenceEqual(Journal(order))));

    private static ulong FirstFailing()
    {
        for (ulong order = 1; ; order++)
        {
            if (Record.Exception(() => Interleavings.Replay(order, Deposit)) is not null) return order;
        }
    }

    private static List<object> Journal(ulong order)
    {
        var journal = new List<object>();
        Interleavings.Replay(order, kit =>
        {
            var echoes = Enumerable.Range(0, 3).Select(n => kit.ActorOf(() => new SlowEcho(TimeSpan.FromMilliseconds(n % 2)))).ToList();
            for (var n = 0; n < 12; n++) echoes[n % 3].Tell(n);
            journal.AddRange(kit.ReceiveN(12));
        });
        return journal;
    }

    /// <summary>Two clerks read a balance and write it back; the plain order lets the first finish.</summary>
    private static void Deposit(TestKit kit)
    {
        var account = kit.ActorOf<Account>();
        var clerks = Enumerable.Range(0, 2).Select(_ => kit.ActorOf(() => new Clerk(account))).ToList();
        clerks[0].Tell(10);
        kit.Sys.Scheduler.ScheduleTellOnce(TimeSpan.Zero, clerks[1], 10, ActorRefs.NoSender);
        kit.RunUntilIdle();
        account.Tell("balance");
        kit.ExpectMsg(20);
    }

    private sealed class Account : ReceiveActor
    {
        private int _balance;

        public Account()
        {
            Receive<string>(_ => Sender.Tell(_balance));
            Receive<Write>(write => _balance = write.Balance);
        }
    }

    private sealed class Clerk : ReceiveActor
    {
        public Clerk(IActorRef account)
        {
            var amount = 0;
            Receive<int>(_ => Sender.Equals(account), n => account.Tell(new Write(n + amount)));
            Receive<int>(n =>
            {
                amount = n;
                account.Tell("balance");
            });
        }
    }

    private sealed record Write(int Balance);
}
