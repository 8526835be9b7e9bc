using System.Globalization;
using System.Text;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Basic;

/// <summary>What a piece of an expression is.</summary>
internal enum EmatchTokenKind
{
    /// <summary>The line ends.</summary>
    End,

    /// <summary>A word or a quoted string.</summary>
    Attribute,

    /// <summary>and.</summary>
    And,

    /// <summary>or.</summary>
    Or,

    /// <summary>not.</summary>
    Not,

    /// <summary>(</summary>
    Open,

    /// <summary>)</summary>
    Close,

    /// <summary>An escape sequence that is none.</summary>
    Error,
}

/// <summary>A word of a test.</summary>
/// <param name="Text">It, each byte a character.</param>
/// <param name="IsQuoted">It was written in quotation marks.</param>
internal sealed record EmatchWord(string Text, bool IsQuoted);

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Word">The word of <see cref="EmatchTokenKind.Attribute"/>.</param>
internal readonly record struct EmatchToken(EmatchTokenKind Kind, EmatchWord? Word = null);

/// <summary>Splits the words of a command line into the pieces of an expression (<c>tc/emp_ematch.l</c>); it takes a word when a piece of it is wanted.</summary>
internal sealed class EmatchLexer
{
    private const int MaxOctalDigits = 3;
    private readonly ArgReader _args;
    private readonly List<string> _taken = [];
    private string _buffer = "";
    private int _at;

    public EmatchLexer(ArgReader args) => _args = args;

    /// <summary>The words taken until now, empty ones included.</summary>
    public IReadOnlyList<string> Taken => _taken;

    /// <summary>What it complained of by itself, each line ended.</summary>
    public string Complaint { get; private set; } = "";

    /// <summary>The next piece.</summary>
    public EmatchToken Next()
    {
        do
        {
            while (_at < _buffer.Length && _buffer[_at] is ' ' or '\t' or '\r' or '\n') _at++;
        }
        while (_at == _buffer.Length && TryFill());

        if (_at == _buffer.Length) return new EmatchToken(EmatchTokenKind.End);
        switch (_buffer[_at])
        {
            case '(':
                _at++;
                return new EmatchToken(EmatchTokenKind.Open);
            case ')':
                _at++;
                return new EmatchToken(EmatchTokenKind.Close);
            case '"':
                _at++;
                return Quoted();
            default:
                return Plain();
        }
    }

    /// <summary>Takes the next word; a blank stands for its end.</summary>
    private bool TryFill()
    {
        while (!_args.AtEnd)
        {
            var word = _args.Next();
            _taken.Add(word);
            if (word.Length == 0) continue;
            (_buffer, _at) = (word + " ", 0);
            return true;
        }

        return false;
    }

    private EmatchToken Plain()
    {
        var first = _at;
        while (_buffer[_at] is not (' ' or '\t' or '\r' or '\n' or '(' or ')' or '"')) _at++;
        var word = _buffer[first.._at];
        if (word.Equals("and", StringComparison.OrdinalIgnoreCase)) return new EmatchToken(EmatchTokenKind.And);
        if (word.Equals("or", StringComparison.OrdinalIgnoreCase)) return new EmatchToken(EmatchTokenKind.Or);
        if (word.Equals("not", StringComparison.OrdinalIgnoreCase)) return new EmatchToken(EmatchTokenKind.Not);
        return new EmatchToken(EmatchTokenKind.Attribute, new EmatchWord(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(word)), IsQuoted: false));
    }

    private EmatchToken Quoted()
    {
        var text = new StringBuilder();
        while (_at < _buffer.Length || TryFill())
        {
            var character = _buffer[_at++];
            if (character == '"') return new EmatchToken(EmatchTokenKind.Attribute, new EmatchWord(text.ToString(), IsQuoted: true));
            if (character != '\\') text.Append(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes([character])));
            else if (!TryEscape(text)) return new EmatchToken(EmatchTokenKind.Error);
        }

        return new EmatchToken(EmatchTokenKind.End);
    }

    private bool TryEscape(StringBuilder text)
    {
        var digits = 0;
        while (_at + digits < _buffer.Length && char.IsAsciiDigit(_buffer[_at + digits])) digits++;
        if (digits > 0) return TryOctal(digits, text);
        var character = _buffer[_at++];
        if (character == 'x' && char.IsAsciiHexDigit(_buffer[_at]))
        {
            var count = char.IsAsciiHexDigit(_buffer[_at + 1]) ? 2 : 1;
            text.Append((char)byte.Parse(_buffer.AsSpan(_at, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            _at += count;
            return true;
        }

        text.Append(character switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'v' => '\v', 'b' => '\b', 'f' => '\f', 'a' => '\a', _ => character });
        return true;
    }

    private bool TryOctal(int digits, StringBuilder text)
    {
        var value = 0;
        var valid = digits <= MaxOctalDigits;
        for (var i = 0; i < digits; i++)
        {
            valid &= _buffer[_at + i] < '8';
            value = valid ? (value * 8) + (_buffer[_at + i] - '0') : 0;
        }

        _at += digits;
        if (!valid) Complaint += "error: invalid octale escape sequence\n";
        else if (value > byte.MaxValue) Complaint += "error: octal escape sequence out of range\n";
        else text.Append((char)value);
        return valid && value <= byte.MaxValue;
    }
}
