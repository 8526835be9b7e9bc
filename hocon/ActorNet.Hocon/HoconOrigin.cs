namespace ActorNet.Hocon;

/// <summary>Where a value or a mistake stands in a text.</summary>
/// <param name="File">Name of the text as given to the parser; for a file its path.</param>
/// <param name="Line">Counted from 1; a line ends at the newline character U+000A.</param>
/// <param name="Column">Counted from 1 in UTF-16 code units; a tab counts as one.</param>
public readonly record struct HoconOrigin(string File, int Line, int Column)
{
    /// <summary>The form compilers use, so that editors can jump there: <c>file:line:column</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
