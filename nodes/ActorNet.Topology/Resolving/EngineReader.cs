using ActorNet.Hocon;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>Overrides of <c>actornet.engine</c>; ranges as in hocon/reference.conf.</summary>
internal sealed class EngineReader(ErrorList errors)
{
    public static readonly IReadOnlyCollection<string> Keys = ["loops", "throughput", "spin", "timer-lead", "busy-poll", "mailbox-limit", "name-threads"];
    private const long SecondNanoseconds = 1_000_000_000;

    public EngineOverrides Read(IReadOnlyList<RawSetting> settings)
    {
        var engine = new EngineOverrides();
        foreach (var setting in settings)
        {
            try
            {
                engine = Apply(engine, setting);
            }
            catch (HoconException wrong)
            {
                errors.Add(wrong);
            }
        }

        return engine;
    }

    private static EngineOverrides Apply(EngineOverrides engine, RawSetting setting) => setting.Key switch
    {
        "loops" => engine with { Loops = Loops(setting) },
        "throughput" => engine with { Throughput = (int)Whole(setting, 1, 10_000) },
        "spin" => engine with { SpinNanoseconds = Time(setting, SecondNanoseconds, "0us to 1s") },
        "timer-lead" => engine with { TimerLeadNanoseconds = Time(setting, 10_000_000, "0us to 10ms") },
        "busy-poll" => engine with { BusyPoll = setting.Value.AsBoolean() },
        "mailbox-limit" => engine with { MailboxLimit = (int)Whole(setting, 16, 100_000_000) },
        "name-threads" => engine with { NameThreads = setting.Value.AsBoolean() },
        _ => throw new InvalidOperationException($"'{setting.Key}' is among the known keys but not handled."),
    };

    private static int Loops(RawSetting setting) =>
        setting.Value.TryAsString(out var text) && string.Equals(text, "auto", StringComparison.Ordinal) ? 0 : (int)Whole(setting, 1, 64);

    private static long Whole(RawSetting setting, long low, long high)
    {
        var number = setting.Value.AsInt64();
        return number >= low && number <= high ? number : throw OutOfRange(setting, $"{low} to {high}");
    }

    private static long Time(RawSetting setting, long most, string range)
    {
        var time = setting.Value.AsDurationNanoseconds(requireUnit: true);
        return time >= 0 && time <= most ? time : throw OutOfRange(setting, range);
    }

    private static HoconException OutOfRange(RawSetting setting, string range) =>
        new(setting.Value.Origin, $"{setting.Key} is out of range", $"Write a value from {range}");
}
