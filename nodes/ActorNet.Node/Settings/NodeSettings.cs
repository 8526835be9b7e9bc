using Serilog.Events;

namespace ActorNet.Node.Settings;

/// <summary>The settings of <c>hocon/reference.conf</c> with a user's file laid over them.</summary>
internal sealed record NodeSettings
{
    /// <summary>Event loops, 1 to 64; 0 for <c>auto</c>.</summary>
    public required int Loops { get; init; }

    /// <summary>Messages of one turn.</summary>
    public required int Throughput { get; init; }

    /// <summary>Nanoseconds that an idle loop looks around.</summary>
    public required long SpinNanoseconds { get; init; }

    /// <summary>Nanoseconds that a sleeping loop wakes before a deadline.</summary>
    public required long TimerLeadNanoseconds { get; init; }

    /// <summary>Loops never sleep.</summary>
    public required bool BusyPoll { get; init; }

    /// <summary>Messages in one mailbox.</summary>
    public required int MailboxLimit { get; init; }

    /// <summary>Loops' threads carry names.</summary>
    public required bool NameThreads { get; init; }

    /// <summary>Frames of a lab's pool.</summary>
    public required int PoolFrames { get; init; }

    /// <summary>Bytes of a lab's pool.</summary>
    public required long PoolBytes { get; init; }

    /// <summary>Full path of the folder with ledgers and sockets.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>The least important level to log.</summary>
    public required LogEventLevel LogLevel { get; init; }

    /// <summary>Full path of the log file; empty for none.</summary>
    public required string LogFile { get; init; }

    /// <summary>Bytes at which a new log file is begun.</summary>
    public required long LogFileSize { get; init; }

    /// <summary>Log files kept.</summary>
    public required int LogFiles { get; init; }
}
