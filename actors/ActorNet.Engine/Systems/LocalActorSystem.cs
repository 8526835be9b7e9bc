using ActorNet.Engine.Cell;
using ActorNet.Engine.Loops;
using ActorNet.Engine.Refs;

namespace ActorNet.Engine;

/// <summary>The system of this process: its loops and the two guardians at the top of the tree.</summary>
internal sealed class LocalActorSystem : ActorSystem
{
    private static readonly TimeSpan DisposePatience = TimeSpan.FromSeconds(10);

    private readonly LocalActorPath _root;
    private readonly EventLoop[] _loops;
    private readonly ActorCell _guardian;
    private readonly Termination _termination;
    private IScheduler _scheduler;
    private int _nextLoop = -1;
    private long _uid;
    private long _temporaryNames;

    internal LocalActorSystem(string name, LoopOptions options, VirtualClock? clock)
    {
        options.Validate();
        if (name is null || !IsSystemName(name))
            throw new ArgumentException($"'{name}' is no name for a system. Use ASCII letters, digits, '-' and '_', beginning with a letter or digit.", nameof(name));
        Name = name;
        LogSink = new EngineLog(options);
        EventStream = new EventStream(debug: false);
        _root = new LocalActorPath(name);
        var letters = new DeadLetterRef(this, new LocalActorPath(_root, "deadLetters", 0));
        DeadLetters = letters;
        Letters = new LetterBox(EventStream, letters);
        Log = new LoggingAdapter(LogSink, name, null);
        _loops = MakeLoops(options, clock);
        _scheduler = new LoopScheduler(this);
        _termination = new Termination(this, _loops.Length);
        _guardian = new ActorCell(this, _loops[0], new RootRef(this, _root), Props.Create<GuardianActor>(), new LocalActorPath(_root, "user", NextUid()));
        _guardian.Self.SendSystem(new SystemMessage(SystemKind.Create));
        if (clock is null) Array.ForEach(_loops, loop => loop.Start());
    }

    public override string Name { get; }

    public override IScheduler Scheduler => _scheduler;

    public override EventStream EventStream { get; }

    public override IActorRef DeadLetters { get; }

    public override ILoggingAdapter Log { get; }

    public override Task WhenTerminated => _termination.Task;

    internal EngineLog LogSink { get; }

    internal LetterBox Letters { get; }

    /// <summary>What drives a virtual system; null for one on threads.</summary>
    internal VirtualSystem? Virtual { get; set; }

    internal IReadOnlyList<EventLoop> Loops => _loops;

    public override Task Terminate()
    {
        Stop(_guardian.Self);
        return WhenTerminated;
    }

    public override void RegisterOnTermination(Action code) => _termination.Register(code);

    public override void Stop(IActorRef actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (ActorCell.Current is { } cell && cell.StopChild(actor)) return;
        if (actor is IInternalRef local) local.SendSystem(new SystemMessage(SystemKind.Terminate));
    }

    public override IActorRef ActorOf(Props props, string? name = null) => _guardian.MakeChild(props, name);

    /// <summary>Puts a test's scheduler in front of the system's own; the engine's timers go on as before.</summary>
    internal void UseScheduler(IScheduler scheduler) => _scheduler = scheduler;

    internal long NextUid() => Interlocked.Increment(ref _uid);

    internal LocalActorPath TemporaryPath() =>
        new(new LocalActorPath(_root, "temp", 0), ActorNames.Generated(Interlocked.Increment(ref _temporaryNames)), 0);

    /// <summary>Where an actor shall run: as its props say, else on its parent's loop; top-level actors in turn.</summary>
    internal EventLoop LoopFor(string? dispatcher, ActorCell parent)
    {
        var inherits = dispatcher is null && !ReferenceEquals(parent, _guardian);
        if (inherits) return parent.Loop;
        if (dispatcher is null || Dispatchers.IndexOf(dispatcher) is not { } index)
            return _loops[(int)((uint)Interlocked.Increment(ref _nextLoop) % (uint)_loops.Length)];
        if (_loops[0].IsVirtual) return _loops[0];
        return index < _loops.Length ? _loops[index] : throw new ArgumentException(
            $"There is no loop {index}: system {Name} has {_loops.Length}, \"{Dispatchers.Loop(0)}\" to \"{Dispatchers.Loop(_loops.Length - 1)}\". Use one of them, or raise LoopOptions.Loops.",
            nameof(dispatcher));
    }

    internal void OnGuardianFailed(IActorRef guardian, Exception cause)
    {
        LogSink.Write(LogLevel.ErrorLevel, Name, "A failure was escalated to the top; the system shuts down.", cause);
        Stop(guardian);
    }

    internal void OnGuardianDied()
    {
        _termination.RunCallbacks();
        foreach (var loop in _loops) loop.RequestStop();
    }

    internal void OnLoopEnded() => _termination.OnLoopEnded();

    private protected override void DisposeSystem()
    {
        _ = Terminate();
        if (_loops[0].IsVirtual)
        {
            if (EventLoop.Current is null) VirtualSystem.Drain(_loops[0]);
        }
        else if (EventLoop.Current is null && !WhenTerminated.Wait(DisposePatience))
        {
            LogSink.Write(LogLevel.ErrorLevel, Name, "The system has not ended within ten seconds after Dispose: an actor does not return from its turn.", null);
        }
    }

    private EventLoop[] MakeLoops(LoopOptions options, VirtualClock? clock)
    {
        var loops = new EventLoop[options.Loops];
        for (var i = 0; i < loops.Length; i++) loops[i] = new EventLoop(this, i, options, clock);
        return loops;
    }

    private static bool IsSystemName(string name) =>
        name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
