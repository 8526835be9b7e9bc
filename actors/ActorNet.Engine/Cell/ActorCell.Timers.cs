namespace ActorNet.Engine.Cell;

/// <content>Keyed timers of <see cref="IWithTimers"/>.</content>
internal sealed partial class ActorCell
{
    private TimerScheduler? _timers;

    /// <summary>One per cell, so that what a former incarnation has started is known and cancelled.</summary>
    internal TimerScheduler Timers => _timers ??= new TimerScheduler(this);

    internal void CancelTimers() => _timers?.Forget();
}
