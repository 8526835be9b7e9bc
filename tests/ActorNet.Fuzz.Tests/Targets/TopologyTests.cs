using ActorNet.Fuzz.Tests.Harness;
using ActorNet.Topology;
using ActorNet.Topology.Reading;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>Topology files, lines of their schedules and traffic, and the words of <c>link set</c>.</summary>
public sealed class TopologyTests
{
    private static readonly string[] Words =
    [
        "hosts", "boxes", "links", "schedule", "traffic", "expect", "topology", "address", "addresses", "mac", "mtu", "routes", "gateway", "ports", "setup", "kernel", "seed", "both", "a-to-b", "b-to-a", "delay",
        "jitter", "loss", "rate", "duplicate", "reorder", "corrupt", "limit", "latency", "engine", "alice", "bob", "lab", "left:line", "10.0.0.1/24", "fd00::1/64", "25ms", "20mbit", "1%", "6.18", "up", "down", "reset",
        "at", "from", "to", "every", "for", "until", "link", "->", "10s", "ping", "tcp", "udp", "count", "size", "10mb", "over", "ipv6", "ecn",
    ];

    private static readonly string[] Schedule =
    [
        "at 10s: link left--right down", "from 10s to 20s: link left--right delay 25ms -> 75ms", "every 5s for 500ms: link left--right down from 30s until 60s",
        "from 0s to 1min every 100ms: link left-to-right rate 1mbit -> 10mbit", "at 1h: link left--right delay 10ms jitter 1ms 25% normal loss none", "at 2ms: link left:line--right:line reset",
    ];

    private static readonly string[] Changes =
    [
        "down", "up", "reset", "delay 20ms loss 1%", "jitter 2ms 25% normal", "rate 20mbit limit 100", "loss gemodel 1% 10% 70% 0.1%", "reorder 25% 50%", "duplicate 1%", "corrupt 0.1%", "latency 50ms", "delay none rate none",
    ];

    private static readonly LinkNames Links = new(TopologyLoader.LoadText(Corpus.Topologies.First(static t => t.Contains("schedule", StringComparison.Ordinal)), "links.conf").OrThrow().Links);

    [Fact]
    public void A_file_is_right_or_all_its_mistakes_are_told() => Fuzzer.OfText("topology", static s => TextMutator.Mutate(s, Corpus.Topologies, Words), static text =>
    {
        var result = TopologyLoader.LoadText(text, "fuzz.conf");
        if (result.IsValid == result.Errors.Count > 0) throw new InvalidOperationException("Neither right nor wrong.");
        foreach (var error in result.Errors)
        {
            if (error.ToString().Length == 0) throw new InvalidOperationException("A mistake says nothing.");
        }
    }).Run(1500);

    [Fact]
    public void A_line_of_a_schedule_is_read_or_refused_with_its_place() => Fuzzer.OfText("schedule", static s => TextMutator.Mutate(s, Schedule, Words), static text =>
    {
        try
        {
            ScheduleParser.Read(new Written(text, new Hocon.HoconOrigin("fuzz", 1, 1)), Links);
        }
        catch (LineException wrong)
        {
            if (wrong.At < 0 || wrong.At > text.Length) throw new InvalidOperationException($"The mistake is said to be at {wrong.At}.", wrong);
        }
    }).Run(10_000);

    [Fact]
    public void Words_for_a_link_are_read_or_refused() => Fuzzer.OfText("link words", static s => TextMutator.Mutate(s, Changes, Words), static text =>
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (LinkWords.TryRead(words, out var change, out var fault, out var at) ? change is null : fault is null || at > words.Length)
            throw new InvalidOperationException("Neither a change nor a fault.");
        Links.TryFind(text, out _, out _);
    }).Run(10_000);
}
