namespace ActorNet.Node.Bench.Accuracy;

/// <summary>A value that was set, what was got, and how far that may be off.</summary>
/// <param name="Part">A word of <see cref="AccuracyParts"/>.</param>
/// <param name="Qdisc">What was set, in tc's words.</param>
/// <param name="What">Which property of it.</param>
/// <param name="Unit">Of <paramref name="Set"/> and <paramref name="Got"/>.</param>
/// <param name="Set">What should be.</param>
/// <param name="Got">What is.</param>
/// <param name="Error">How far off, never negative.</param>
/// <param name="ErrorUnit">Of <paramref name="Error"/> and <paramref name="Target"/>: <c>us</c>, <c>%</c> of what was set, <c>KS</c> for the distance of Kolmogorov and
/// Smirnov, <c>chi2</c> for the statistic of Pearson's test.</param>
/// <param name="Target">Most that the error may be; null for a figure that is only told.</param>
internal sealed record AccuracyFigure(string Part, string Qdisc, string What, string Unit, double Set, double Got, double Error, string ErrorUnit, double? Target)
{
    /// <summary>Where: a word of <see cref="AccuracyPaths"/>.</summary>
    public string Path { get; init; } = AccuracyPaths.Virtual;

    /// <summary>Whether the target is reached; true without one.</summary>
    public bool Met => Target is not { } target || Error <= target;

    /// <summary>Not a nanosecond, or not a bit per second, off. A share that is met to the last frame is luck.</summary>
    public bool IsExact => Error == 0 && (ErrorUnit is ErrorUnits.Microseconds || Part == AccuracyPart.Rate.Word());
}

/// <summary>Units of errors.</summary>
internal static class ErrorUnits
{
    /// <summary>Microseconds.</summary>
    public const string Microseconds = "us";

    /// <summary>Per cent of what was set.</summary>
    public const string Percent = "%";

    /// <summary>Distance of Kolmogorov and Smirnov.</summary>
    public const string Distance = "KS";

    /// <summary>Statistic of Pearson's test.</summary>
    public const string ChiSquare = "chi2";
}
