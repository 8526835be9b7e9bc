namespace ActorNet.Hosts.Tcp;

/// <summary>Sequence numbers without wrapping: 64 bits inside, of which the low 32 are on the wire.</summary>
internal static class Sequence
{
    /// <summary>The number with these low bits that is nearest to a known one.</summary>
    internal static long Unwrap(uint wire, long near) => near + (int)(wire - (uint)near);
}
