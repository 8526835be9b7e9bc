using System.Collections.Concurrent;
using ActorNet.Engine.Loops;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

/// <summary>Races between loops: every test ends by a message, never by waiting for a time.</summary>
public class CrossLoopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Messages_of_each_sender_keep_their_order_across_loops()
    {
        // Given: three senders on two loops and two plain threads flood one receiver.
        const int PerSender = 50_000;
        using var system = Create(2);
        var receiver = system.ActorOf(Props.Create(() => new OrderCheck(5, PerSender)).WithDispatcher("loop-1"));
        var verdict = receiver.Ask<string>("verdict", Patience);
        var senders = new[] { "loop-0", "loop-0", "loop-1" }
            .Select((loop, id) => system.ActorOf(Props.Create(() => new Flood(id, PerSender, receiver)).WithDispatcher(loop))).ToList();

        // When
        foreach (var sender in senders) sender.Tell("go");
        var threads = Enumerable.Range(3, 2).Select(id => new Thread(() => FloodFrom(id, PerSender, receiver))).ToList();
        foreach (var thread in threads) thread.Start();

        // Then
        (await verdict).ShouldBe("in order");
        foreach (var thread in threads) thread.Join();
    }

    [Fact]
    public async Task Ping_pong_across_loops_never_loses_a_wake()
    {
        // Given: without spinning every message finds the other loop asleep or falling asleep.
        using var system = LoopSystem.Create("pingpong", new LoopOptions { Loops = 2, SpinNanoseconds = 0 });
        var pong = system.ActorOf(Props.Create(() => new Pong()).WithDispatcher("loop-1"));
        var ping = system.ActorOf(Props.Create(() => new Ping(pong, 5_000)).WithDispatcher("loop-0"));

        // Then
        (await ping.Ask<int>("go", Patience)).ShouldBe(5_000);
    }

    [Fact]
    public async Task Children_of_another_loop_are_made_supervised_watched_and_stopped()
    {
        // Given
        using var system = Create(2);
        var parent = system.ActorOf(Props.Create(() => new RemoteParent()).WithDispatcher("loop-0"));

        // When
        var rounds = await parent.Ask<int>(500, Patience);

        // Then: each round made, failed (restart), killed and buried a child on the other loop.
        rounds.ShouldBe(500);
    }

    [Fact]
    public async Task Posts_of_one_thread_run_in_order_on_the_loop()
    {
        // Given
        const int Count = 20_000;
        using var system = Create(1);
        var loop = LoopSystem.Loops(system)[0];
        var seen = new List<int>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // When
        for (var i = 0; i < Count; i++)
        {
            var n = i;
            loop.Post(() =>
            {
                EventLoop.Current.ShouldBe(loop);
                seen.Add(n);
                if (n == Count - 1) done.SetResult();
            });
        }
        await done.Task.WaitAsync(Patience);

        // Then
        seen.ShouldBe(Enumerable.Range(0, Count));
    }

    [Fact]
    public async Task A_full_inbox_drops_counts_and_goes_on()
    {
        // Given: the loop is held by an actor while a thread floods it.
        using var system = LoopSystem.Create("inbox", new LoopOptions { Loops = 1, InboxLimit = 1, LogSink = _ => { } });
        using var held = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var blocker = system.ActorOf(Props.Create(() => new Blocker(held, release)));
        blocker.Tell("hold");
        held.Wait(Patience).ShouldBeTrue();

        // When
        for (var i = 0; i < 100_000; i++) blocker.Tell(i);
        var counted = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        release.Set();
        SpinWait.SpinUntil(() => TryPost(LoopSystem.Loops(system)[0], () => blocker.Tell(counted)), Patience).ShouldBeTrue();
        var seen = await counted.Task.WaitAsync(Patience);

        // Then
        seen.ShouldBeGreaterThanOrEqualTo(1024);
        (seen + LoopSystem.Letters(system).Dropped).ShouldBe(100_000);
    }

    [Fact]
    public async Task An_ask_that_a_full_inbox_swallows_still_times_out()
    {
        // Given: the loop is held, and its inbox is full.
        using var system = LoopSystem.Create("swallow", new LoopOptions { Loops = 1, InboxLimit = 1, LogSink = _ => { } });
        using var held = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var blocker = system.ActorOf(Props.Create(() => new Blocker(held, release)));
        blocker.Tell("hold");
        held.Wait(Patience).ShouldBeTrue();
        while (LoopSystem.Letters(system).Dropped == 0) blocker.Tell("fill");

        // When
        var answer = blocker.Ask("swallowed", TimeSpan.FromMilliseconds(1));
        release.Set();

        // Then
        await Should.ThrowAsync<AskTimeoutException>(() => answer.WaitAsync(Patience));
    }

    [Fact]
    public async Task Terminate_under_fire_ends_every_loop_and_later_messages_are_dead_letters()
    {
        // Given
        var system = Create(2);
        var actors = Enumerable.Range(0, 20).Select(_ => system.ActorOf(Props.Create(() => new Pong()))).ToList();
        var stop = false;
        var thread = new Thread(() =>
        {
            while (!Volatile.Read(ref stop)) actors[0].Tell("x", actors[1]);
        });
        thread.Start();

        // When
        await system.Terminate().WaitAsync(Patience);
        Volatile.Write(ref stop, true);
        thread.Join();

        // Then
        var before = LoopSystem.Letters(system).DeadLetters;
        actors[0].Tell("late");
        LoopSystem.Letters(system).DeadLetters.ShouldBe(before + 1);
        Should.Throw<InvalidOperationException>(() => LoopSystem.Loops(system)[0].Post(() => { })).Message.ShouldContain("ended");
        Should.Throw<InvalidOperationException>(() => system.ActorOf(Props.Create(() => new Pong())));
    }

    [Fact]
    public async Task Many_threads_make_top_level_actors_at_once()
    {
        // Given
        using var system = Create(2);
        var answers = new ConcurrentBag<Task<ActorIdentity>>();

        // When
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 500; i++) answers.Add(system.ActorOf(Props.Create(() => new Pong())).Ask<ActorIdentity>(new Identify(i), Patience));
        })).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        var identities = await Task.WhenAll(answers);

        // Then
        identities.Select(identity => identity.Subject!.Path.Name).Distinct().Count().ShouldBe(2000);
    }

    private static ActorSystem Create(int loops) => LoopSystem.Create("cross", new LoopOptions { Loops = loops, LogSink = _ => { } });

    private static bool TryPost(EventLoop loop, Action action)
    {
        try
        {
            loop.Post(action);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void FloodFrom(int id, int count, IActorRef receiver)
    {
        for (var i = 0; i < count; i++) receiver.Tell((id, i), ActorRefs.NoSender);
    }

    private sealed class Flood(int id, int count, IActorRef receiver) : UntypedActor
    {
        protected override void OnReceive(object message) => FloodFrom(id, count, receiver);
    }

    private sealed class OrderCheck(int senders, int perSender) : UntypedActor
    {
        private readonly int[] _next = new int[senders];
        private IActorRef? _asker;
        private int _left = senders * perSender;
        private string _verdict = "in order";

        protected override void OnReceive(object message)
        {
            if (message is string)
            {
                _asker = Sender;
            }
            else
            {
                var (id, number) = ((int, int))message;
                if (_next[id]++ != number) _verdict = $"sender {id} sent {number} out of order";
                _left--;
            }
            if (_left == 0) _asker!.Tell(_verdict);
        }
    }

    private sealed class Pong : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    private sealed class Ping(IActorRef pong, int rounds) : UntypedActor
    {
        private IActorRef? _asker;
        private int _done;

        protected override void OnReceive(object message)
        {
            if (_asker is null) _asker = Sender;
            else _done++;
            if (_done == rounds) _asker.Tell(_done);
            else pong.Tell(message);
        }
    }

    private sealed class Blocker(ManualResetEventSlim held, ManualResetEventSlim release) : UntypedActor
    {
        private int _count;

        protected override void OnReceive(object message)
        {
            if (message is TaskCompletionSource<int> asker)
            {
                asker.SetResult(_count);
            }
            else if (message is "hold")
            {
                held.Set();
                release.Wait(Patience);
            }
            else
            {
                _count++;
            }
        }
    }

    private sealed class RemoteParent : ReceiveActor
    {
        private IActorRef _asker = ActorRefs.Nobody;
        private int _rounds;
        private int _left;

        public RemoteParent()
        {
            Receive<int>(rounds =>
            {
                _asker = Sender;
                _left = rounds;
                Begin();
            });
            Receive<string>(_ => Sender.Tell(Kill.Instance));
            Receive<Terminated>(_ =>
            {
                _rounds++;
                if (--_left == 0) _asker.Tell(_rounds);
                else Begin();
            });
        }

        private void Begin()
        {
            // The same name each time: it must be free when Terminated has come.
            var child = Context.ActorOf(Props.Create(() => new Fragile()).WithDispatcher("loop-1"), "child");
            Context.Watch(child);
            child.Tell("fail");
            child.Tell("alive?");
        }
    }

    private sealed class Fragile : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "fail") throw new InvalidOperationException("boom");
            Sender.Tell("alive");
        }
    }
}
