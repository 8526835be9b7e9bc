using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>Reads <c>nat {ingress|egress} OLD[/PREFIX] NEW [VERDICT] [index N]</c> (<c>tc/m_nat.c</c>). An index alone is refused, as tc does.</summary>
internal sealed class NatKind : ActionKind
{
    private const string Usage = "Usage: ... nat NAT\n"
        + "NAT := DIRECTION OLD NEW\n"
        + "DIRECTION := { ingress | egress }\n"
        + "OLD := PREFIX\n"
        + "NEW := ADDRESS";

    /// <inheritdoc/>
    public override string Name => "nat";

    /// <inheritdoc/>
    public override ActionSpec Parse(ArgReader args)
    {
        var words = args.Remaining;
        NatSpec? spec = null;
        while (args.TryTakePrefix(Name)) spec = Translation(args, words);
        if (args.TryTakePrefix("help")) throw new Iproute2Exception(Usage, 255);
        if (spec is null) throw ActionParser.Bad(Usage, words, Name);
        spec = spec with { Control = ActionParser.TryParseControl(args, repeats: 2) ?? new TcControl(TcVerdict.Ok) };
        if (!args.TryTakePrefix("index")) return spec;
        return spec with { Index = ActionParser.TryParseNumber(args.Next("an index")) ?? throw ActionParser.Bad("Nat: Illegal \"index\"", words, Name) };
    }

    private NatSpec Translation(ArgReader args, int words)
    {
        var direction = args.Next("ingress or egress");
        var onEgress = Words.Matches(direction, "egress");
        if (!onEgress && !Words.Matches(direction, "ingress")) throw Illegal(direction, words);
        var old = Address(args, direction, words);
        var replacement = Address(args, direction, words);
        return new NatSpec { OnEgress = onEgress, Old = old.Address, Mask = MaskOf(old.Length), New = replacement.Address };
    }

    private InetPrefix Address(ArgReader args, string direction, int words)
    {
        var word = args.Next("an address");
        if (word is "any" or "all" or "default") return new InetPrefix(0, 0);
        return InetPrefix.TryParse(word, out var prefix) ? prefix : throw Illegal(direction, words);
    }

    /// <summary>tc shifts ones by 32 bits for a prefix of no bits, which a processor takes for no shift at all: such a prefix covers one address, not all.</summary>
    private static uint MaskOf(int length) => InetPrefix.MaskOf(length == 0 ? InetPrefix.MaxLength : length);

    private Iproute2Exception Illegal(string word, int words) => ActionParser.Bad($"Illegal nat construct ({word})\n{Usage}", words, Name);
}
