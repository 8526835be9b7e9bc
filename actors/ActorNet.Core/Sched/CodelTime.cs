namespace ActorNet.Core.Sched;

/// <summary>
/// The clock of CoDel: units of 1024 ns in 32 bits, compared as serial numbers, so that it may wrap round (<c>include/net/codel.h</c>, RFC 1982). A target of 5 ms
/// therefore shows as 4999 us.
/// </summary>
internal static class CodelTime
{
    private const int Shift = 10;
    private const ulong NanosecondsPerMicrosecond = 1000;

    /// <summary>A point in time.</summary>
    public static uint At(Instant time) => (uint)(time.Nanoseconds >> Shift);

    /// <summary>A span of microseconds, as tc hands it over.</summary>
    public static uint FromMicroseconds(uint microseconds) => (uint)((microseconds * NanosecondsPerMicrosecond) >> Shift);

    /// <summary>A span in whole microseconds, as it is shown.</summary>
    public static uint ToMicroseconds(uint span) => (uint)(((ulong)span << Shift) / NanosecondsPerMicrosecond);

    /// <summary>Microseconds from one point to another, negative when that has passed.</summary>
    public static int Until(uint point, uint now)
    {
        var left = (int)(point - now);
        return left >= 0 ? (int)ToMicroseconds((uint)left) : -(int)ToMicroseconds((uint)-left);
    }

    /// <summary>Whether <paramref name="a"/> is later than <paramref name="b"/>.</summary>
    public static bool IsAfter(uint a, uint b) => (int)(a - b) > 0;
}
