using System.Globalization;

namespace ActorNet.Engine.Loops;

/// <summary>Hands log entries of a sufficient level to the sink. A sink that throws loses the entry, never an actor.</summary>
internal sealed class EngineLog
{
    private readonly LogLevel _least;
    private readonly Action<EngineLogEntry> _sink;
    private long _lost;

    internal EngineLog(LoopOptions options)
    {
        _least = options.LogSink is null && options.LogLevel < LogLevel.WarningLevel ? LogLevel.WarningLevel : options.LogLevel;
        _sink = options.LogSink ?? WriteToStandardError;
    }

    /// <summary>Entries whose sink threw.</summary>
    internal long Lost => Volatile.Read(ref _lost);

    internal bool IsEnabled(LogLevel level) => level >= _least;

    internal void Write(LogLevel level, string source, string message, Exception? cause)
    {
        if (!IsEnabled(level)) return;
        try
        {
            _sink(new EngineLogEntry(level, source, message, cause));
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
