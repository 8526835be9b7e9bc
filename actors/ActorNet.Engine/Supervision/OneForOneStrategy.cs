using ActorNet.Engine.Cell;

namespace ActorNet.Engine;

/// <summary>Decides about the failing child alone, and stops it when it was restarted too often.</summary>
public class OneForOneStrategy : SupervisorStrategy
{
    private readonly Func<Exception, Directive> _decider;

    /// <summary>With limits.</summary>
    /// <param name="maxNrOfRetries">Restarts allowed per window, or in all without one; null or -1 for no limit, 0 for none.</param>
    /// <param name="withinTimeRange">Length of the window; null for none. A window without a limit allows one restart.</param>
    /// <param name="localOnlyDecider">Decides by the exception.</param>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries ?? -1, withinTimeRange is { } range ? (int)range.TotalMilliseconds : -1, localOnlyDecider)
    {
    }

    /// <summary>With limits.</summary>
    /// <param name="maxNrOfRetries">Restarts allowed per window, or in all without one; -1 for no limit, 0 for none.</param>
    /// <param name="withinTimeMilliseconds">Length of the window in milliseconds; -1 for none. A window without a limit allows one restart.</param>
    /// <param name="localOnlyDecider">Decides by the exception.</param>
    /// <param name="loggingEnabled">Whether decisions are logged.</param>
    public OneForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
    {
        ArgumentNullException.ThrowIfNull(localOnlyDecider);
        MaxNumberOfRetries = maxNrOfRetries;
        WithinTimeRangeMilliseconds = withinTimeMilliseconds;
        _decider = localOnlyDecider;
        LoggingEnabled = loggingEnabled;
    }

    /// <summary>Without a limit.</summary>
    /// <param name="localOnlyDecider">Decides by the exception.</param>
    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(-1, -1, localOnlyDecider)
    {
    }

    /// <summary>Restarts allowed; -1 for no limit.</summary>
    public int MaxNumberOfRetries { get; }

    /// <summary>Length of the window in milliseconds; -1 for none.</summary>
    public int WithinTimeRangeMilliseconds { get; }

    /// <inheritdoc/>
    protected override Directive Handle(IActorRef child, Exception exception) => _decider(exception);

    private protected override bool MayRestart(ChildRecord child, long now) => child.MayRestart(MaxNumberOfRetries, WithinTimeRangeMilliseconds, now);
}
