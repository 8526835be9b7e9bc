using System.Text.RegularExpressions;

namespace ActorNet.Engine.TestKit;

/// <summary>Which texts a filter takes: all, or those that equal, begin with, contain or match something.</summary>
internal sealed record TextMatch(string? Whole, string? Start, string? Part, Regex? Pattern)
{
    internal static readonly TextMatch All = new(null, null, null, null);

    /// <summary>The first that is not null counts.</summary>
    internal static TextMatch Of(string? message, string? start, string? contains) => new(message, start, contains, null);

    internal static TextMatch Of(Regex pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new TextMatch(null, null, null, pattern);
    }

    internal bool Matches(string text)
    {
        if (Whole is not null) return text == Whole;
        if (Start is not null) return text.StartsWith(Start, StringComparison.Ordinal);
        if (Part is not null) return text.Contains(Part, StringComparison.Ordinal);
        return Pattern is null || Pattern.IsMatch(text);
    }

    public override string ToString() => this switch
    {
        { Whole: { } whole } => $" saying \"{whole}\"",
        { Start: { } start } => $" beginning with \"{start}\"",
        { Part: { } part } => $" containing \"{part}\"",
        { Pattern: { } pattern } => $" matching /{pattern}/",
        _ => "",
    };
}
