using ActorNet.Engine.Loops;

namespace ActorNet.Engine;

/// <summary>The one place that reads the engine's keys, all below <c>actornet.engine</c>.</summary>
internal static class EngineSettings
{
    internal static LoopOptions Read(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var engine = config.GetConfig("actornet.engine");
        var defaults = new LoopOptions();
        return new LoopOptions
        {
            Loops = engine.GetString("loops", "auto") == "auto" ? defaults.Loops : engine.GetInt("loops"),
            Throughput = engine.GetInt("throughput", defaults.Throughput),
            SpinNanoseconds = ReadTime(engine, "spin", defaults.SpinNanoseconds),
            TimerLeadNanoseconds = ReadTime(engine, "timer-lead", defaults.TimerLeadNanoseconds),
            BusyPoll = engine.GetBoolean("busy-poll", defaults.BusyPoll),
            NameThreads = engine.GetBoolean("name-threads", defaults.NameThreads),
            MailboxLimit = engine.GetInt("mailbox-limit", defaults.MailboxLimit),
            InboxLimit = engine.GetInt("inbox-limit", defaults.InboxLimit),
            TimerLimit = engine.GetInt("timer-limit", defaults.TimerLimit),
            LogLevel = ReadLevel(engine.GetString("log-level"), defaults.LogLevel),
        };
    }

    private static long ReadTime(Config engine, string key, long unsetNanoseconds)
    {
        var unset = new TimeSpan(unsetNanoseconds / TimeSpan.NanosecondsPerTick);
        return engine.GetTimeSpan(key, unset, allowInfinite: false).Ticks * TimeSpan.NanosecondsPerTick;
    }

    private static LogLevel ReadLevel(string? text, LogLevel unset) => text?.ToLowerInvariant() switch
    {
        null => unset,
        "debug" => LogLevel.DebugLevel,
        "info" => LogLevel.InfoLevel,
        "warning" => LogLevel.WarningLevel,
        "error" => LogLevel.ErrorLevel,
        _ => throw new ArgumentException($"actornet.engine.log-level is '{text}'. Use debug, info, warning or error.", nameof(text)),
    };
}
