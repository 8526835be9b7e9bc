using ActorNet.Engine;
using ActorNet.Engine.Loops;
using BenchmarkDotNet.Attributes;

namespace ActorNet.Benchmarks;

/// <summary>The engine alone, on real loops: a message told and received, a chain of five actors, ping-pong on one loop and between two.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private const int Messages = 1_000_000;
    private readonly ManualResetEventSlim _done = new();
    private ActorSystem _system = null!;
    private IActorRef _teller = null!;
    private IActorRef _chain = null!;
    private IActorRef _sameLoop = null!;
    private IActorRef _acrossLoops = null!;

    [GlobalSetup]
    public void Setup()
    {
        _system = LoopSystem.Create("bench", new LoopOptions { Loops = 2, Throughput = 30 });
        _teller = _system.ActorOf(Props.Create(() => new Teller(_done)).WithDispatcher("loop-0"), "teller");
        var next = _system.ActorOf(Props.Create(() => new Sink(_done)).WithDispatcher("loop-0"), "sink");
        for (var i = 0; i < 4; i++)
        {
            var to = next;
            next = _system.ActorOf(Props.Create(() => new Hop(to)).WithDispatcher("loop-0"), "hop" + i);
        }

        var first = next;
        _chain = _system.ActorOf(Props.Create(() => new Source(first)).WithDispatcher("loop-0"), "source");
        _sameLoop = Pinger("same", "loop-0", "loop-0");
        _acrossLoops = Pinger("across", "loop-0", "loop-1");
    }

    [GlobalCleanup]
    public void Cleanup() => _system.Terminate().GetAwaiter().GetResult();

    [Benchmark(OperationsPerInvoke = Messages)]
    public void Tell_and_receive() => RunFor(_teller);

    [Benchmark(OperationsPerInvoke = Messages)]
    public void Chain_of_five() => RunFor(_chain);

    [Benchmark(OperationsPerInvoke = Messages)]
    public void Ping_pong_turn_on_one_loop() => RunFor(_sameLoop);

    [Benchmark(OperationsPerInvoke = Messages)]
    public void Ping_pong_turn_across_loops() => RunFor(_acrossLoops);

    private void RunFor(IActorRef actor)
    {
        _done.Reset();
        actor.Tell(Go.Instance, ActorRefs.NoSender);
        _done.Wait();
    }

    private IActorRef Pinger(string name, string from, string to)
    {
        var ponger = _system.ActorOf(Props.Create(() => new Ponger()).WithDispatcher(to), name + "-ponger");
        return _system.ActorOf(Props.Create(() => new PingActor(ponger, _done)).WithDispatcher(from), name + "-pinger");
    }

    private sealed class Go
    {
        public static readonly Go Instance = new();
    }

    private sealed class Ball
    {
        public static readonly Ball Instance = new();
    }

    /// <summary>Tells itself in bursts, so that mailbox and scheduling are both measured.</summary>
    private sealed class Teller(ManualResetEventSlim done) : UntypedActor
    {
        private const int InFlight = 64;
        private int _left;

        protected override void OnReceive(object message)
        {
            if (message is Go)
            {
                _left = Messages;
                for (var i = 0; i < InFlight; i++) Self.Tell(Ball.Instance, ActorRefs.NoSender);
                return;
            }

            _left--;
            if (_left >= InFlight) Self.Tell(Ball.Instance, ActorRefs.NoSender);
            else if (_left == 0) done.Set();
        }
    }

    private sealed class Source(IActorRef next) : UntypedActor
    {
        private const int Batch = 64;
        private int _left;

        protected override void OnReceive(object message)
        {
            if (message is Go && _left == 0) _left = Messages;
            for (var i = 0; i < Batch && _left > 0; i++, _left--) next.Tell(Ball.Instance, ActorRefs.NoSender);
            if (_left > 0) Self.Tell(Go.Instance, ActorRefs.NoSender);
        }
    }

    private sealed class Hop(IActorRef next) : UntypedActor
    {
        protected override void OnReceive(object message) => next.Tell(message, ActorRefs.NoSender);
    }

    private sealed class Sink(ManualResetEventSlim done) : UntypedActor
    {
        private int _seen;

        protected override void OnReceive(object message)
        {
            if (++_seen < Messages) return;
            _seen = 0;
            done.Set();
        }
    }

    private sealed class Ponger : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }

    private sealed class PingActor(IActorRef ponger, ManualResetEventSlim done) : UntypedActor
    {
        private int _left;

        protected override void OnReceive(object message)
        {
            if (message is Go) _left = Messages;
            else if (--_left == 0) done.Set();
            if (_left > 0) ponger.Tell(Ball.Instance, Self);
        }
    }
}
