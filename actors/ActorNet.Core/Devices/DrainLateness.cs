namespace ActorNet.Core.Devices;

/// <summary>
/// How far behind its deadlines a device sent what its qdiscs had held back (netem, tbf, htb and whatever else waits for a time). Whoever measures accuracy reads it
/// at <see cref="NetDevice.Lateness"/>; it counts where the watchdog fires, by the deadline that was armed and the time it is then. Always zero on a virtual clock.
/// </summary>
public struct DrainLateness : IEquatable<DrainLateness>
{
    /// <summary>What is not counted: a machine that is shared is always a little late. In nanoseconds.</summary>
    public const long ToleranceNanoseconds = 1_000_000;

    /// <summary>Drains that began later than the tolerance after their deadline and sent something.</summary>
    public long Drains { get; private set; }

    /// <summary>Frames they sent; a super-frame counts once.</summary>
    public long Frames { get; private set; }

    /// <summary>The longest delay of a drain in nanoseconds.</summary>
    public long WorstNanoseconds { get; private set; }

    /// <summary>Whether two counts are the same.</summary>
    public static bool operator ==(DrainLateness left, DrainLateness right) => left.Equals(right);

    /// <summary>Whether two counts differ.</summary>
    public static bool operator !=(DrainLateness left, DrainLateness right) => !left.Equals(right);

    /// <summary>Counts a drain.</summary>
    /// <param name="late">Nanoseconds after its deadline.</param>
    /// <param name="frames">Frames it sent.</param>
    public void Count(long late, long frames)
    {
        Drains++;
        Frames += frames;
        WorstNanoseconds = Math.Max(WorstNanoseconds, late);
    }

    /// <inheritdoc/>
    public readonly bool Equals(DrainLateness other) => Drains == other.Drains && Frames == other.Frames && WorstNanoseconds == other.WorstNanoseconds;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is DrainLateness other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Drains, Frames, WorstNanoseconds);
}
