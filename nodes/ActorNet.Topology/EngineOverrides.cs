namespace ActorNet.Topology;

/// <summary>
/// Settings of the engine that a topology overrides, <c>actornet.engine</c> of hocon/reference.conf. Null: not mentioned, the node's setting holds.
/// </summary>
public sealed record EngineOverrides
{
    /// <summary>Number of event loops, 1 to 64; 0 for <c>auto</c>, the choice by the machine's cores.</summary>
    public int? Loops { get; init; }

    /// <summary>Messages an actor handles in one turn, 1 to 10000.</summary>
    public int? Throughput { get; init; }

    /// <summary>Nanoseconds that an idle loop looks for work before it sleeps, 0 to 1 s.</summary>
    public long? SpinNanoseconds { get; init; }

    /// <summary>Nanoseconds that a sleeping loop wakes before a deadline, 0 to 10 ms.</summary>
    public long? TimerLeadNanoseconds { get; init; }

    /// <summary>Whether loops never sleep.</summary>
    public bool? BusyPoll { get; init; }

    /// <summary>Messages in one mailbox, 16 to 100000000.</summary>
    public int? MailboxLimit { get; init; }

    /// <summary>Whether the loops' threads carry names.</summary>
    public bool? NameThreads { get; init; }
}
