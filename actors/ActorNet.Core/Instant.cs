namespace ActorNet.Core;

/// <summary>A point in time: nanoseconds on the clock of whoever runs the network, monotonic, origin unspecified.</summary>
/// <param name="Nanoseconds">Nanoseconds since the origin.</param>
public readonly record struct Instant(long Nanoseconds) : IComparable<Instant>
{
    /// <summary>The origin of the clock.</summary>
    public static readonly Instant Zero;

    /// <summary>Later than any time a network reaches.</summary>
    public static readonly Instant Never = new(long.MaxValue);

    /// <inheritdoc/>
    public int CompareTo(Instant other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>The instant <paramref name="nanoseconds"/> later; saturates at <see cref="Never"/>.</summary>
    public Instant Plus(long nanoseconds) =>
        nanoseconds > 0 && Nanoseconds > long.MaxValue - nanoseconds ? Never : new Instant(Nanoseconds + nanoseconds);

    /// <summary>Nanoseconds from <paramref name="earlier"/> to this instant.</summary>
    public long Since(Instant earlier) => Nanoseconds - earlier.Nanoseconds;

    /// <summary>Whether <paramref name="a"/> is before <paramref name="b"/>.</summary>
    public static bool operator <(Instant a, Instant b) => a.Nanoseconds < b.Nanoseconds;

    /// <summary>Whether <paramref name="a"/> is after <paramref name="b"/>.</summary>
    public static bool operator >(Instant a, Instant b) => a.Nanoseconds > b.Nanoseconds;

    /// <summary>Whether <paramref name="a"/> is not after <paramref name="b"/>.</summary>
    public static bool operator <=(Instant a, Instant b) => a.Nanoseconds <= b.Nanoseconds;

    /// <summary>Whether <paramref name="a"/> is not before <paramref name="b"/>.</summary>
    public static bool operator >=(Instant a, Instant b) => a.Nanoseconds >= b.Nanoseconds;
}
