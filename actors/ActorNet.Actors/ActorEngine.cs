// The one file that knows which actor library the actors run on: -p:ActorEngine=Akka defines AKKA.
#if AKKA
global using Akka.Actor;
global using Akka.Event;
#else
global using ActorNet.Engine;
#endif

using ActorNet.Core;
#if !AKKA
using ActorNet.Engine.Loops;
#endif

namespace ActorNet.Actors;

/// <summary>What the actors of a lab need beyond actors: the time of the loop they share, and deadlines in nanoseconds.</summary>
internal interface ILabClock
{
    /// <summary>The time.</summary>
    Instant Now { get; }

    /// <summary>The time as last read, some dozen turns old at most; costs nothing.</summary>
    Instant Coarse { get; }

    /// <summary>A timer that sends <paramref name="message"/> to <paramref name="receiver"/> at its deadline.</summary>
    ILabTimer CreateTimer(IActorRef receiver, object message);
}

/// <summary>A timer of one actor; one deadline at a time.</summary>
internal interface ILabTimer
{
    /// <summary>Sets or moves the deadline.</summary>
    void Arm(Instant deadline);

    /// <summary>Forgets the deadline.</summary>
    void Disarm();
}

#if AKKA
/// <summary>Clock and timers of Akka's scheduler: as exact as its ticks, and only right on a dispatcher with one thread.</summary>
internal sealed class LabClock : ILabClock
{
    private readonly IScheduler _scheduler;

    private LabClock(IScheduler scheduler) => _scheduler = scheduler;

    public Instant Now => new(_scheduler.HighResMonotonicClock.Ticks * TimeSpan.NanosecondsPerTick);

    public Instant Coarse => Now;

    public static ILabClock Current(IActorContext context) => new LabClock(context.System.Scheduler);

    public ILabTimer CreateTimer(IActorRef receiver, object message) => new Timer(this, receiver, message);

    private sealed class Timer(LabClock clock, IActorRef receiver, object message) : ILabTimer
    {
        private ICancelable? _armed;

        public void Arm(Instant deadline)
        {
            _armed?.Cancel();
            var delay = TimeSpan.FromTicks(Math.Max(0, deadline.Since(clock.Now)) / TimeSpan.NanosecondsPerTick);
            _armed = clock._scheduler.ScheduleTellOnceCancelable(delay, receiver, message, ActorRefs.NoSender);
        }

        public void Disarm()
        {
            _armed?.Cancel();
            _armed = null;
        }
    }
}
#else
/// <summary>Clock and timers of the event loop that the lab's actors share.</summary>
internal sealed class LabClock : ILabClock
{
    private readonly EventLoop _loop;

    private LabClock(EventLoop loop) => _loop = loop;

    public Instant Now => new(_loop.NowNanoseconds);

    public Instant Coarse => new(_loop.CoarseNanoseconds);

    /// <summary>The clock of the loop whose turn this is; call it in an actor's constructor or handler.</summary>
    public static ILabClock Current(IActorContext context)
    {
        _ = context;
        return new LabClock(EventLoop.Current ?? throw new InvalidOperationException("Actors of a lab are made on an event loop: create them with Context.ActorOf or ActorSystem.ActorOf."));
    }

    public ILabTimer CreateTimer(IActorRef receiver, object message) => new Timer(_loop.CreateTimer(() => receiver.Tell(message, ActorRefs.NoSender)));

    private sealed class Timer(DeadlineTimer timer) : ILabTimer
    {
        public void Arm(Instant deadline) => timer.Arm(deadline.Nanoseconds);

        public void Disarm() => timer.Disarm();
    }
}
#endif
