namespace ActorNet.Core;

/// <summary>Seeded, fast, repeatable random numbers (splitmix64): the only randomness in Core, always given a seed from outside.</summary>
public sealed class RandomSource
{
    private ulong _state;

    /// <summary>The sequence of that seed.</summary>
    public RandomSource(ulong seed) => _state = seed;

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    /// <summary>A random number below a bound, which is not 0.</summary>
    public uint Below(uint bound) => (uint)(((Next() >> 32) * bound) >> 32);
}
