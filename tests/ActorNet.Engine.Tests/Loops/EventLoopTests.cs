using ActorNet.Engine.Loops;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class EventLoopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Dispatchers_place_actors_on_loops()
    {
        // Given
        using var system = LoopSystem.Create("place", new LoopOptions { Loops = 3 });
        IActorRef Make(string? dispatcher)
        {
            var props = Props.Create(() => new Echo());
            return system.ActorOf(dispatcher is null ? props : props.WithDispatcher(dispatcher));
        }

        // Then
        LoopSystem.LoopOf(Make(Dispatchers.Loop(2))).Index.ShouldBe(2);
        LoopSystem.LoopOf(Make("loop-0")).ShouldBe(LoopSystem.Loops(system)[0]);
        Enumerable.Range(0, 6).Select(_ => LoopSystem.LoopOf(Make(null)).Index).ShouldBe([0, 1, 2, 0, 1, 2]);
        Enumerable.Range(0, 3).Select(_ => LoopSystem.LoopOf(Make(Dispatchers.Any)).Index).ShouldBe([0, 1, 2]);
        Should.Throw<ArgumentException>(() => Make("loop-3")).Message.ShouldContain("raise LoopOptions.Loops");
        Should.Throw<ArgumentException>(() => Make("fork-join")).Message.ShouldContain("loop-any");
        Should.Throw<ArgumentException>(() => LoopSystem.LoopOf(ActorRefs.Nobody));
    }

    [Fact]
    public async Task A_child_runs_on_its_parents_loop_unless_it_says_otherwise()
    {
        // Given
        using var system = LoopSystem.Create("inherit", new LoopOptions { Loops = 2 });
        var parent = system.ActorOf(Props.Create(() => new ParentOf()).WithDispatcher("loop-1"));

        // When
        var children = await parent.Ask<IActorRef[]>("make", Patience);

        // Then
        children.Select(child => LoopSystem.LoopOf(child).Index).ShouldBe([1, 0]);
    }

    [Fact]
    public async Task Current_is_the_loop_of_the_actors_thread_and_null_elsewhere()
    {
        using var system = LoopSystem.Create("current", new LoopOptions { Loops = 2 });
        var actor = system.ActorOf(Props.Create(() => new Echo()).WithDispatcher("loop-1"));

        (await actor.Ask<EventLoop>("loop?", Patience)).ShouldBe(LoopSystem.LoopOf(actor));
        LoopSystem.LoopOf(actor).Name.ShouldBe("current/loop-1");
        EventLoop.Current.ShouldBeNull();
    }

    [Fact]
    public async Task Deadlines_fire_on_the_loop_in_order_and_never_early()
    {
        // Given
        using var system = LoopSystem.Create("deadlines", new LoopOptions { Loops = 1 });
        var loop = LoopSystem.Loops(system)[0];
        var fired = new List<(int Index, bool Early, bool OnLoop)>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // When
        loop.Post(() =>
        {
            var start = loop.RefreshNow();
            foreach (var i in new[] { 3, 1, 4, 0, 2 })
            {
                var deadline = start + (i * 300_000);
                loop.CreateTimer(() =>
                {
                    fired.Add((i, loop.NowNanoseconds < deadline, EventLoop.Current == loop));
                    if (i == 4) done.SetResult();
                }).Arm(deadline);
            }
        });
        await done.Task.WaitAsync(Patience);

        // Then
        fired.ShouldBe(Enumerable.Range(0, 5).Select(i => (i, false, true)));
    }

    [Fact]
    public async Task The_coarse_clock_lags_behind_the_fine_one_and_never_goes_back()
    {
        // Given
        using var system = LoopSystem.Create("coarse", new LoopOptions { Loops = 1 });
        var loop = LoopSystem.Loops(system)[0];
        var first = loop.CoarseNanoseconds;

        // When
        var (coarse, fine) = await Ask(loop);

        // Then
        first.ShouldBeGreaterThan(0);
        coarse.ShouldBeInRange(first, fine);

        static Task<(long Coarse, long Fine)> Ask(EventLoop loop)
        {
            var answer = new TaskCompletionSource<(long, long)>(TaskCreationOptions.RunContinuationsAsynchronously);
            loop.Post(() => answer.SetResult((loop.CoarseNanoseconds, loop.RefreshNow())));
            return answer.Task.WaitAsync(Patience);
        }
    }

    [Fact]
    public void A_timer_belongs_to_its_loops_thread()
    {
        // Given
        using var system = LoopSystem.Create("owner", new LoopOptions { Loops = 1 });
        var timer = LoopSystem.Loops(system)[0].CreateTimer(() => { });

        // Then
        timer.IsArmed.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => timer.Arm(1)).Message.ShouldContain("Post");
    }

    [Fact]
    public void Timers_are_bounded_with_a_remedy_in_the_error()
    {
        // Given
        using var lab = new Lab(change: options => options with { TimerLimit = 2 });
        var timers = Enumerable.Range(0, 3).Select(_ => lab.Virtual.Loop.CreateTimer(() => { })).ToList();
        timers[0].Arm(10);
        timers[1].Arm(10);

        // Then
        Should.Throw<InvalidOperationException>(() => timers[2].Arm(10)).Message.ShouldContain("TimerLimit");
        timers[0].Arm(20);
        timers[0].Disarm();
        timers[2].Arm(10);
        timers[2].IsArmed.ShouldBeTrue();
    }

    [Fact]
    public async Task Failing_posts_timers_and_poll_callbacks_are_contained()
    {
        // Given
        var log = new System.Collections.Concurrent.ConcurrentQueue<EngineLogEntry>();
        FailingPoller? poller = null;
        using var system = LoopSystem.Create("contain", new LoopOptions
        {
            Loops = 1,
            LogSink = log.Enqueue,
            PollerFactory = () => poller = new FailingPoller(),
        });
        var loop = LoopSystem.Loops(system)[0];
        var actor = system.ActorOf(Props.Create(() => new Echo()));

        // When
        loop.Post(() => throw new InvalidOperationException("post"));
        loop.Post(() => loop.CreateTimer(() => throw new InvalidOperationException("timer")).Arm(0));
        poller!.FailOnce();
        await poller.Failed.WaitAsync(Patience);

        // Then: the loop still answers, after all three.
        await actor.Ask<object>("x", Patience);
        (await actor.Ask<object>("x", Patience)).ShouldBe("x");
        log.Select(entry => entry.Cause!.Message).Order().ShouldBe(["poll", "post", "timer"]);
        loop.Statistics.ContainedFailures.ShouldBe(3);
    }

    [Fact]
    public async Task A_storm_of_failures_is_counted_and_mostly_kept_out_of_the_log()
    {
        // Given
        var logged = 0;
        using var system = LoopSystem.Create("storm", new LoopOptions { Loops = 1, LogSink = _ => logged++ });
        var loop = LoopSystem.Loops(system)[0];
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // When
        for (var i = 0; i < 1000; i++) loop.Post(() => throw new InvalidOperationException("storm"));
        loop.Post(done.SetResult);
        await done.Task.WaitAsync(Patience);

        // Then
        loop.Statistics.ContainedFailures.ShouldBe(1000);
        logged.ShouldBeInRange(10, 500);
    }

    [Fact]
    public async Task Descriptors_are_looked_at_while_an_actor_keeps_telling_itself()
    {
        // Given
        CountingPoller? poller = null;
        using var system = LoopSystem.Create("busy", new LoopOptions { Loops = 1, PollerFactory = () => poller = new CountingPoller() });
        var actor = system.ActorOf(Props.Create(() => new Restless()));
        await actor.Ask<object>("running?", Patience);
        actor.Tell("run");

        // Then: ends because the poller is asked although the run queue never empties.
        await poller!.Reached(poller.Count + 100).WaitAsync(Patience);
    }

    [Fact]
    public async Task A_loop_wakes_ahead_of_a_deadline_and_waits_for_it_awake()
    {
        // Given: a lead of 10 ms
        const long Lead = 10_000_000;
        const long Delay = 100_000_000;
        CountingPoller? poller = null;
        using var system = LoopSystem.Create("early", new LoopOptions { Loops = 1, TimerLeadNanoseconds = Lead, PollerFactory = () => poller = new CountingPoller() });
        var loop = LoopSystem.Loops(system)[0];
        var fired = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var due = 0L;
        var timer = loop.CreateTimer(() => fired.SetResult(loop.NowNanoseconds));

        // When
        loop.Post(() => timer.Arm(due = loop.NowNanoseconds + Delay));
        var time = await fired.Task.WaitAsync(Patience);

        // Then: no sleep reached into the lead, and the deadline still was the earliest.
        time.ShouldBeGreaterThanOrEqualTo(due);
        poller!.LongestSleep.ShouldBeLessThanOrEqualTo(Delay - Lead);
    }

    [Fact]
    public async Task An_actor_that_throws_anything_leaves_its_loop_alive()
    {
        // Given
        using var system = LoopSystem.Create("alive", new LoopOptions { Loops = 1, LogSink = _ => { } });
        var echo = system.ActorOf(Props.Create(() => new Echo()));
        Exception[] thrown = [new InsufficientMemoryException(), new OperationCanceledException(), new ThreadInterruptedException(), new AggregateException()];

        // When
        foreach (var exception in thrown) system.ActorOf(Props.Create(() => new Throwing(exception))).Tell("x");

        // Then
        (await echo.Ask<object>("still here", Patience)).ShouldBe("still here");
    }

    [Fact]
    public void Options_out_of_range_are_all_named()
    {
        var options = new LoopOptions { Loops = 0, Throughput = -1, SpinNanoseconds = long.MaxValue, TimerLeadNanoseconds = -1 };

        var message = Should.Throw<ArgumentException>(() => LoopSystem.Create("bad", options)).Message;

        message.ShouldContain("Loops is 0");
        message.ShouldContain("Throughput is -1");
        message.ShouldContain("SpinNanoseconds");
        message.ShouldContain("TimerLeadNanoseconds is -1");
    }

    [Fact]
    public async Task Busy_polling_works_and_ends()
    {
        var system = LoopSystem.Create("busypoll", new LoopOptions { Loops = 1, BusyPoll = true });
        var echo = system.ActorOf(Props.Create(() => new Echo()));

        (await echo.Ask<object>("x", Patience)).ShouldBe("x");
        await system.Terminate().WaitAsync(Patience);
        LoopSystem.Loops(system)[0].Statistics.Sleeps.ShouldBe(0);
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message is "loop?" ? EventLoop.Current! : message);
    }

    private sealed class ParentOf : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(new[]
        {
            Context.ActorOf(Props.Create(() => new Echo())),
            Context.ActorOf(Props.Create(() => new Echo()).WithDispatcher("loop-0")),
        });
    }

    private sealed class Restless : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "run") Self.Tell(message);
            else Sender.Tell(message);
        }
    }

    private sealed class Throwing(Exception exception) : UntypedActor
    {
        protected override void OnReceive(object message) => throw exception;
    }
}
