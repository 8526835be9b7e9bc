using System.Text;
using ActorNet.Hocon;

namespace ActorNet.Topology.Reading;

/// <summary>The texts of the files read, by the name that origins carry; finds the places of lines inside a value.</summary>
internal sealed class SourceTexts
{
    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

    public void Add(string file, string text) => _texts[file] = new SourceText(text);

    public void Add(string file, ReadOnlySpan<byte> utf8) => Add(file, Encoding.UTF8.GetString(utf8));

    /// <summary>Where the characters of a simple value stand in its file.</summary>
    public ValuePlaces PlacesOf(Written value)
    {
        if (!_texts.TryGetValue(value.Origin.File, out var source)) return new ValuePlaces(value.Origin, null, 0);
        var start = source.OffsetOf(value.Origin);
        foreach (var opening in (ReadOnlySpan<string>)["\"\"\"", "\"", ""])
        {
            // Where the file does not say the same letter by letter (escapes, references, pieces joined), single places are unknown.
            if (source.Says(opening, start) && source.Says(value.Text, start + opening.Length))
                return new ValuePlaces(value.Origin, source.Text, start + opening.Length);
        }

        return new ValuePlaces(value.Origin, null, 0);
    }
}

/// <summary>One file with an index of its lines, made when it is first needed.</summary>
internal sealed class SourceText(string text)
{
    private readonly Lazy<List<int>> _lineStarts = new(() => LineStarts(text));

    public string Text => text;

    public int OffsetOf(HoconOrigin origin)
    {
        var starts = _lineStarts.Value;
        return origin.Line > starts.Count ? text.Length : Math.Min(starts[origin.Line - 1] + origin.Column - 1, text.Length);
    }

    public bool Says(string expected, int offset) =>
        expected.Length <= text.Length - offset && string.CompareOrdinal(text, offset, expected, 0, expected.Length) == 0;

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1)) starts.Add(at + 1);
        return starts;
    }
}

/// <summary>Places inside one value, asked for in ascending order.</summary>
internal sealed class ValuePlaces(HoconOrigin origin, string? text, int start)
{
    private int _line = origin.Line;
    private int _lineStart = text is null || start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
    private int _seen;

    /// <summary>The place of the character at <paramref name="index"/> of the value; the place of the value where it cannot be told.</summary>
    public HoconOrigin At(int index)
    {
        if (text is null) return origin;
        for (; _seen < index; _seen++)
        {
            if (text[start + _seen] != '\n') continue;
            _line++;
            _lineStart = start + _seen + 1;
        }

        return new HoconOrigin(origin.File, _line, start + index - _lineStart + 1);
    }
}
