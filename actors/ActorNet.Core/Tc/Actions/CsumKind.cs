using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Reads <c>csum TARGET [and TARGET] ... [VERDICT] [index N]</c> (<c>tc/m_csum.c</c>). An index alone is refused, as tc does.</summary>
internal sealed class CsumKind : ActionKind
{
    private const string Usage = "Usage: ... csum <UPDATE>\n"
        + "Where: UPDATE := <TARGET> [<UPDATE>]\n"
        + "       TARGET := { ip4h | icmp | igmp | tcp | udp | udplite | sctp | <SWEETS> }\n"
        + "       SWEETS := { and | or | '+' }";

    /// <summary>The words in the order in which tc tries them; the last join others and ask for nothing.</summary>
    private static readonly (string Word, CsumTargets Target)[] Known =
    [
        ("iph", CsumTargets.IPv4Header),
        ("ip4h", CsumTargets.IPv4Header),
        ("ipv4h", CsumTargets.IPv4Header),
        ("icmp", CsumTargets.Icmp),
        ("igmp", CsumTargets.Igmp),
        ("tcp", CsumTargets.Tcp),
        ("udp", CsumTargets.Udp),
        ("udplite", CsumTargets.UdpLite),
        ("sctp", CsumTargets.Sctp),
        ("and", CsumTargets.None),
        ("or", CsumTargets.None),
        ("+", CsumTargets.None),
    ];

    /// <inheritdoc/>
    public override string Name => "csum";

    /// <inheritdoc/>
    public override ActionSpec Parse(ArgReader args)
    {
        var words = args.Remaining;
        var targets = CsumTargets.None;
        while (args.TryTakePrefix(Name))
        {
            if (args.AtEnd) args.Next("a target");
            while (TryTakeTarget(args) is { } target) targets |= target;
        }

        if (args.TryTakePrefix("help")) throw new Iproute2Exception(Usage, 255);
        if (targets == CsumTargets.None) throw ActionParser.Bad("Illegal csum construct, empty <UPDATE> list", words, Name);
        var control = ActionParser.TryParseControl(args, repeats: 2) ?? new TcControl(TcVerdict.Ok);
        return new CsumSpec { Targets = targets, Control = control, Index = Index(args, words) };
    }

    private uint Index(ArgReader args, int words)
    {
        if (!args.TryTakePrefix("index")) return 0;
        var word = args.Next("an index");
        return ActionParser.TryParseNumber(word) ?? throw ActionParser.Bad($"Illegal \"index\" ({word}) <csum>", words, Name);
    }

    private static CsumTargets? TryTakeTarget(ArgReader args)
    {
        foreach (var (word, target) in Known)
        {
            if (args.TryTakePrefix(word)) return target;
        }

        return null;
    }
}
