namespace ActorNet.Engine.Loops;

/// <summary>
/// A system whose time is an argument. It runs on the caller's thread inside <see cref="RunUntilIdle"/> and <see cref="Advance(long)"/>, one
/// message after the other; the same commands and the same seed give the same run. The seed stands for one order of events out of those that
/// threads could bring about; 0 is the plain order. Use it from one thread at a time.
/// </summary>
public sealed class VirtualSystem : IDisposable
{
    /// <summary>Messages after which a run that does not become idle is given up.</summary>
    public const long DefaultMaxMessages = 10_000_000;

    private readonly VirtualClock _clock;
    private readonly EventLoop _loop;

    internal VirtualSystem(LocalActorSystem system, VirtualClock clock)
    {
        System = system;
        _clock = clock;
        _loop = system.Loops[0];
        system.Virtual = this;
    }

    /// <summary>The actors; what is told from outside waits for the next run.</summary>
    public ActorSystem System { get; }

    /// <summary>The only loop.</summary>
    public EventLoop Loop => _loop;

    /// <summary>Nanoseconds on the virtual clock.</summary>
    public long Now => _clock.Now;

    /// <summary>The interleaving it was made with.</summary>
    public ulong Seed => _clock.Seed;

    /// <summary>The earliest armed deadline on the virtual clock; null when nothing will happen by time alone.</summary>
    public long? NextDeadline => _loop.Timers.Count == 0 ? null : _loop.Timers.NextDeadline;

    /// <summary>
    /// Runs all that can run at the present instant: messages first, then deadlines that have come one by one, until nothing is left. With a
    /// seed it throws dice for what goes first.
    /// </summary>
    /// <param name="maxMessages">Messages and deadlines after which it is given up.</param>
    /// <returns>Number of turns' messages and deadlines run.</returns>
    /// <exception cref="InvalidOperationException">Not idle after <paramref name="maxMessages"/>, or called from inside a run.</exception>
    public long RunUntilIdle(long maxMessages = DefaultMaxMessages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        _loop.EnterVirtual();
        try
        {
            return _loop.RunToQuiet(maxMessages);
        }
        finally
        {
            _loop.ExitVirtual();
        }
    }

    /// <summary>
    /// Runs until idle, then goes from deadline to deadline: sets the clock to the earliest, fires it, runs until idle, until the clock is
    /// <paramref name="nanoseconds"/> later. Work armed on the way for before that end happens on the way.
    /// </summary>
    /// <param name="nanoseconds">Not negative.</param>
    /// <exception cref="InvalidOperationException">An instant did not become idle, or called from inside a run.</exception>
    public void Advance(long nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        var end = checked(_clock.Now + nanoseconds);
        RunUntilIdle();
        while (NextDeadline is { } next && next <= end)
        {
            _clock.Now = Math.Max(_clock.Now, next);
            RunUntilIdle();
        }
        _clock.Now = end;
    }

    /// <inheritdoc cref="Advance(long)"/>
    /// <param name="duration">Not negative.</param>
    public void Advance(TimeSpan duration) => Advance(checked(duration.Ticks * TimeSpan.NanosecondsPerTick));

    /// <summary>Terminates the system and runs it to its end.</summary>
    public void Dispose() => System.Dispose();

    internal static void Drain(EventLoop loop)
    {
        loop.EnterVirtual();
        try
        {
            loop.RunToQuiet(DefaultMaxMessages);
        }
        finally
        {
            loop.ExitVirtual();
        }
    }
}
