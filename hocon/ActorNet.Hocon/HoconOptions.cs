namespace ActorNet.Hocon;

/// <summary>
/// Bounds and outside connections of the reader. The defaults reach nothing outside: no environment variable is read,
/// and only <see cref="HoconParser.ParseFile"/> and <see cref="HoconParser.ReadFile"/> follow includes.
/// </summary>
public sealed record HoconOptions
{
    /// <summary>Every member at its default.</summary>
    public static HoconOptions Default { get; } = new();

    /// <summary>
    /// Asked for a reference that the configuration does not define; null means "not set", an empty string is a value.
    /// Default: none, so that a file from elsewhere cannot read secrets. <see cref="HoconEnvironment.Process"/> is the usual other choice.
    /// </summary>
    public Func<string, string?>? Environment { get; init; }

    /// <summary>Opens included texts. Default: the file system for a file, nothing for a text (an include is then an error).</summary>
    public IHoconIncludeLoader? Loader { get; init; }

    /// <summary>Largest text, included ones each by themselves. Bytes, 1 to 1 GiB, default 16 MiB.</summary>
    public int MaxFileBytes { get; init; } = 16 << 20;

    /// <summary>Deepest nesting of objects, arrays and key paths together. 1 to 1000, default 200.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Longest chain of files that include each other. 0 to 100, default 20.</summary>
    public int MaxIncludeDepth { get; init; } = 20;

    /// <summary>Number of include statements followed in all. 0 to 1,000,000, default 1000.</summary>
    public int MaxIncludes { get; init; } = 1000;

    /// <summary>Longest chain of references that lead to each other. 1 to 1000, default 400.</summary>
    public int MaxReferenceDepth { get; init; } = 400;

    /// <summary>
    /// What reading, and then resolving, may each grow to, so that a few references cannot blow a small text up to gigabytes.
    /// Approximate bytes: 128 a value, 2 a character, and one for each step of a lookup. 1 KiB to 16 GiB, default 256 MiB.
    /// </summary>
    public long MaxResolvedBytes { get; init; } = 256L << 20;

    /// <summary>Refuses limits outside of the ranges given above: they guard the stack and the memory of the process.</summary>
    internal HoconOptions Checked()
    {
        Check(MaxFileBytes, 1, 1 << 30, nameof(MaxFileBytes));
        Check(MaxDepth, 1, 1000, nameof(MaxDepth));
        Check(MaxIncludeDepth, 0, 100, nameof(MaxIncludeDepth));
        Check(MaxIncludes, 0, 1_000_000, nameof(MaxIncludes));
        Check(MaxReferenceDepth, 1, 1000, nameof(MaxReferenceDepth));
        Check(MaxResolvedBytes, 1024, 16L << 30, nameof(MaxResolvedBytes));
        return this;
    }

    private static void Check(long value, long low, long high, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, low, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, high, name);
    }
}
