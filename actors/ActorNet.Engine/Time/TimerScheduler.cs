using ActorNet.Engine.Cell;

namespace ActorNet.Engine;

/// <summary>
/// The keyed timers of one actor. Starting a key again replaces its timer; what the replaced or cancelled timer has put into the mailbox is
/// discarded when its turn comes, because the key then means another generation or none.
/// </summary>
internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    private readonly Dictionary<object, TimerMessage> _active = [];

    internal ActorCell Cell => cell;

    public IReadOnlyCollection<object> ActiveTimers => [.. _active.Keys];

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) => Start(key, msg, interval, interval, null);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) => Start(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) => Start(key, msg, initialDelay, interval, null);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender) =>
        Start(key, msg, initialDelay, interval, sender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) => Start(key, msg, timeout, null, null);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender) => Start(key, msg, timeout, null, sender);

    public bool IsTimerActive(object key) => _active.ContainsKey(key);

    public void Cancel(object key)
    {
        cell.RequireTurn("Timers.Cancel");
        if (_active.Remove(key, out var timer)) timer.Disarm();
    }

    public void CancelAll()
    {
        cell.RequireTurn("Timers.CancelAll");
        Forget();
    }

    internal void Forget()
    {
        foreach (var timer in _active.Values) timer.Disarm();
        _active.Clear();
    }

    /// <summary>Whether this generation is still the one in force; a single timer is over with its message.</summary>
    internal bool Accept(TimerMessage timer)
    {
        if (!_active.TryGetValue(timer.Key, out var current) || !ReferenceEquals(current, timer)) return false;
        if (!timer.IsPeriodic) _active.Remove(timer.Key);
        return true;
    }

    private void Start(object key, object message, TimeSpan delay, TimeSpan? interval, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(message);
        cell.RequireTurn("Timers.Start");
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        if (interval is { } every) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero, nameof(interval));
        if (_active.Remove(key, out var replaced)) replaced.Disarm();
        _active.Add(key, new TimerMessage(this, key, message, sender, delay, interval));
    }
}
