namespace ActorNet.TestKit;

/// <summary>Spans of time as one says them: <c>20.Milliseconds()</c>.</summary>
public static class Durations
{
    /// <summary>As many microseconds.</summary>
    public static TimeSpan Microseconds(this int count) => TimeSpan.FromMicroseconds((long)count);

    /// <summary>As many milliseconds.</summary>
    public static TimeSpan Milliseconds(this int count) => TimeSpan.FromMilliseconds((long)count);

    /// <summary>As many seconds.</summary>
    public static TimeSpan Seconds(this int count) => TimeSpan.FromSeconds(count);

    /// <summary>So many seconds, to a tenth of a microsecond.</summary>
    public static TimeSpan Seconds(this double count) => TimeSpan.FromSeconds(count);

    /// <summary>As many minutes.</summary>
    public static TimeSpan Minutes(this int count) => TimeSpan.FromMinutes(count);

    internal static long Nanoseconds(this TimeSpan span) => checked(span.Ticks * TimeSpan.NanosecondsPerTick);
}
