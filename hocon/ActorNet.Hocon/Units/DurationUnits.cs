namespace ActorNet.Hocon.Units;

/// <summary>"Duration format" of the HOCON specification; case-sensitive.</summary>
internal static class DurationUnits
{
    private const long Millisecond = 1_000_000;
    private const long Second = 1000 * Millisecond;

    public static UnitTable Table { get; } = new(
        "a duration", "as in 50ns, 20us, 5ms, 1.5s, 2m, 1h or 1d", Millisecond, mayBeNegative: true,
    [
        (1, "ns nano nanos nanosecond nanoseconds"),
        (1000, "us micro micros microsecond microseconds"),
        (Millisecond, "ms milli millis millisecond milliseconds"),
        (Second, "s second seconds"),
        (60 * Second, "m minute minutes"),
        (3600 * Second, "h hour hours"),
        (86400 * Second, "d day days"),
    ]);
}
