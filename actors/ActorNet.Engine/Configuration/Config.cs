using ActorNet.Hocon;

namespace ActorNet.Engine;

/// <summary>
/// A HOCON configuration. Getters answer the default for a missing or null key and throw <see cref="HoconException"/>, with file, line and
/// remedy, for a value of the wrong kind. References are followed at the first look, after all fallbacks have been put under it.
/// </summary>
public class Config
{
    /// <summary>Without any key.</summary>
    public static readonly Config Empty = new();

    private readonly HoconDocument _document;
    private HoconObject? _resolved;

    /// <summary>Without any key.</summary>
    public Config()
        : this(HoconParser.ReadText("", "empty"))
    {
    }

    internal Config(HoconDocument document) => _document = document;

    /// <summary>True when it has no key.</summary>
    public virtual bool IsEmpty => Root.Fields.Count == 0;

    internal HoconObject Root => _resolved ??= _document.Resolve();

    /// <summary>Whether the path leads to a value that is not null.</summary>
    public virtual bool HasPath(string path) => Find(path) is not null;

    /// <summary>The object at a path as a configuration of its own; empty when there is none.</summary>
    public virtual Config GetConfig(string path) => Find(path) switch
    {
        null => Empty,
        HoconObject found => new Config(HoconParser.ReadText(HoconPrinter.ToJson(found), found.Origin.File)),
        var other => throw new HoconException(other.Origin, $"'{path}' is no object", $"Write '{path} {{ ... }}'"),
    };

    /// <summary>A text; numbers and booleans as they are written.</summary>
    public virtual string? GetString(string path, string? @default = null) => Find(path)?.AsString() ?? @default;

    /// <summary>A whole number.</summary>
    public virtual int GetInt(string path, int @default = 0)
    {
        if (Find(path) is not { } value) return @default;
        var number = value.AsInt64();
        return number is >= int.MinValue and <= int.MaxValue ? (int)number
            : throw new HoconException(value.Origin, $"'{path}' is {number}, too large here", $"Use a number up to {int.MaxValue}");
    }

    /// <summary>A whole number.</summary>
    public virtual long GetLong(string path, long @default = 0) => Find(path)?.AsInt64() ?? @default;

    /// <summary>A number.</summary>
    public virtual double GetDouble(string path, double @default = 0) => Find(path)?.AsDouble() ?? @default;

    /// <summary>true, yes or on; false, no or off.</summary>
    public virtual bool GetBoolean(string path, bool @default = false) => Find(path)?.AsBoolean() ?? @default;

    /// <summary>Bytes, with units such as <c>64k</c>; null for a missing key.</summary>
    public virtual long? GetByteSize(string path) => Find(path)?.AsBytes();

    /// <summary>Texts; empty for a missing key.</summary>
    public virtual IList<string> GetStringList(string path) => Find(path) is { } value ? [.. value.AsArray().Items.Select(item => item.AsString())] : [];

    /// <summary>A duration with a unit, in steps of 100 ns; a bare number is milliseconds.</summary>
    /// <param name="path">Where.</param>
    /// <param name="default">For a missing key; null means zero.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> is a value, answered as <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true)
    {
        if (Find(path) is not { } value) return @default ?? TimeSpan.Zero;
        if (allowInfinite && value.TryAsString(out var text) && text is "infinite" or "inf") return Timeout.InfiniteTimeSpan;
        return new TimeSpan(value.AsDurationNanoseconds() / TimeSpan.NanosecondsPerTick);
    }

    /// <summary>A configuration in which this one's values win over those of the fallback; objects are merged key by key.</summary>
    public virtual Config WithFallback(Config fallback)
    {
        ArgumentNullException.ThrowIfNull(fallback);
        return new Config(_document.WithFallback(fallback._document));
    }

    /// <summary>The configuration as JSON.</summary>
    public override string ToString() => HoconPrinter.ToJson(Root);

    /// <summary>Parses a text.</summary>
    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    private HoconValue? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Root.TryGetPath(path, out var value) && value is not HoconNull ? value : null;
    }
}

/// <summary>Making configurations.</summary>
public static class ConfigurationFactory
{
    /// <summary>Without any key.</summary>
    public static Config Empty => Config.Empty;

    /// <summary>Reads a text.</summary>
    /// <exception cref="HoconException">The text is malformed; names line, column and remedy.</exception>
    public static Config ParseString(string hocon) => new(HoconParser.ReadText(hocon, "text"));
}
