namespace ActorNet.Linux.Tap;

/// <summary>
/// Finds the largest set of offloads that a kernel takes. <c>TUNSETOFFLOAD</c> is all or nothing (EINVAL for a bit it does not know), so
/// the
/// newest bits are left out first: USO (6.2), then ECN, then TSO, then everything.
/// </summary>
internal static class TapOffloadLadder
{
    private static readonly TapOffloads[] Steps =
    [
        TapOffloads.All,
        TapOffloads.All & ~(TapOffloads.Uso4 | TapOffloads.Uso6),
        TapOffloads.Checksum | TapOffloads.Tso4 | TapOffloads.Tso6,
        TapOffloads.Checksum,
    ];

    /// <summary>Tries the steps, each cut down to what is wanted, until one is accepted.</summary>
    /// <param name="wanted">Upper bound.</param>
    /// <param name="accepts">Sets the offloads and says whether the kernel took them.</param>
    internal static TapOffloads Climb(TapOffloads wanted, Func<TapOffloads, bool> accepts)
    {
        wanted = Sane(wanted);
        foreach (var step in Steps)
            if (accepts(step & wanted)) return step & wanted;
        accepts(TapOffloads.None);
        return TapOffloads.None;
    }

    /// <summary>Segmentation needs the checksum to be left out too, and the kernel takes USO for both versions of IP or for none.</summary>
    private static TapOffloads Sane(TapOffloads wanted)
    {
        if ((wanted & TapOffloads.Checksum) == 0) return TapOffloads.None;
        const TapOffloads Uso = TapOffloads.Uso4 | TapOffloads.Uso6;
        if ((wanted & Uso) != Uso) wanted &= ~Uso;
        if ((wanted & (TapOffloads.Tso4 | TapOffloads.Tso6)) == 0) wanted &= ~TapOffloads.TsoEcn;
        return wanted & TapOffloads.All;
    }
}
