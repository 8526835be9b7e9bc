namespace ActorNet.Engine;

/// <summary>Logging with typed arguments; nothing is formatted when the level is off.</summary>
public static class LoggingExtensions
{
    /// <summary>Logs at level debug.</summary>
    public static void Debug(this ILoggingAdapter log, string format) => Write(log, LogLevel.DebugLevel, null, format);

    /// <summary>Logs at level debug.</summary>
    public static void Debug<T1>(this ILoggingAdapter log, string format, T1 arg1) => Write(log, LogLevel.DebugLevel, null, format, arg1);

    /// <summary>Logs at level debug.</summary>
    public static void Debug<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2) =>
        Write(log, LogLevel.DebugLevel, null, format, arg1, arg2);

    /// <summary>Logs at level information.</summary>
    public static void Info(this ILoggingAdapter log, string format) => Write(log, LogLevel.InfoLevel, null, format);

    /// <summary>Logs at level information, with the exception behind it.</summary>
    public static void Info(this ILoggingAdapter log, Exception cause, string format) => Write(log, LogLevel.InfoLevel, cause, format);

    /// <summary>Logs at level information.</summary>
    public static void Info<T1>(this ILoggingAdapter log, string format, T1 arg1) => Write(log, LogLevel.InfoLevel, null, format, arg1);

    /// <summary>Logs at level information, with the exception behind it.</summary>
    public static void Info<T1>(this ILoggingAdapter log, Exception cause, string format, T1 arg1) =>
        Write(log, LogLevel.InfoLevel, cause, format, arg1);

    /// <summary>Logs at level information.</summary>
    public static void Info<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2) =>
        Write(log, LogLevel.InfoLevel, null, format, arg1, arg2);

    /// <summary>Logs at level information, with the exception behind it.</summary>
    public static void Info<T1, T2>(this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2) =>
        Write(log, LogLevel.InfoLevel, cause, format, arg1, arg2);

    /// <summary>Logs at level warning.</summary>
    public static void Warning(this ILoggingAdapter log, string format) => Write(log, LogLevel.WarningLevel, null, format);

    /// <summary>Logs at level warning, with the exception behind it.</summary>
    public static void Warning(this ILoggingAdapter log, Exception cause, string format) => Write(log, LogLevel.WarningLevel, cause, format);

    /// <summary>Logs at level warning.</summary>
    public static void Warning<T1>(this ILoggingAdapter log, string format, T1 arg1) => Write(log, LogLevel.WarningLevel, null, format, arg1);

    /// <summary>Logs at level warning.</summary>
    public static void Warning<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2) =>
        Write(log, LogLevel.WarningLevel, null, format, arg1, arg2);

    /// <summary>Logs at level error.</summary>
    public static void Error(this ILoggingAdapter log, string format) => Write(log, LogLevel.ErrorLevel, null, format);

    /// <summary>Logs at level error, with the exception behind it.</summary>
    public static void Error(this ILoggingAdapter log, Exception cause, string format) => Write(log, LogLevel.ErrorLevel, cause, format);

    /// <summary>Logs at level error, with the exception behind it.</summary>
    public static void Error<T1>(this ILoggingAdapter log, Exception cause, string format, T1 arg1) =>
        Write(log, LogLevel.ErrorLevel, cause, format, arg1);

    private static void Write(ILoggingAdapter log, LogLevel level, Exception? cause, string format)
    {
        ArgumentNullException.ThrowIfNull(log);
        log.Log(level, cause, format);
    }

    private static void Write<T1>(ILoggingAdapter log, LogLevel level, Exception? cause, string format, T1 arg1)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (log.IsEnabled(level)) log.Log(level, cause, FormatterOf(log).Format(format, arg1!));
    }

    private static void Write<T1, T2>(ILoggingAdapter log, LogLevel level, Exception? cause, string format, T1 arg1, T2 arg2)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (log.IsEnabled(level)) log.Log(level, cause, FormatterOf(log).Format(format, arg1!, arg2!));
    }

    private static ILogMessageFormatter FormatterOf(ILoggingAdapter log) => (log as LoggingAdapter)?.Formatter ?? CompositeFormatter.Instance;
}
