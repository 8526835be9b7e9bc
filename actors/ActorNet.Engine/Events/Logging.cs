using System.Globalization;
using ActorNet.Engine.Cell;
using ActorNet.Engine.Loops;

namespace ActorNet.Engine;

/// <summary>How grave a log entry is.</summary>
public enum LogLevel
{
    /// <summary>For those who look for a fault.</summary>
    DebugLevel = 0,

    /// <summary>What happens in the normal course.</summary>
    InfoLevel = 1,

    /// <summary>Something is odd and goes on.</summary>
    WarningLevel = 2,

    /// <summary>Something failed.</summary>
    ErrorLevel = 3,
}

/// <summary>Where an actor logs to. Entries go to the system's sink on the caller's thread.</summary>
public interface ILoggingAdapter
{
    /// <summary>Whether debug entries reach the sink.</summary>
    bool IsDebugEnabled { get; }

    /// <summary>Whether information reaches the sink.</summary>
    bool IsInfoEnabled { get; }

    /// <summary>Whether warnings reach the sink.</summary>
    bool IsWarningEnabled { get; }

    /// <summary>Whether errors reach the sink.</summary>
    bool IsErrorEnabled { get; }

    /// <summary>Whether a level reaches the sink.</summary>
    bool IsEnabled(LogLevel logLevel);

    /// <summary>Writes a text as it is.</summary>
    void Log(LogLevel logLevel, Exception? cause, string format);
}

/// <summary>Puts arguments into a text.</summary>
public interface ILogMessageFormatter
{
    /// <summary>The finished text.</summary>
    string Format(string format, params object[] args);
}

/// <summary>Getting a logger.</summary>
public static class Logging
{
    /// <summary>A logger under the actor's path.</summary>
    /// <param name="context">The actor's context.</param>
    /// <param name="logMessageFormatter">Null for composite formatting (<c>{0}</c>) in the invariant culture.</param>
    public static ILoggingAdapter GetLogger(this IActorContext context, ILogMessageFormatter? logMessageFormatter = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context is not ActorCell cell) throw new ArgumentException("The context belongs to another engine.", nameof(context));
        return new LoggingAdapter(cell.OwnSystem.LogSink, cell.Self.Path.ToString(), logMessageFormatter);
    }
}

/// <summary>Writes to the system's sink under one source.</summary>
internal sealed class LoggingAdapter(EngineLog log, string source, ILogMessageFormatter? formatter) : ILoggingAdapter
{
    public bool IsDebugEnabled => log.IsEnabled(LogLevel.DebugLevel);

    public bool IsInfoEnabled => log.IsEnabled(LogLevel.InfoLevel);

    public bool IsWarningEnabled => log.IsEnabled(LogLevel.WarningLevel);

    public bool IsErrorEnabled => log.IsEnabled(LogLevel.ErrorLevel);

    internal ILogMessageFormatter Formatter { get; } = formatter ?? CompositeFormatter.Instance;

    public bool IsEnabled(LogLevel logLevel) => log.IsEnabled(logLevel);

    public void Log(LogLevel logLevel, Exception? cause, string format) => log.Write(logLevel, source, format, cause);
}

/// <summary>Composite formatting that never throws: a wrong format must not fail an actor.</summary>
internal sealed class CompositeFormatter : ILogMessageFormatter
{
    internal static readonly CompositeFormatter Instance = new();

    public string Format(string format, params object[] args)
    {
        try
        {
            return string.Format(CultureInfo.InvariantCulture, format, args);
        }
        catch (FormatException)
        {
            return $"{format} [{string.Join(", ", args)}]";
        }
    }
}
