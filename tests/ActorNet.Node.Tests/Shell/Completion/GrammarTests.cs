using ActorNet.Core.Devices;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;
using ActorNet.Node.Shell.Completion;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Shell.Completion;

/// <summary>The grammar says what the commands take: everything that is offered is run in a lab that has what the samples name.</summary>
public class GrammarTests
{
    private const string Lab =
        """
        ip netns add a
        ip link add va type veth peer name vb
        ip link add ifb0 numtxqueues 2 type ifb
        ip link add br0 type bridge
        ip link set vb master br0
        ip link set va up
        ip link set vb up
        ip link set ifb0 up
        ip link add va netns a type dummy
        tc qdisc add dev va clsact
        tc actions add action mirred egress redirect dev ifb0 index 1
        """;

    /// <summary>What commands say about words that they do not know.</summary>
    private static readonly string[] Unknown =
    [
        "unknown", "garbage", "not emulated", "What is", "unparsable", "is no word", "is not a valid", "option not supported", "Unknown", "bit name not found", "does not go with", "command not found",
    ];

    [Fact]
    public async Task Every_word_that_is_offered_is_known_to_its_command()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in Lines(ShellGrammar.Line))
        {
            await using var shell = new FreshShell();
            await shell.DoAsync(Lab);
            var reply = await shell.RunAsync(line);
            if (Unknown.Any(u => (reply.Error + reply.Text).Contains(u, StringComparison.Ordinal))) wrong.Add($"{line}\n    {reply.Error.Split('\n')[0]}");
            count++;
        }

        count.ShouldBeGreaterThan(500);
        wrong.ShouldBeEmpty($"{wrong.Count} of {count}:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Every_kind_that_can_be_made_is_offered()
    {
        Slot.LinkKind.Choices.ShouldBe(DeviceKinds.Names);
        Slot.QdiscKind.Choices.Concat(["ingress", "clsact"]).ShouldBe(QdiscKinds.Names, ignoreOrder: true);
        Slot.ClassifierKind.Choices.ShouldBe(ClassifierKinds.Names);
    }

    /// <summary>A line for each word of each table: the shortest way to it, the word, samples of its values.</summary>
    private static IEnumerable<string> Lines(Table start)
    {
        var seen = new HashSet<Table>();
        var waiting = new Queue<(Table Table, string Way)>([(start, "")]);
        while (waiting.TryDequeue(out var place))
        {
            if (!seen.Add(place.Table)) continue;
            foreach (var (line, next) in Steps(place.Table, place.Way))
            {
                yield return line;
                if (next is not null) waiting.Enqueue((next, line));
            }
        }
    }

    private static IEnumerable<(string Line, Table? Next)> Steps(Table table, string way)
    {
        foreach (var word in table.Words)
        {
            foreach (var (values, last) in Samples(word.Values)) yield return (Join(way, word.Name, values), word.Next?.Invoke(last));
        }

        if (table.Leading is not { } leading) yield break;
        foreach (var (value, last) in Samples([leading])) yield return (Join(way, value), table.LeadingNext?.Invoke(last));
    }

    /// <summary>Samples of values; of a choice every one.</summary>
    private static IEnumerable<(string Values, string Last)> Samples(IReadOnlyList<Slot> slots)
    {
        if (slots.Count == 0) return [("", "")];
        var before = string.Join(' ', slots.SkipLast(1).Select(s => s.Sample));
        IReadOnlyList<string> lasts = slots[^1].Choices.Count > 0 ? slots[^1].Choices : [slots[^1].Sample];
        return lasts.Select(last => (Join(before, last), last));
    }

    private static string Join(params IEnumerable<string> parts) => string.Join(' ', parts.Where(p => p.Length > 0));
}
