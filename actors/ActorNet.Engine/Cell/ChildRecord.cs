using ActorNet.Engine.Refs;

namespace ActorNet.Engine.Cell;

/// <summary>What a parent knows of a child, over all of the child's restarts.</summary>
internal sealed class ChildRecord(LocalActorRef child)
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    private long _retries;
    private long? _windowStart;

    internal LocalActorRef Child { get; } = child;

    /// <summary>The parent has asked it to stop.</summary>
    internal bool IsStopping { get; set; }

    internal void Stop()
    {
        IsStopping = true;
        Child.SendSystem(new SystemMessage(SystemKind.Terminate));
    }

    internal void Suspend() => Child.SendSystem(new SystemMessage(SystemKind.Suspend));

    internal void Resume(Exception? ownFailure) => Child.SendSystem(new SystemMessage(SystemKind.Resume) { Cause = ownFailure });

    internal void Restart(Exception cause) => Child.SendSystem(new SystemMessage(SystemKind.Recreate) { Cause = cause });

    /// <summary>Counts a restart against the limits.</summary>
    /// <param name="limit">Restarts allowed, per window if there is one; negative for no limit, 0 for none at all.</param>
    /// <param name="windowMilliseconds">Length of the window; not positive for none. A window without a limit allows one.</param>
    /// <param name="now">Nanoseconds on the parent's clock.</param>
    internal bool MayRestart(int limit, int windowMilliseconds, long now)
    {
        if (limit == 0) return false;
        if (windowMilliseconds <= 0) return limit < 0 || ++_retries <= limit;
        if (_windowStart is not { } start || now - start > windowMilliseconds * NanosecondsPerMillisecond)
        {
            _windowStart = now;
            _retries = 0;
        }
        return ++_retries <= Math.Max(1, limit);
    }
}
