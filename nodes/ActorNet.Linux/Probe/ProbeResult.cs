namespace ActorNet.Linux.Probe;

/// <summary>What a check of the machine found.</summary>
public enum ProbeLevel
{
    /// <summary>It is there.</summary>
    Ok,

    /// <summary>It is missing, but only something optional needs it; the remedy says what.</summary>
    Optional,

    /// <summary>It is missing, and hosts cannot be made without it.</summary>
    Missing,
}

/// <summary>One line of <c>actornet doctor</c>.</summary>
/// <param name="Name">What was looked for.</param>
/// <param name="Level">Whether it is there, and how bad it is if not.</param>
/// <param name="Found">What was found: a version, a number, an error.</param>
/// <param name="Remedy">How to get it; null when it is there.</param>
public sealed record ProbeResult(string Name, ProbeLevel Level, string Found, string? Remedy);
