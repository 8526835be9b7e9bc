namespace ActorNet.Engine.Loops;

/// <summary>How many loops a system has and how they behave. Checked when the system is made, all faults in one message.</summary>
public sealed record LoopOptions
{
    /// <summary>Number of loops, each with a thread of its own. 1 to 1024; default: 1 with up to two processors, else half of them.</summary>
    public int Loops { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 1024);

    /// <summary>User messages that an actor may handle in one turn before the next actor gets its turn. 1 to 1,000,000; default 30.</summary>
    public int Throughput { get; init; } = 30;

    /// <summary>How long an idle loop looks around before it blocks, in nanoseconds. 0 blocks at once; default 20,000; at most one second.</summary>
    public long SpinNanoseconds { get; init; } = 20_000;

    /// <summary>
    /// How long before its next deadline a sleeping loop wakes, to wait for it awake, in nanoseconds: a wake-up takes some tens of microseconds, by which every deadline
    /// would otherwise be late. Costs that much processor time for each sleep that a deadline ends. 0 sleeps up to the deadline; default 100,000; at most 10 ms.
    /// </summary>
    public long TimerLeadNanoseconds { get; init; } = 100_000;

    /// <summary>Never block: lowest latency, and each loop keeps a processor busy for ever. Default: off.</summary>
    public bool BusyPoll { get; init; }

    /// <summary>Makes the poller of each loop; called once per loop while the system is made; the loop disposes it. Default: <see cref="PortablePoller"/>.</summary>
    public Func<IPoller>? PollerFactory { get; init; }

    /// <summary>User messages that a mailbox holds; what comes when it is full is published as <see cref="Dropped"/> and counted. Default 1,000,000.</summary>
    public int MailboxLimit { get; init; } = 1_000_000;

    /// <summary>Messages from other threads that may wait at the door of a loop, at least 1,024 and rounded up to its ring sizes; more are dropped like those of a full mailbox. Default 1,000,000.</summary>
    public int InboxLimit { get; init; } = 1_000_000;

    /// <summary>Timers that may be armed on a loop at a time; arming one more throws. Default 1,000,000.</summary>
    public int TimerLimit { get; init; } = 1_000_000;

    /// <summary>Gives each thread its loop's name, for <c>top</c>, profilers and debuggers. Default: on.</summary>
    public bool NameThreads { get; init; } = true;

    /// <summary>The least level that reaches <see cref="LogSink"/>. Default: information.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.InfoLevel;

    /// <summary>Takes log entries, on whichever thread they arise; must not block. Default: one line on standard error from level warning on.</summary>
    public Action<EngineLogEntry>? LogSink { get; init; }

    /// <summary>Throws one exception that names each value out of range and what it may be.</summary>
    /// <exception cref="ArgumentException">At least one value is out of range.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Check(faults, nameof(Loops), Loops, 1, 1024);
        Check(faults, nameof(Throughput), Throughput, 1, 1_000_000);
        Check(faults, nameof(SpinNanoseconds), SpinNanoseconds, 0, 1_000_000_000);
        Check(faults, nameof(TimerLeadNanoseconds), TimerLeadNanoseconds, 0, 10_000_000);
        Check(faults, nameof(MailboxLimit), MailboxLimit, 1, 100_000_000);
        Check(faults, nameof(InboxLimit), InboxLimit, 1, 100_000_000);
        Check(faults, nameof(TimerLimit), TimerLimit, 1, 100_000_000);
        if (faults.Count > 0) throw new ArgumentException("LoopOptions: " + string.Join("; ", faults) + ".", faults[0].Split(' ')[0]);
    }

    private static void Check(List<string> faults, string name, long value, long least, long most)
    {
        if (value < least || value > most) faults.Add($"{name} is {value}, set it to {least} .. {most}");
    }
}
