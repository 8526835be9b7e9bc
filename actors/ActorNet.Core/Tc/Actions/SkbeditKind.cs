using System.Globalization;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>Reads <c>skbedit [queue_mapping N] [priority CLASS] [mark MARK[/MASK]] [ptype TYPE] [inheritdsfield] [VERDICT] [index N]</c> (<c>tc/m_skbedit.c</c>).</summary>
internal sealed class SkbeditKind : ActionKind
{
    private const string Usage = "Usage: ... skbedit <[QM] [PM] [MM] [PT] [IF]>\n"
        + "QM = queue_mapping QUEUE_MAPPING\n"
        + "PM = priority PRIORITY\n"
        + "MM = mark MARK[/MASK]\n"
        + "PT = ptype PACKETYPE\n"
        + "IF = inheritdsfield\n"
        + "PACKETYPE = is one of:\n"
        + "  host, otherhost, broadcast, multicast\n"
        + "QUEUE_MAPPING = device transmit queue to use\n"
        + "PRIORITY = classID to assign to priority field\n"
        + "MARK = firewall mark to set\n"
        + "MASK = mask applied to firewall mark (0xffffffff by default)\n"
        + "note: inheritdsfield maps DS field to skb->priority";

    /// <summary>Words of packet types in the order in which tc tries them.</summary>
    private static readonly (string Word, PacketType Type)[] Types =
    [
        ("host", PacketType.Host),
        ("broadcast", PacketType.Broadcast),
        ("multicast", PacketType.Multicast),
        ("otherhost", PacketType.OtherHost),
    ];

    /// <inheritdoc/>
    public override string Name => "skbedit";

    /// <inheritdoc/>
    public override ActionSpec Parse(ArgReader args)
    {
        var words = args.Remaining;
        args.Next();
        if (args.AtEnd) args.Next("an option");
        var spec = new SkbeditSpec();
        while (TryRead(args, spec, words) is { } changed) spec = changed;
        var edits = spec.IsEmpty ? 0 : 1;
        spec = spec with { Control = ActionParser.TryParseControl(args, repeats: 2) ?? new TcControl(TcVerdict.Pipe) };
        if (args.TryTakePrefix("index"))
        {
            spec = spec with { Index = ActionParser.TryParseNumber(args.Next("an index")) ?? throw Bad("skbedit: Illegal \"index\"", words) };
            edits++;
        }

        return edits > 0 ? spec : throw Bad(Usage, words);
    }

    private static SkbeditSpec? TryRead(ArgReader args, SkbeditSpec spec, int words)
    {
        if (args.TryTakePrefix("queue_mapping")) return spec with { Queue = Queue(args.Next("a queue")) ?? throw Bad("Illegal queue_mapping", words) };
        if (args.TryTakePrefix("priority"))
            return spec with { Priority = TcHandle.TryParseClassId(args.Next("a class"), out var priority) ? priority : throw Bad("Illegal priority", words) };
        if (args.TryTakePrefix("mark")) return Mark(args.Next("a mark"), spec, words);
        if (args.TryTakePrefix("ptype")) return spec with { Type = Type(args.Next("a packet type"), words) };
        if (args.TryTakePrefix("inheritdsfield")) return spec with { InheritsDsField = true };
        return args.TryTakePrefix("help") ? throw new Iproute2Exception(Usage, 255) : null;
    }

    private static ushort? Queue(string word) => ushort.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var queue) ? queue : null;

    private static SkbeditSpec Mark(string word, SkbeditSpec spec, int words)
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        if (!Words.TryUnsigned(slash < 0 ? word : word[..slash], out var mark)) throw Bad("Illegal mark", words);
        if (slash < 0) return spec with { Mark = mark };
        return Words.TryUnsigned(word[(slash + 1)..], out var mask) ? spec with { Mark = mark, Mask = mask } : throw Bad("Illegal mask", words);
    }

    private static PacketType Type(string word, int words)
    {
        foreach (var (full, type) in Types)
        {
            if (Words.Matches(word, full)) return type;
        }

        throw Bad($"Illegal ptype ({word})", words);
    }

    private static Iproute2Exception Bad(string complaint, int words) => ActionParser.Bad(complaint, words, "skbedit");
}
