using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Reads <c>[gact] VERDICT [random {netrand|determ} VERDICT N] [index N]</c>, or <c>gact index N</c> (<c>tc/m_gact.c</c>).</summary>
internal sealed class GactKind : ActionKind
{
    /// <summary>What tc prints behind a complaint.</summary>
    public const string Usage = "Usage: ... gact <ACTION> [RAND] [INDEX]\n"
        + "Where: \tACTION := reclassify | drop | continue | pass | pipe |\n"
        + "       \t          goto chain <CHAIN_INDEX> | jump <JUMP_COUNT>\n"
        + "\tRAND := random <RANDTYPE> <ACTION> <VAL>\n"
        + "\tRANDTYPE := netrand | determ\n"
        + "\tVAL : = value not exceeding 10000\n"
        + "\tJUMP_COUNT := Absolute jump from start of action list\n"
        + "\tINDEX := index value used\n";

    private const int MaxValue = 10000;

    /// <summary>tc prints what lies in its memory for a value that is no number: it was seen to be this.</summary>
    private const int NoNumber = 0x1000;

    /// <inheritdoc/>
    public override string Name => ActionKinds.Fallback;

    /// <inheritdoc/>
    public override ActionSpec Parse(ArgReader args)
    {
        var begin = new Beginning(args.Remaining, args.Peek() ?? Name);
        if (args.TryTakePrefix(Name) && args.AtEnd) args.Next("a verdict");

        // "gact index N" alone shares an action that exists; should there be none, it passes.
        if (args.TryTakePrefix("index")) return new GactSpec { Control = new TcControl(TcVerdict.Ok), Index = Index(args, begin) };
        var spec = new GactSpec { Control = Control(args) };
        if (args.TryTakePrefix("random")) spec = spec with { Chance = Chance(args, begin) };
        if (args.TryTakePrefix("index")) return spec with { Index = Index(args, begin) };
        return args.TryTakePrefix("help") ? throw new Iproute2Exception(Usage, 255) : spec;
    }

    private static TcControl Control(ArgReader args) =>
        ActionParser.TryParseControl(args, repeats: 1) ?? throw new Iproute2Exception($"Bad action type {args.Next("a verdict")}\n{Usage}", 255);

    private static GactChance Chance(ArgReader args, Beginning begin)
    {
        var word = args.Next("netrand or determ");
        var isCounted = !Words.Matches(word, "netrand");
        if (isCounted && !Words.Matches(word, "determ")) throw begin.Bad("Illegal \"random type\"");
        if (args.AtEnd) args.Next("a verdict");
        var control = Control(args);
        if (args.AtEnd || !ushort.TryParse(args.Peek(), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            throw begin.Bad($"Illegal probability val 0x{NoNumber:x}");
        if (value > MaxValue) throw begin.Bad($"Illegal probability val  0x{value:x}");
        args.Next();
        return new GactChance(isCounted, control, Math.Max(value, (ushort)1));
    }

    private static uint Index(ArgReader args, Beginning begin) => ActionParser.TryParseNumber(args.Next("an index")) ?? throw begin.Bad("Illegal \"index\"");

    /// <summary>Where the action began.</summary>
    private readonly record struct Beginning(int Words, string Word)
    {
        public Iproute2Exception Bad(string complaint) => ActionParser.Bad(complaint, Words, Word);
    }
}
