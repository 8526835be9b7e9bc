namespace ActorNet.Topology;

/// <summary>One impairment of one direction of a link, checked: <c>delay 20ms</c>, <c>loss gemodel 1% 10%</c>.</summary>
/// <param name="Key">One of <see cref="Keys"/>.</param>
/// <param name="Text">Its value in the words that <c>tc</c> takes, one space between them.</param>
/// <param name="Amount">The first number: nanoseconds, bytes per second, bytes, frames, or percent, by the key.</param>
public sealed record LinkSetting(string Key, string Text, double Amount)
{
    /// <summary>The word that takes a setting away.</summary>
    public const string None = "none";

    /// <summary>Every key, in the order in which settings are shown.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        [Names.Delay, Names.Jitter, Names.Loss, Names.Duplicate, Names.Corrupt, Names.Reorder, Names.Rate, Names.Burst, Names.Latency, Names.Limit];

    /// <summary>A <c>limit</c> that counts frames of the whole direction, rather than bytes that wait for the rate.</summary>
    public bool CountsFrames => Text.EndsWith(LinkUnits.FrameUnit, StringComparison.Ordinal);

    /// <summary>The value's words.</summary>
    public IReadOnlyList<string> Words => Text.Split(' ');

    /// <summary>As in a command: key and value.</summary>
    public override string ToString() => $"{Key} {Text}";

    /// <summary>The keys by name.</summary>
    internal static class Names
    {
        public const string Delay = "delay";
        public const string Jitter = "jitter";
        public const string Loss = "loss";
        public const string Duplicate = "duplicate";
        public const string Corrupt = "corrupt";
        public const string Reorder = "reorder";
        public const string Rate = "rate";
        public const string Burst = "burst";
        public const string Latency = "latency";
        public const string Limit = "limit";
    }
}

/// <summary>A setting that a command gives or takes away.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">What holds from now on; null for nothing.</param>
public readonly record struct LinkPatch(string Key, LinkSetting? Value)
{
    /// <summary>As in a command.</summary>
    public override string ToString() => Value is null ? $"{Key} {LinkSetting.None}" : Value.ToString();
}

/// <summary>Why something that was said about a link cannot be.</summary>
/// <param name="What">What is wrong, without a full stop.</param>
/// <param name="Remedy">What to say instead, without a full stop.</param>
public sealed record LinkFault(string What, string Remedy)
{
    /// <summary>Both in one line.</summary>
    public override string ToString() => $"{What}. {Remedy}.";
}
