using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Statistics;

/// <summary>A qdisc between two cables: what comes in at pb is redirected to qa, where the qdisc is, and comes out at qb.</summary>
/// <param name="Name">For people and tests.</param>
/// <param name="Lines">Words behind <c>tc</c>.</param>
/// <param name="Frames">How many are sent at once.</param>
/// <param name="Wait">How long the last one may need.</param>
internal sealed record StatisticalCase(string Name, IReadOnlyList<string> Lines, int Frames, string Wait)
{
    /// <summary>Bytes of each frame.</summary>
    public const int Bytes = 100;

    /// <summary>Frames about chances: here they come in one softirq, whose backlog holds no more (netdev_max_backlog).</summary>
    private const int Chances = 1000;

    /// <summary>Everything that is compared.</summary>
    public static IReadOnlyList<StatisticalCase> All { get; } =
    [
        Of("delay 20ms", Chances, "300ms"),
        Of("delay 400ms 100ms", Chances, "1s"),
        Of("delay 400ms 100ms distribution normal", Chances, "1s"),
        Of("delay 400ms 100ms distribution pareto", Chances, "1s"),
        Of("delay 400ms 100ms distribution paretonormal", Chances, "1s"),
        Of("delay 400ms 100ms 60%", Chances, "1s"),
        Of("loss 10%", Chances, "100ms"),
        Of("loss state 10% 40%", Chances, "100ms"),
        Of("loss gemodel 10% 40%", Chances, "100ms"),
        Of("duplicate 20%", Chances, "100ms"),
        Of("corrupt 20%", Chances, "100ms"),
        Of("delay 50ms reorder 30%", Chances, "300ms"),
        // 800 bits each: 400 and 320 frames a second.
        Of("rate 320kbit", 300, "1s"),
        new("tbf", ["qdisc add dev qa root tbf rate 256kbit burst 1000 limit 100000"], 250, "1s"),
    ];

    /// <summary>The script; sniffs are its last two lines.</summary>
    public Script Script() => new(Name, ScriptLine.Read(string.Join('\n', Text())));

    private static StatisticalCase Of(string options, int frames, string wait) =>
        new(options, [$"qdisc add dev qa root netem {options} limit 10000"], frames, wait);

    private IEnumerable<string> Text()
    {
        foreach (var (near, far) in new[] { ("pa", "pb"), ("qa", "qb") })
        {
            yield return $"ip link add {near} numtxqueues 1 numrxqueues 1 type veth peer name {far} numtxqueues 1 numrxqueues 1";
            yield return $"ip link set {near} up";
            yield return $"ip link set {far} up";
        }

        yield return "tc qdisc add dev pb ingress";
        yield return "tc filter add dev pb parent ffff: protocol all u32 match u32 0 0 action mirred egress redirect dev qa";
        foreach (var line in Lines) yield return "tc " + line;
        // Addresses of IPv6 announce themselves for a while.
        yield return "advance 100ms";
        yield return "listen pb";
        yield return "listen qb";
        yield return $"inject pa eth size {Bytes} count {Frames}";
        yield return $"advance {Wait}";
        yield return "sniff pb";
        yield return "sniff qb";
    }
}
