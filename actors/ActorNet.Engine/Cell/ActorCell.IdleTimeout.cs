using ActorNet.Engine.Loops;

namespace ActorNet.Engine.Cell;

/// <content>
/// <see cref="ReceiveTimeout"/>. The deadline moves with each message, the timer does not: it looks at the deadline when it fires and goes on
/// waiting if that has moved, so that a busy actor pays no timer operation per message.
/// </content>
internal sealed partial class ActorCell
{
    private TimeSpan? _idleTimeout;
    private DeadlineTimer? _idleTimer;
    private long _idleDeadline;

    public TimeSpan? ReceiveTimeout => _idleTimeout;

    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        RequireTurn("SetReceiveTimeout");
        if (timeout is { } span && span <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(timeout), span, "A receive timeout must be positive; use null to switch it off.");
        _idleTimeout = timeout;
        UpdatePlain();
        if (timeout is null) _idleTimer?.Disarm();
        else ArmIdleTimeout();
    }

    private void ArmIdleTimeout()
    {
        if (_idleTimeout is not { } timeout) return;
        _idleTimer ??= Loop.CreateTimer(OnIdleDeadline);
        _idleDeadline = Loop.RefreshNow() + timeout.Ticks * TimeSpan.NanosecondsPerTick;
        _idleTimer.Arm(_idleDeadline);
    }

    private void ClearIdleTimeout()
    {
        _idleTimeout = null;
        _idleTimer?.Disarm();
        UpdatePlain();
    }

    private void NoteInfluence(object message)
    {
        if (message is INotInfluenceReceiveTimeout || _idleTimeout is not { } timeout) return;
        _idleDeadline = Loop.NowNanoseconds + timeout.Ticks * TimeSpan.NanosecondsPerTick;
        if (!_idleTimer!.IsArmed) _idleTimer.Arm(_idleDeadline);
    }

    private void OnIdleDeadline()
    {
        if (_idleTimeout is null) return;
        if (Loop.NowNanoseconds < _idleDeadline) _idleTimer!.Arm(_idleDeadline);
        else Accept(Engine.ReceiveTimeout.Instance, null);
    }
}
