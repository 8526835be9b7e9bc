using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

/// <summary>A crowd of actors that send each other numbered messages at random, under any interleaving.</summary>
public class InterleavingPropertyTests
{
    private const int Actors = 6;
    private const int Budget = 300;

    private static readonly FsCheck.Config Runs = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void What_one_sends_another_stays_in_order() => Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<ulong>(), (chance, seed) =>
    {
        var trace = Run(chance, seed);
        return trace.GroupBy(step => (step.From, step.To)).All(pair => pair.Select(step => step.Number).SequenceEqual(Enumerable.Range(0, pair.Count())));
    }));

    [Fact]
    public void The_same_seed_is_the_same_run() => Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<ulong>(), (chance, seed) =>
        Run(chance, seed).SequenceEqual(Run(chance, seed))));

    [Fact]
    public void Nothing_is_lost_or_doubled_under_any_seed() => Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<ulong>(), (chance, seed) =>
    {
        var trace = Run(chance, seed);
        return trace.Distinct().Count() == trace.Count && trace.Count == Run(chance, 0).Count;
    }));

    [Fact]
    public void Different_seeds_are_different_runs()
    {
        var runs = Enumerable.Range(0, 50).Select(seed => string.Join(',', Run(chance: 1, (ulong)seed))).Distinct();

        runs.Count().ShouldBe(50);
    }

    private readonly record struct Step(int From, int To, int Number, long At);

    /// <summary>Each actor sends a fixed number of messages; whom to, and when, is thrown by a source of chance of its own, one throw per message it gets.</summary>
    private static List<Step> Run(int chance, ulong seed)
    {
        var trace = new List<Step>();
        using var lab = new Lab(seed);
        var numbers = new int[Actors + 1, Actors];
        var crowd = new IActorRef[Actors];
        for (var i = 0; i < Actors; i++)
        {
            var me = i;
            var left = Budget / Actors;
            var random = new Random((chance * 31) + me);
            crowd[i] = lab.Make((self, message) =>
            {
                var (from, number) = ((int, int))message;
                trace.Add(new Step(from, me, number, lab.Virtual.Now));
                for (var sends = random.Next(1, 4); sends > 0 && left > 0; sends--, left--) Send(me, random.Next(Actors));
                if (left > 0 && from == me) lab.System.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(random.Next(3)), () => { });
            });
        }
        // Each gets enough from outside to use up what it may send, so that every interleaving sends the same number.
        for (var i = 0; i < Budget / Actors * Actors; i++) Send(Actors, i % Actors);
        lab.Virtual.Advance(TimeSpan.FromSeconds(1));
        return trace;

        void Send(int from, int to) => crowd[to].Tell((from, numbers[from, to]++));
    }
}
