using System.Text.RegularExpressions;

namespace ActorNet.Engine.TestKit;

/// <summary>
/// Says which log entries or dead letters are meant. Of <c>message</c> (the whole text), <c>start</c> and <c>contains</c> the first given counts;
/// <c>source</c> is an actor's path, with its system or from <c>/user</c> on. An entry that a filter takes does not reach the log.
/// </summary>
public class EventFilterFactory
{
    private readonly TestKitBase _testkit;
    private readonly KitSystem _kit;
    private readonly IReadOnlyList<LogFilter> _filters;

    internal EventFilterFactory(TestKitBase testkit, KitSystem kit, IReadOnlyList<LogFilter> filters)
    {
        _testkit = testkit;
        _kit = kit;
        _filters = filters;
    }

    /// <summary>Entries of level debug.</summary>
    public IEventFilterApplier Debug(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.DebugLevel, message, start, contains, source);

    /// <summary>Entries of level debug.</summary>
    public IEventFilterApplier Debug(Regex pattern, string? source = null) => ForLogLevel(LogLevel.DebugLevel, pattern, source);

    /// <summary>Entries of level information.</summary>
    public IEventFilterApplier Info(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.InfoLevel, message, start, contains, source);

    /// <summary>Entries of level information.</summary>
    public IEventFilterApplier Info(Regex pattern, string? source = null) => ForLogLevel(LogLevel.InfoLevel, pattern, source);

    /// <summary>Entries of level warning.</summary>
    public IEventFilterApplier Warning(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.WarningLevel, message, start, contains, source);

    /// <summary>Entries of level warning.</summary>
    public IEventFilterApplier Warning(Regex pattern, string? source = null) => ForLogLevel(LogLevel.WarningLevel, pattern, source);

    /// <summary>Entries of level error, with an exception or without.</summary>
    public IEventFilterApplier Error(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.ErrorLevel, message, start, contains, source);

    /// <summary>Entries of level error, with an exception or without.</summary>
    public IEventFilterApplier Error(Regex pattern, string? source = null) => ForLogLevel(LogLevel.ErrorLevel, pattern, source);

    /// <summary>Entries of a level.</summary>
    public IEventFilterApplier ForLogLevel(
        LogLevel logLevel, string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Applier(new LevelFilter(logLevel, TextMatch.Of(message, start, contains), source));

    /// <summary>Entries of a level.</summary>
    public IEventFilterApplier ForLogLevel(LogLevel logLevel, Regex pattern, string? source = null) =>
        Applier(new LevelFilter(logLevel, TextMatch.Of(pattern), source));

    /// <summary>Errors with an exception of the type; the text is the exception's or the entry's.</summary>
    public IEventFilterApplier Exception<TException>(string? message = null, string? start = null, string? contains = null, string? source = null)
        where TException : Exception => Exception(typeof(TException), message, start, contains, source);

    /// <summary>Errors with an exception of the type; the text is the exception's or the entry's.</summary>
    public IEventFilterApplier Exception<TException>(Regex pattern, string? source = null)
        where TException : Exception => Exception(typeof(TException), pattern, source);

    /// <summary>Errors with an exception of the type, or, when asked for, with one somewhere inside of another.</summary>
    public IEventFilterApplier Exception(
        Type exceptionType, string? message = null, string? start = null, string? contains = null, string? source = null, bool checkInnerExceptions = false) =>
        Applier(new ExceptionFilter(Checked(exceptionType), TextMatch.Of(message, start, contains), source, checkInnerExceptions));

    /// <summary>Errors with an exception of the type, or, when asked for, with one somewhere inside of another.</summary>
    public IEventFilterApplier Exception(Type exceptionType, Regex pattern, string? source = null, bool checkInnerExceptions = false) =>
        Applier(new ExceptionFilter(Checked(exceptionType), TextMatch.Of(pattern), source, checkInnerExceptions));

    /// <summary>Messages for actors that have ended.</summary>
    public IEventFilterApplier DeadLetter() => Applier(new DeadLetterFilter(null, null, null));

    /// <summary>Such messages of a type.</summary>
    /// <param name="source">Path of the actor that has ended.</param>
    public IEventFilterApplier DeadLetter<TMessage>(string? source = null) => DeadLetter(typeof(TMessage), source);

    /// <summary>Such messages of a type that satisfy a predicate.</summary>
    /// <param name="isMatch">Asked for messages of the type.</param>
    /// <param name="source">Path of the actor that has ended.</param>
    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(isMatch);
        return DeadLetter(typeof(TMessage), message => isMatch((TMessage)message), source);
    }

    /// <summary>Such messages of a type.</summary>
    /// <param name="type">Or derived from it.</param>
    /// <param name="source">Path of the actor that has ended.</param>
    public IEventFilterApplier DeadLetter(Type type, string? source = null) => DeadLetter(type, static _ => true, source);

    /// <summary>Such messages of a type that satisfy a predicate.</summary>
    /// <param name="type">Or derived from it.</param>
    /// <param name="isMatch">Asked for messages of the type.</param>
    /// <param name="source">Path of the actor that has ended.</param>
    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(isMatch);
        return Applier(new DeadLetterFilter(type, isMatch, source));
    }

    private static Type Checked(Type exceptionType)
    {
        ArgumentNullException.ThrowIfNull(exceptionType);
        return exceptionType.IsAssignableTo(typeof(Exception)) ? exceptionType
            : throw new ArgumentException($"{exceptionType} is no exception. Use the type of one.", nameof(exceptionType));
    }

    private EventFilterApplier Applier(LogFilter filter) => new(_testkit, _kit, [.. _filters, filter]);
}
