using ActorNet.Engine.Loops;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class VirtualSystemTests
{
    [Fact]
    public void Nothing_runs_outside_of_a_run()
    {
        // Given
        var fun = new Fun();
        using var lab = new Lab();

        // When
        lab.Make(fun);

        // Then
        fun.Instances.ShouldBe(0);
        lab.Run();
        fun.Instances.ShouldBe(1);
        EventLoop.Current.ShouldBeNull();
    }

    [Fact]
    public void The_same_seed_and_commands_give_the_same_trace() => Check.One(
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(30),
        Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), seed => Trace(seed).SequenceEqual(Trace(seed))));

    [Fact]
    public void Seeds_explore_different_orders_and_keep_the_order_of_each_pair()
    {
        // When
        var traces = Enumerable.Range(0, 20).Select(seed => Trace((ulong)seed)).ToList();

        // Then
        traces.Select(trace => string.Join(',', trace)).Distinct().Count().ShouldBeGreaterThan(10);
        foreach (var trace in traces)
        {
            foreach (var source in trace.Where(step => step.StartsWith("sink", StringComparison.Ordinal)).GroupBy(step => step.Split(':')[1]))
                source.Select(step => int.Parse(step.Split(':')[2])).ShouldBeInOrder();
        }
    }

    [Fact]
    public void Seed_zero_is_first_come_first_served()
    {
        Trace(0).ShouldBe(Trace(0));
        Trace(0)[..4].ShouldBe(["source:0:0", "source:1:0", "source:2:0", "source:3:0"]);
    }

    [Fact]
    public void Advance_stops_at_each_deadline_and_work_armed_on_the_way_happens_on_the_way()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var loop = lab.Virtual.Loop;
        DeadlineTimer? second = null;
        second = loop.CreateTimer(() => seen.Add($"second@{loop.NowNanoseconds}"));
        var first = loop.CreateTimer(() =>
        {
            seen.Add($"first@{loop.NowNanoseconds}");
            second.Arm(loop.NowNanoseconds + 5);
        });
        first.Arm(10);

        // When
        lab.Virtual.Advance(100);

        // Then
        seen.ShouldBe(["first@10", "second@15"]);
        lab.Virtual.Now.ShouldBe(100);
    }

    [Fact]
    public void Equal_deadlines_fire_in_the_order_of_arming()
    {
        // Given
        var seen = new List<int>();
        using var lab = new Lab();
        var timers = Enumerable.Range(0, 50).Select(i => lab.Virtual.Loop.CreateTimer(() => seen.Add(i))).ToList();
        foreach (var timer in timers) timer.Arm(1000);
        timers[7].Arm(500);
        timers[7].Arm(1000);
        timers[20].Disarm();

        // When
        lab.Virtual.Advance(1000);

        // Then: re-arming counts as arming again.
        seen.ShouldBe([.. Enumerable.Range(0, 50).Where(i => i is not (7 or 20)), 7]);
    }

    [Fact]
    public void Deadlines_fire_in_order_whatever_the_order_of_arming() => Check.One(
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(ArbMap.Default.ArbFor<NonNegativeInt[]>(), deadlines =>
        {
            var fired = new List<(long At, int Index)>();
            using var lab = new Lab();
            var loop = lab.Virtual.Loop;
            for (var i = 0; i < deadlines.Length; i++)
            {
                var index = i;
                loop.CreateTimer(() => fired.Add((loop.NowNanoseconds, index))).Arm(deadlines[i].Get);
            }
            lab.Virtual.Advance(int.MaxValue);
            var expected = deadlines.Select((deadline, index) => ((long)deadline.Get, index)).OrderBy(pair => pair.Item1).ThenBy(pair => pair.index);
            return fired.SequenceEqual(expected);
        }));

    [Fact]
    public void A_livelock_is_reported_with_the_busy_actor()
    {
        // Given
        var lab = new Lab();
        var actor = lab.Make((me, message) => me.Me.Tell(message), "restless");
        actor.Tell("x");

        // Then
        Should.Throw<InvalidOperationException>(() => lab.Virtual.RunUntilIdle(1000)).Message.ShouldContain("/user/restless");
    }

    [Fact]
    public void A_timer_that_rearms_for_the_present_is_reported_too()
    {
        // Given
        using var lab = new Lab();
        DeadlineTimer? timer = null;
        timer = lab.Virtual.Loop.CreateTimer(() => timer!.Arm(0));
        timer.Arm(0);

        // Then
        Should.Throw<InvalidOperationException>(() => lab.Virtual.RunUntilIdle(1000)).Message.ShouldContain("timer");
        timer.Disarm();
    }

    [Fact]
    public void A_run_inside_a_run_is_refused()
    {
        // Given
        Exception? thrown = null;
        using var lab = new Lab();
        var actor = lab.Make((_, _) => thrown = Should.Throw<InvalidOperationException>(() => lab.Run()));

        // When
        lab.Tell(actor, "x");

        // Then
        thrown!.Message.ShouldContain("running already");
    }

    [Fact]
    public void The_clock_starts_where_it_is_told()
    {
        using var system = LoopSystem.CreateVirtual("late", startNanoseconds: 5_000_000_000);

        system.Advance(TimeSpan.FromSeconds(1));

        system.Now.ShouldBe(6_000_000_000);
        system.Loop.NowNanoseconds.ShouldBe(6_000_000_000);
        system.System.Scheduler.Now.ShouldBe(DateTimeOffset.UnixEpoch.AddSeconds(6));
        Should.Throw<ArgumentOutOfRangeException>(() => system.Advance(-1));
    }

    [Fact]
    public void Messages_of_other_threads_wait_for_the_next_run()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var threads = Enumerable.Range(0, 4).Select(n => new Thread(() =>
        {
            for (var i = 0; i < 1000; i++) probe.Ref.Tell((n * 1000) + i);
        })).ToList();

        // When
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        probe.Messages.ShouldBeEmpty();
        lab.Run();

        // Then
        probe.Messages.Count.ShouldBe(4000);
        foreach (var thread in probe.Messages.Cast<int>().GroupBy(n => n / 1000)) thread.ShouldBeInOrder();
    }

    private static List<string> Trace(ulong seed)
    {
        var trace = new List<string>();
        using var lab = new Lab(seed, options => options with { Throughput = 1 });
        var sink = lab.Make((me, message) => trace.Add($"sink:{message}"));
        var sources = Enumerable.Range(0, 4).Select(id => lab.Make((me, message) =>
        {
            var step = (int)message;
            trace.Add($"source:{id}:{step}");
            sink.Tell($"{id}:{step}");
            if (step < 5) me.Me.Tell(step + 1);
        })).ToList();
        lab.Run();
        foreach (var source in sources) source.Tell(0);
        lab.Run();
        return trace;
    }
}
