namespace ActorNet.Core.Sched;

/// <summary>
/// The random numbers of the network emulator: L'Ecuyer's combined Tausworthe generator LFSR113, seeded as Linux seeds its <c>prandom_u32_state</c>. The same seed
/// gives the same losses, delays and duplicates here as there, from Linux 6.6 on, where a seed can be given.
/// </summary>
public sealed class NetemRandom
{
    private uint _s1;
    private uint _s2;
    private uint _s3;
    private uint _s4;

    /// <summary>Starts at a seed.</summary>
    public NetemRandom(ulong seed)
    {
        var folded = (uint)((seed >> 32) ^ (seed << 10) ^ seed);
        _s1 = AtLeast(folded, 2);
        _s2 = AtLeast(folded, 8);
        _s3 = AtLeast(folded, 16);
        _s4 = AtLeast(folded, 128);
    }

    /// <summary>The next number, all 32 bits of it.</summary>
    public uint Next()
    {
        _s1 = ((_s1 & 0xFFFF_FFFE) << 18) ^ (((_s1 << 6) ^ _s1) >> 13);
        _s2 = ((_s2 & 0xFFFF_FFF8) << 2) ^ (((_s2 << 2) ^ _s2) >> 27);
        _s3 = ((_s3 & 0xFFFF_FFF0) << 7) ^ (((_s3 << 13) ^ _s3) >> 21);
        _s4 = ((_s4 & 0xFFFF_FF80) << 13) ^ (((_s4 << 3) ^ _s4) >> 12);
        return _s1 ^ _s2 ^ _s3 ^ _s4;
    }

    /// <summary>A number below a bound.</summary>
    public uint Below(uint bound) => (uint)(((ulong)Next() * bound) >> 32);

    private static uint AtLeast(uint value, uint least) => value < least ? value + least : value;
}

/// <summary>Draws that depend on the last one (<c>get_crandom</c>, rule NETEM-02).</summary>
internal struct NetemDraws
{
    private uint _last;
    private uint _correlation;

    /// <summary>How much they depend on it, as a share of 2^32 - 1.</summary>
    public readonly uint Correlation => _correlation;

    /// <summary>Starts anew.</summary>
    /// <param name="correlation">How much draws depend on the last one.</param>
    /// <param name="last">What stands for the one before the first.</param>
    public void Restart(uint correlation, uint last)
    {
        _correlation = correlation;
        _last = last;
    }

    /// <summary>The next draw.</summary>
    public uint Next(NetemRandom random)
    {
        if (_correlation == 0) return random.Next();
        var rho = (ulong)_correlation + 1;
        _last = (uint)((random.Next() * ((1UL << 32) - rho) + (_last * rho)) >> 32);
        return _last;
    }
}
