using ActorNet.Engine.Cell;

namespace ActorNet.Engine.Loops;

/// <summary>
/// A thread that runs actors, fires deadlines and polls descriptors, one thing at a time: what lives on a loop needs no lock. An actor stays
/// on its loop for life. The loop of a virtual system has no thread of its own and runs inside the calls of <see cref="VirtualSystem"/>.
/// </summary>
public sealed partial class EventLoop
{
    private RunQueue _ready = RunQueue.Create();

    internal EventLoop(LocalActorSystem system, int index, LoopOptions options, VirtualClock? virtualClock)
    {
        System = system;
        Index = index;
        Name = $"{system.Name}/{Dispatchers.Loop(index)}";
        Options = options;
        Timers = new TimerQueue(options.TimerLimit, virtualClock);
        Poller = options.PollerFactory?.Invoke() ?? new PortablePoller();
        Door = new LoopDoor(this, options.InboxLimit);
        _virtual = virtualClock;
        _now = RefreshNow();
    }

    /// <summary>The loop that runs on this thread; null on threads of others.</summary>
    public static EventLoop? Current => LoopThread.Current;

    /// <summary>System and number, as in logs: <c>lab/loop-0</c>.</summary>
    public string Name { get; }

    /// <summary>Number within its system, from 0.</summary>
    public int Index { get; }

    /// <summary>Where the loop blocks; its members but <see cref="IPoller.Wake"/> belong to the loop's thread. The loop disposes it at its end.</summary>
    public IPoller Poller { get; }

    /// <summary>
    /// Nanoseconds of the loop's monotonic clock, whose zero means nothing. Read at most once per actor turn or callback, so a long
    /// turn that needs more calls <see cref="RefreshNow"/>.
    /// </summary>
    public long NowNanoseconds => _nowIsFresh && ReferenceEquals(LoopThread.Current, this) ? _now : RefreshNow();

    /// <summary>
    /// The clock as last read by this loop, without reading it: at most a few dozen turns old while the loop is busy. For what needs no better,
    /// such as "last used"; a reading costs more than many a message.
    /// </summary>
    public long CoarseNanoseconds => _virtual?.Now ?? _now;

    internal LocalActorSystem System { get; }

    internal LoopOptions Options { get; }

    internal TimerQueue Timers { get; }

    /// <summary>Whose turn it is; null between turns.</summary>
    internal ActorCell? CurrentCell { get; set; }

    /// <summary>Counters since the start.</summary>
    public LoopStatistics Statistics => new(
        Volatile.Read(ref _messages), Volatile.Read(ref _turns), Volatile.Read(ref _received), Volatile.Read(ref _timersFired),
        Volatile.Read(ref _polls), Volatile.Read(ref _sleeps), Volatile.Read(ref _containedFailures));

    /// <summary>Reads the clock.</summary>
    /// <returns>The same as <see cref="NowNanoseconds"/> from now on.</returns>
    public long RefreshNow()
    {
        var now = _virtual?.Now ?? LoopClock.Now();
        if (!ReferenceEquals(LoopThread.Current, this)) return now;
        _nowIsFresh = true;
        return _now = now;
    }

    /// <summary>Runs the action on the loop's thread, soon and in the order of the posts of one thread. An exception in it is logged and contained.</summary>
    /// <param name="action">Runs outside of any actor's turn.</param>
    /// <exception cref="InvalidOperationException"><see cref="LoopOptions.InboxLimit"/> is reached, or the loop has ended.</exception>
    public void Post(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (Door.HasEnded) throw new InvalidOperationException($"Loop {Name} has ended with its system; nothing can be posted to it.");
        if (!Door.Admit(new InboxItem(null, action, null), force: false))
            throw new InvalidOperationException($"Loop {Name} has {Options.InboxLimit} messages at its door, its limit. Post less, or raise LoopOptions.InboxLimit.");
    }

    /// <summary>Posts the engine's own work, such as the timeout of an Ask, even when the inbox is full; forgets it when the loop has ended.</summary>
    internal void PostAlways(Action action)
    {
        if (!Door.HasEnded) Door.Admit(new InboxItem(null, action, null), force: true);
    }

    /// <summary>Makes a deadline that is not armed; any thread.</summary>
    /// <param name="callback">Runs on the loop's thread each time an armed deadline has come.</param>
    public DeadlineTimer CreateTimer(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new DeadlineTimer(this, callback);
    }

    /// <summary>System and number.</summary>
    public override string ToString() => Name;

    internal void EnsureOnLoop()
    {
        if (ReferenceEquals(LoopThread.Current, this) || (_virtual is not null && !_isRunning)) return;
        throw new InvalidOperationException($"This belongs to the thread of loop {Name}. Call it there, by an actor of the loop or by Post.");
    }
}
