namespace ActorNet.Linux.Hosts;

/// <summary>Why a host could not be made.</summary>
/// <param name="Host">Its name in the topology.</param>
/// <param name="Fault">What is wrong, and how to mend it where that is known.</param>
public sealed record HostFailure(string Host, string Fault)
{
    /// <summary>The failure as one line of text.</summary>
    public override string ToString() => $"host '{Host}': {Fault}";
}
