namespace ActorNet.Engine.Loops;

/// <content>The life of a loop that has a thread.</content>
public sealed partial class EventLoop
{
    /// <summary>Turns between two looks at clock, inbox and poller; with full turns about 0.1 ms.</summary>
    private const int TurnsPerRound = 64;

    /// <summary>A busy loop looks at its descriptors this often: about 1 % of its time where a look costs 0.3 microseconds.</summary>
    private const long BusyPollInterval = 25_000;

    /// <summary>An idle loop that has just looked at its descriptors looks at its inbox first.</summary>
    private const long IdlePollInterval = 2_000;

    private const int InboxLooksPerPoll = 32;

    private volatile bool _stopRequested;
    private long _lastPoll;
    private long _polls;
    private long _sleeps;

    internal void Start()
    {
        var thread = new Thread(RunThread) { IsBackground = true };
        if (Options.NameThreads) thread.Name = Name;
        thread.Start();
    }

    internal void RequestStop()
    {
        _stopRequested = true;
        Interlocked.MemoryBarrier();
        if (_virtual is null) Door.WakeUp();
        else EndVirtual();
    }

    private void RunThread()
    {
        LoopThread.Current = this;
        _isRunning = true;
        while (!_stopRequested) RunRound();
        Door.Close();
        LoopThread.Current = null;
        Poller.Dispose();
        System.OnLoopEnded();
    }

    private void RunRound()
    {
        try
        {
            DrainInbox(DrainBatch);
            if (Timers.Count > 0) FireDue();
            for (var left = TurnsPerRound; left > 0 && _ready.Count > 0; left--) RunOne(Options.Throughput);
            if (_ready.Count > 0) PollWhileBusy();
            else if (Door.Inbox.IsEmpty) Idle();
        }
        catch (Exception e)
        {
            // Actors and callbacks are contained one by one; what arrives here is a fault of the engine, still no reason to stop the others.
            CurrentCell = null;
            Contain("A round of the loop", e);
        }
    }

    private void FireDue()
    {
        RefreshNow();
        var last = _now;
        // A callback that arms a deadline in the past must not keep the round from ending.
        for (var left = Timers.Count; left > 0; left--)
        {
            _now = last;
            if (!FireNextDue()) break;
        }
        _nowIsFresh = false;
    }

    private void PollWhileBusy()
    {
        if (RefreshNow() - _lastPoll >= BusyPollInterval) Poll(0);
    }

    private void Idle()
    {
        var end = RefreshNow() + Options.SpinNanoseconds;
        // Where loops hand each other single messages, a look at the descriptors between every two of them would double the time.
        if (_now - _lastPoll < IdlePollInterval && SawInbox()) return;
        do
        {
            if (Poll(0) > 0 || HasWork() || Options.BusyPoll) return;
            if (SawInbox()) return;
        }
        while (RefreshNow() < end || IsNearDeadline);
        Sleep();
    }

    /// <summary>Too near for a sleep to end in time.</summary>
    private bool IsNearDeadline => Options.TimerLeadNanoseconds > 0 && Timers.Count > 0 && Timers.NextDeadline - _now <= Options.TimerLeadNanoseconds;

    private bool SawInbox()
    {
        for (var looks = 0; looks < InboxLooksPerPoll; looks++)
        {
            if (!Door.Inbox.IsEmpty) return true;
            if ((looks & 3) == 3) Thread.SpinWait(1);
        }
        return false;
    }

    private bool HasWork() => _ready.Count > 0 || !Door.Inbox.IsEmpty || _stopRequested || (Timers.Count > 0 && Timers.NextDeadline <= RefreshNow());

    private void Sleep()
    {
        var timeout = Timers.Count == 0 ? -1 : Math.Max(0, Timers.NextDeadline - _now - Options.TimerLeadNanoseconds);
        Door.FallAsleep();
        if (Door.Inbox.IsEmpty && !_stopRequested)
        {
            _sleeps++;
            Poll(timeout);
        }
        Door.Rise();
    }

    private int Poll(long timeout)
    {
        _polls++;
        _nowIsFresh = false;
        try
        {
            var reported = Poller.Poll(timeout);
            _lastPoll = RefreshNow();
            return reported;
        }
        catch (Exception e)
        {
            Contain("A poll callback", e);
            return 1;
        }
    }
}
