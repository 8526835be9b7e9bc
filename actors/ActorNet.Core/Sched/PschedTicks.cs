namespace ActorNet.Core.Sched;

/// <summary>Ticks of 64 ns, in which buckets cross between tc and the kernel as 32-bit numbers; tc computes them from whole microseconds (rule QD-11).</summary>
internal static class PschedTicks
{
    private const int NanosecondsShift = 6;
    private const double PerMicrosecond = 15.625;

    /// <summary>Ticks that a number of bytes takes at a rate, as tc computes them; what does not fit into 32 bits is cut off.</summary>
    public static uint FromBytes(ulong rate, uint bytes) => FromMicroseconds((uint)(ulong)(1e6 * (bytes / (double)rate)));

    /// <summary>Ticks of whole microseconds.</summary>
    public static uint FromMicroseconds(uint microseconds) => (uint)(ulong)(microseconds * PerMicrosecond);

    /// <summary>Bytes that go over a link of a rate in a number of ticks, as tc prints them.</summary>
    public static uint ToBytes(ulong rate, uint ticks) => (uint)(ulong)((double)rate * ToMicroseconds(ticks) / 1e6);

    /// <summary>Whole microseconds of a number of ticks.</summary>
    public static uint ToMicroseconds(uint ticks) => (uint)(ticks / PerMicrosecond);

    /// <summary>Nanoseconds of a number of ticks.</summary>
    public static long ToNanoseconds(uint ticks) => (long)ticks << NanosecondsShift;

    /// <summary>Ticks of a number of nanoseconds, as the 32-bit number that is shown.</summary>
    public static uint FromNanoseconds(long nanoseconds) => (uint)(nanoseconds >> NanosecondsShift);

    /// <summary>Ticks of a number of nanoseconds that may be negative, kept within 32 bits.</summary>
    public static int FromDebt(long nanoseconds) => (int)Math.Clamp(nanoseconds >> NanosecondsShift, int.MinValue, int.MaxValue);
}
