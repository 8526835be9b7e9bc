using System.Text;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Basic;

/// <summary>The words of a test that is being read, and tc's complaint about one of them (<c>em_parse_error</c>): the command line and the test, with marks.</summary>
internal sealed class EmatchWords
{
    private readonly string _kind;
    private int _next;

    /// <summary>Begins to read.</summary>
    /// <param name="kind">Name of the test.</param>
    /// <param name="words">Its words.</param>
    /// <param name="line">Words of the command line until its end.</param>
    public EmatchWords(string kind, IReadOnlyList<EmatchWord> words, IReadOnlyList<string> line) => (_kind, Words, Line) = (kind, words, line);

    /// <summary>All words.</summary>
    public IReadOnlyList<EmatchWord> Words { get; }

    /// <summary>Words of the command line.</summary>
    public IReadOnlyList<string> Line { get; }

    /// <summary>How to use the test; ends each complaint.</summary>
    public string Usage { get; init; } = "";

    /// <summary>The word that is read next; null behind the last.</summary>
    public EmatchWord? Current => _next < Words.Count ? Words[_next] : null;

    /// <summary>Whether a word follows the current one.</summary>
    public bool HasNext => _next + 1 < Words.Count;

    /// <summary>Steps to the next word.</summary>
    public EmatchWord? Advance()
    {
        _next++;
        return Current;
    }

    /// <summary>Steps to the value behind the current word.</summary>
    /// <exception cref="Iproute2Exception">There is none.</exception>
    public EmatchWord Value() => HasNext ? Advance()! : throw Fail(Current, $"{_kind}: missing argument");

    /// <summary>Steps to the number behind the current word.</summary>
    /// <param name="complaint">When it is none.</param>
    /// <exception cref="Iproute2Exception">There is none.</exception>
    public ulong Number(string complaint) => EmatchNumber.TryParse(Value().Text, out var number) ? number : throw Fail(Current, $"{_kind}: {complaint}");

    /// <summary>Steps to the layer behind the current word.</summary>
    /// <exception cref="Iproute2Exception">There is none.</exception>
    public int Layer()
    {
        var word = Value();
        var layer = word.Text switch
        {
            "link" => EmatchFrame.Link,
            "network" => EmatchFrame.Network,
            "transport" => EmatchFrame.Transport,
            _ => EmatchNumber.TryParse(word.Text, out var number) ? (long)Math.Min(number, int.MaxValue) : throw Fail(word, $"{_kind}: invalid layer"),
        };
        return layer <= EmatchFrame.Transport ? (int)layer : throw Fail(word, $"{_kind}: illegal layer, must be in 0..{EmatchFrame.Transport}");
    }

    /// <summary>A complaint.</summary>
    /// <param name="about">The word to mark; null for none.</param>
    /// <param name="message">What is wrong.</param>
    public Iproute2Exception Fail(EmatchWord? about, string message)
    {
        var test = string.Join(' ', Words.Select(w => ReferenceEquals(w, about) ? $">>{Printable(w.Text)}<<" : Printable(w.Text)));
        return new Iproute2Exception($"{message}\n... {Mark(Line)}...\n... {_kind}({test})...\n{Usage}Illegal \"ematch\"");
    }

    /// <summary>Words of a line, each with a blank behind it, the last one marked.</summary>
    public static string Mark(IReadOnlyList<string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Count; i++) text.Append(i == line.Count - 1 ? $">>{line[i]}<< " : $"{line[i]} ");
        return text.ToString();
    }

    /// <summary>Characters that cannot be printed become dots.</summary>
    public static string Printable(string text) => new([.. text.Select(static c => c is >= ' ' and <= '~' ? c : '.')]);
}
