using ActorNet.Engine.Loops;

namespace ActorNet.Engine.TestKit;

/// <summary>What a test expects or mutes.</summary>
internal abstract record LogFilter(string? Source)
{
    internal virtual bool TakesDeadLetters => false;

    internal virtual bool Matches(EngineLogEntry entry) => false;

    internal virtual bool Matches(DeadLetter letter) => false;

    /// <summary>A path with or without its system, or the name of a system or loop.</summary>
    private protected bool IsFrom(string source) =>
        Source is null || source == Source || (Source.StartsWith('/') && source.EndsWith(Source, StringComparison.Ordinal));

    private protected string FromText => Source is null ? "" : $" from {Source}";
}

/// <summary>Entries of one level.</summary>
internal sealed record LevelFilter(LogLevel Level, TextMatch Match, string? Source) : LogFilter(Source)
{
    internal override bool Matches(EngineLogEntry entry) => entry.Level == Level && Match.Matches(entry.Message) && IsFrom(entry.Source);

    public override string ToString() => $"{Level.ToString().Replace("Level", "", StringComparison.Ordinal)}{Match}{FromText}";
}

/// <summary>Errors with a cause of a type, or of one derived from it.</summary>
internal sealed record ExceptionFilter(Type Type, TextMatch Match, string? Source, bool LooksInside) : LogFilter(Source)
{
    internal override bool Matches(EngineLogEntry entry) =>
        entry.Level == LogLevel.ErrorLevel && IsFrom(entry.Source) && Matches(entry.Message, entry.Cause);

    private bool Matches(string text, Exception? cause)
    {
        if (cause is null) return false;
        if (Type.IsInstanceOfType(cause) && (Match.Matches(cause.Message) || Match.Matches(text))) return true;
        return LooksInside && Matches(text, cause.InnerException);
    }

    public override string ToString() => $"{Values.TypeName(Type)}{Match}{FromText}";
}

/// <summary>Messages for actors that have ended.</summary>
internal sealed record DeadLetterFilter(Type? Type, Func<object, bool>? IsMatch, string? Source) : LogFilter(Source)
{
    internal override bool TakesDeadLetters => true;

    internal override bool Matches(DeadLetter letter) =>
        (Type is null || Type.IsInstanceOfType(letter.Message)) && (IsMatch is null || IsMatch(letter.Message)) && IsFrom(letter.Recipient.Path.ToString());

    public override string ToString() => $"dead letter{(Type is null ? "" : " with a " + Values.TypeName(Type))}{FromText}";
}
