namespace ActorNet.Node.Bench.Accuracy;

/// <summary>What <c>bench accuracy</c> measures.</summary>
internal enum AccuracyPart
{
    /// <summary>Delay, shape of its jitter, reordering.</summary>
    Delay,

    /// <summary>What gets lost, doubled, damaged.</summary>
    Loss,

    /// <summary>Rates, and how classes share them.</summary>
    Rate,
}

/// <summary>What is said about an <see cref="AccuracyPart"/>.</summary>
internal static class AccuracyParts
{
    /// <summary>The words of the command, in the order of the table.</summary>
    public static IReadOnlyList<string> Words { get; } = ["delay", "loss", "rate"];

    /// <summary>The word of a part.</summary>
    public static string Word(this AccuracyPart part) => Words[(int)part];
}
