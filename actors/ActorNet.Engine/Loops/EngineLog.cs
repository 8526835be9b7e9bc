using System.Globalization;

namespace ActorNet.Engine.Loops;

/// <summary>Hands log entries of a sufficient level to the sink. A sink that throws loses the entry, never an actor.</summary>
internal sealed class EngineLog
{
    private readonly LogLevel _least;
    private readonly Action<EngineLogEntry> _sink;
    private volatile Func<EngineLogEntry, bool>? _tap;
    private long _lost;

    internal EngineLog(LoopOptions options)
    {
        _least = options.LogSink is null && options.LogLevel < LogLevel.WarningLevel ? LogLevel.WarningLevel : options.LogLevel;
        _sink = options.LogSink ?? WriteToStandardError;
    }

    /// <summary>Entries whose sink threw.</summary>
    internal long Lost => Volatile.Read(ref _lost);

    internal bool IsEnabled(LogLevel level) => level >= _least || _tap is not null;

    /// <summary>Shows every entry, of whatever level, to a test first; what that answers true to goes no further. Null ends it.</summary>
    internal void Tap(Func<EngineLogEntry, bool>? tap) => _tap = tap;

    internal void Write(LogLevel level, string source, string message, Exception? cause)
    {
        var tap = _tap;
        if (level < _least && tap is null) return;
        try
        {
            var entry = new EngineLogEntry(level, source, message, cause);
            if (tap is not null && tap(entry)) return;
            if (level >= _least) _sink(entry);
        }
        catch (Exception)
        {
            Interlocked.Increment(ref _lost);
        }
    }

    private static void WriteToStandardError(EngineLogEntry entry)
    {
        var level = entry.Level == LogLevel.ErrorLevel ? "ERROR" : "WARN";
        var cause = entry.Cause is null ? "" : $" | {entry.Cause.GetType().Name}: {entry.Cause.Message}";
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:HH:mm:ss.fff} {level} [{entry.Source}] {entry.Message}{cause}"));
    }
}
