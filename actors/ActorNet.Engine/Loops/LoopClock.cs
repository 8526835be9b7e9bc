using System.Diagnostics;

namespace ActorNet.Engine.Loops;

/// <summary>The machine's monotonic clock in nanoseconds.</summary>
internal static class LoopClock
{
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;
    private static readonly bool TicksAreNanoseconds = Stopwatch.Frequency == 1_000_000_000;

    internal static long Now() =>
        TicksAreNanoseconds ? Stopwatch.GetTimestamp() : (long)(Stopwatch.GetTimestamp() * NanosecondsPerTick);
}
