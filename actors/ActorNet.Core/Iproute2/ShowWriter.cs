using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// Writes what show commands print, in iproute2's two shapes at once: plain text built from a format per field, or JSON with a key per field.
/// A field whose key is null appears in plain output only; one whose format is null only in JSON.
/// </summary>
public sealed class ShowWriter : IDisposable
{
    private readonly StringBuilder _plain = new();
    private readonly MemoryStream _bytes = new();
    private readonly Utf8JsonWriter? _json;
    private readonly bool _pretty;

    /// <summary>Starts the outermost array of JSON output, or empty text.</summary>
    /// <param name="json">JSON (<c>-j</c>) instead of text.</param>
    /// <param name="pretty">Indented JSON (<c>-p</c>).</param>
    public ShowWriter(bool json, bool pretty = false)
    {
        _pretty = pretty;
        if (!json) return;
        _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartArray();
    }

    /// <summary>Whether JSON is written.</summary>
    public bool IsJson => _json is not null;

    /// <summary>Whether <c>-d</c> was given, for those deep inside who print more then.</summary>
    public bool Details { get; init; }

    /// <summary>Whether <c>-p</c> was given: JSON is indented, some text names what it means.</summary>
    public bool IsPretty => _pretty;

    /// <summary>Characters put into JSON as they are, where iproute2 prints something there that is no JSON; nothing in plain text.</summary>
    public ShowWriter RawJson(string text)
    {
        if (_json is null) return this;
        _json.Flush();
        _bytes.Write(Encoding.UTF8.GetBytes(text));
        return this;
    }

    /// <summary>Characters that iproute2 prints alike into text and into JSON, which then is none.</summary>
    public ShowWriter AsItIs(string text) => Plain(text).RawJson(text);

    /// <summary>Plain text only.</summary>
    public ShowWriter Plain(string text)
    {
        if (_json is null) _plain.Append(text);
        return this;
    }

    /// <summary>A whole number.</summary>
    /// <param name="key">JSON key, or null.</param>
    /// <param name="format">Composite format with {0}, or null.</param>
    /// <param name="value">The number.</param>
    public ShowWriter Number(string? key, string? format, long value)
    {
        if (_json is null) AppendPlain(format, value);
        else if (key is not null) _json.WriteNumber(key, value);
        return this;
    }

    /// <summary>A whole number without sign.</summary>
    public ShowWriter Unsigned(string? key, string? format, ulong value)
    {
        if (_json is null) AppendPlain(format, value);
        else if (key is not null) _json.WriteNumber(key, value);
        return this;
    }

    /// <summary>A fraction.</summary>
    public ShowWriter Real(string? key, string? format, double value)
    {
        if (_json is null) AppendPlain(format, value);
        else if (key is not null) _json.WriteNumber(key, value);
        return this;
    }

    /// <summary>A fraction with at most six significant digits, as C's <c>%g</c> prints it.</summary>
    public ShowWriter Rounded(string? key, string? format, double value)
    {
        if (_json is null)
        {
            AppendPlain(format, CFormat.General(value));
        }
        else if (key is not null)
        {
            _json.WritePropertyName(key);
            _json.WriteRawValue(CFormat.General(value));
        }

        return this;
    }

    /// <summary>A string.</summary>
    public ShowWriter Text(string? key, string? format, string value)
    {
        if (_json is null) AppendPlain(format, value);
        else if (key is not null) _json.WriteString(key, value);
        return this;
    }

    /// <summary>A truth: JSON <c>true</c>/<c>false</c>, plain <paramref name="plainWhenTrue"/> or nothing.</summary>
    public ShowWriter Flag(string? key, string? plainWhenTrue, bool value)
    {
        if (_json is null)
        {
            if (value && plainWhenTrue is not null) _plain.Append(plainWhenTrue);
        }
        else if (key is not null)
        {
            _json.WriteBoolean(key, value);
        }

        return this;
    }

    /// <summary>A number that is written with its own digits, such as <c>0.00</c>.</summary>
    public ShowWriter Raw(string? key, string? format, string digits)
    {
        if (_json is null)
        {
            AppendPlain(format, digits);
        }
        else if (key is not null)
        {
            _json.WritePropertyName(key);
            _json.WriteRawValue(digits);
        }

        return this;
    }

    /// <summary>JSON <c>null</c>; nothing in plain text.</summary>
    public ShowWriter Null(string key)
    {
        _json?.WriteNull(key);
        return this;
    }

    /// <summary>Opens a JSON object: a member when <paramref name="key"/> is given, otherwise an element.</summary>
    public ShowWriter OpenObject(string? key = null)
    {
        if (key is null) _json?.WriteStartObject();
        else _json?.WriteStartObject(key);
        return this;
    }

    /// <summary>Closes a JSON object.</summary>
    public ShowWriter CloseObject()
    {
        _json?.WriteEndObject();
        return this;
    }

    /// <summary>Opens a JSON array.</summary>
    public ShowWriter OpenArray(string? key)
    {
        if (key is null) _json?.WriteStartArray();
        else _json?.WriteStartArray(key);
        return this;
    }

    /// <summary>Closes a JSON array.</summary>
    public ShowWriter CloseArray()
    {
        _json?.WriteEndArray();
        return this;
    }

    /// <summary>An element of a JSON array, or plain text by format.</summary>
    public ShowWriter Element(string? format, string value)
    {
        if (_json is null) AppendPlain(format, value);
        else _json.WriteStringValue(value);
        return this;
    }

    /// <summary>A numeric element of a JSON array, or plain text by format.</summary>
    public ShowWriter Element(string? format, long value)
    {
        if (_json is null) AppendPlain(format, value);
        else _json.WriteNumberValue(value);
        return this;
    }

    /// <summary>Ends the output and returns all of it: text, or JSON followed by a line feed.</summary>
    public string Finish()
    {
        if (_json is null) return _plain.ToString();
        _json.WriteEndArray();
        _json.Flush();
        var text = Encoding.UTF8.GetString(_bytes.ToArray());
        return (_pretty ? JsonPretty.Format(text) : text) + "\n";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json?.Dispose();
        _bytes.Dispose();
    }

    private void AppendPlain(string? format, object value)
    {
        if (format is not null) _plain.AppendFormat(CultureInfo.InvariantCulture, format, value);
    }
}
