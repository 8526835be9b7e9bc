using System.Runtime.CompilerServices;
using ActorNet.Engine.Cell;

namespace ActorNet.Engine.Loops;

/// <content>Running actors and deadlines; the same for threads and virtual time.</content>
public sealed partial class EventLoop
{
    private readonly VirtualClock? _virtual;
    private bool _isRunning;
    private bool _nowIsFresh;
    private long _now;
    private long _messages;
    private long _turns;
    private long _timersFired;
    private long _containedFailures;
    private FailureThrottle _failures;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Schedule(ActorCell cell) => _ready.Add(cell);

    internal void Contain(string what, Exception cause)
    {
        _containedFailures++;
        if (!_failures.Admit(LoopClock.Now(), out var suppressed)) return;
        var more = suppressed == 0 ? "" : $" ({suppressed} more of the last second not shown)";
        System.LogSink.Write(LogLevel.ErrorLevel, Name, $"{what} failed; the loop goes on{more}.", cause);
    }

    private int RunOne(int throughput)
    {
        var cell = _ready.Take();
        _nowIsFresh = false;
        var handled = cell.Run(throughput);
        _turns++;
        _messages += handled;
        return handled;
    }

    private bool FireNextDue()
    {
        var timer = Timers.TakeDue(_now);
        if (timer is null) return false;
        _timersFired++;
        _nowIsFresh = false;
        try
        {
            timer.Fire();
        }
        catch (Exception e)
        {
            Contain("A timer callback", e);
        }
        return true;
    }
}
