namespace ActorNet.Engine.Loops;

/// <content>The life of a loop on a virtual clock: it runs inside the calls of its owner.</content>
public sealed partial class EventLoop
{
    private SynchronizationContext? _callersContext;

    internal bool IsVirtual => _virtual is not null;

    internal void EnterVirtual()
    {
        if (_isRunning) throw new InvalidOperationException("The virtual system is running already. Call RunUntilIdle and Advance from one place, never from an actor or a continuation.");
        if (LoopThread.Current is { } other) throw new InvalidOperationException($"The virtual system cannot run on the thread of loop {other.Name}. Drive it from a thread of your own.");
        LoopThread.Current = this;
        _isRunning = true;
        // The caller's context would take what follows an await away from the actor, to a time and thread of its own.
        _callersContext = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        RefreshNow();
    }

    internal void ExitVirtual()
    {
        _isRunning = false;
        LoopThread.Current = null;
        SynchronizationContext.SetSynchronizationContext(_callersContext);
        _callersContext = null;
    }

    /// <summary>Nothing left to run: every actor has stopped.</summary>
    internal void EndVirtual()
    {
        Door.Close();
        Poller.Dispose();
        System.OnLoopEnded();
    }

    /// <summary>Runs all that can run at the current instant, deadlines that have come included.</summary>
    internal long RunToQuiet(long maxMessages)
    {
        long steps = 0;
        while (true)
        {
            DrainInbox(_virtual!.PickCount(DrainBatch));
            if (_ready.Count > 0 && !DeadlineGoesFirst())
            {
                if (_virtual.PickNext(_ready.Count) is > 0 and var pick) _ready.Promote(pick);
                steps += Math.Max(1, RunOne(_virtual.PickCount(Options.Throughput)));
            }
            else if (FireNextDueVirtual())
            {
                steps++;
            }
            else if (Door.Inbox.IsEmpty)
            {
                return steps;
            }
            if (steps >= maxMessages && (_ready.Count > 0 || HasDue())) throw Livelock(steps);
        }
    }

    private bool DeadlineGoesFirst() => _virtual!.Explores && HasDue() && _virtual.PickDeadlineFirst();

    private bool HasDue() => Timers.Count > 0 && Timers.NextDeadline <= _virtual!.Now;

    private bool FireNextDueVirtual()
    {
        _now = _virtual!.Now;
        return FireNextDue();
    }

    private InvalidOperationException Livelock(long steps)
    {
        var busy = _ready.Count > 0 ? _ready.Peek(0).Self.Path.ToString() : "a timer armed for the present instant";
        return new InvalidOperationException(
            $"The virtual system is not idle after {steps} messages at {_virtual!.Now} ns; next in line: {busy}. "
            + "Something keeps telling itself: let it wait for a deadline, or give RunUntilIdle a larger maxMessages.");
    }
}
