namespace ActorNet.Engine.TestKit;

/// <summary>The one place that reads the kit's keys.</summary>
/// <param name="TimeFactor">What <see cref="TestKitBase.Dilated"/> multiplies by.</param>
/// <param name="FilterLeeway">How long an event filter waits; not stretched yet.</param>
/// <param name="SingleExpect">How long an expectation waits; not stretched yet.</param>
/// <param name="Patience">How long the end of a system, or a task outside of it, is waited for; not stretched yet.</param>
/// <param name="OutputLevel">The least level that reaches the test's output.</param>
/// <param name="Interleaving">Seed of a virtual system; 0 for the plain order.</param>
/// <param name="UsesTestScheduler">Whether the system's scheduler is a <see cref="TestScheduler"/>.</param>
internal sealed record KitSettings(
    double TimeFactor, TimeSpan FilterLeeway, TimeSpan SingleExpect, TimeSpan Patience, LogLevel OutputLevel, ulong Interleaving, bool UsesTestScheduler)
{
    internal static readonly KitSettings Default = Read(TestConfigs.DefaultConfig);

    internal static KitSettings Read(Config config)
    {
        var factor = config.GetDouble("akka.test.timefactor", 1);
        if (!(factor > 0 && factor <= 1e6)) throw new ArgumentException($"akka.test.timefactor is {factor}. Use a number above 0, at most 1,000,000.", nameof(config));
        return new KitSettings(
            factor,
            Wait(config, "akka.test.filter-leeway", 3),
            Wait(config, "akka.test.single-expect-default", 3),
            Wait(config, "akka.test.default-timeout", 5),
            Level(config.GetString("akka.loglevel", "WARNING")!),
            Seed(config.GetString("actornet.test.interleaving", "0")!),
            config.GetString("akka.scheduler.implementation", "")!.Contains(nameof(TestScheduler), StringComparison.Ordinal));
    }

    private static TimeSpan Wait(Config config, string key, int seconds)
    {
        var wait = config.GetTimeSpan(key, TimeSpan.FromSeconds(seconds), allowInfinite: false);
        return wait > TimeSpan.Zero ? wait : throw new ArgumentException($"{key} is {Values.Text(wait)}. Use a time above zero, such as {seconds}s.", nameof(config));
    }

    private static LogLevel Level(string text) => text.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.DebugLevel,
        "INFO" => LogLevel.InfoLevel,
        "WARNING" => LogLevel.WarningLevel,
        "ERROR" => LogLevel.ErrorLevel,
        _ => throw new ArgumentException($"akka.loglevel is '{text}'. Use DEBUG, INFO, WARNING or ERROR.", nameof(text)),
    };

    private static ulong Seed(string text) => ulong.TryParse(text, out var seed) ? seed
        : throw new ArgumentException($"actornet.test.interleaving is '{text}'. Use a whole number from 0 to {ulong.MaxValue}.", nameof(text));
}
