namespace ActorNet.Linux.Iproute;

/// <summary>A line of a batch that iproute2 refused.</summary>
/// <param name="LineNumber">Which line, from 1.</param>
/// <param name="Line">The line as it was given.</param>
/// <param name="Sentence">What iproute2 said, its own words; several sentences are joined by "; ".</param>
public sealed record IpBatchFailure(int LineNumber, string Line, string Sentence)
{
    /// <summary>The failure as one line of text.</summary>
    public override string ToString() => $"'{Line}': {Sentence}";
}
