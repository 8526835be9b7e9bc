namespace ActorNet.Linux.Iproute;

/// <summary>What became of a batch; lines that are not named as failures took effect.</summary>
/// <param name="Failures">The refused lines, in order.</param>
/// <param name="Output">What the lines printed on standard output.</param>
public sealed record IpBatchResult(IReadOnlyList<IpBatchFailure> Failures, string Output)
{
    /// <summary>True when every line took effect.</summary>
    public bool Succeeded => Failures.Count == 0;
}
