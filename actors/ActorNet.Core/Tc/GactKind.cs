using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Reads <c>[gact] VERDICT [index N]</c>, or <c>gact index N</c> (<c>tc/m_gact.c</c>).</summary>
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

    /// <inheritdoc/>
    public override string Name => ActionKinds.Fallback;

    /// <inheritdoc/>
    public override ActionSpec Parse(ArgReader args)
    {
        args.TryTake(Name);

        // "gact index N" alone shares an action that exists; should there be none, it passes.
        var control = string.Equals(args.Peek(), "index", StringComparison.Ordinal) ? new TcControl(TcVerdict.Ok) : ActionParser.TryParseControl(args, repeats: 1);
        if (control is null) throw new Iproute2Exception($"Bad action type {args.Next("a verdict")}\n{Usage}", 255);
        if (string.Equals(args.Peek(), "random", StringComparison.Ordinal))
            throw new Iproute2Exception("gact: random verdicts are not emulated; leave \"random\" out");
        if (!args.TryTake("index")) return new GactSpec { Control = control.Value };
        var index = ActionParser.TryParseNumber(args.Next("an index")) ?? throw new Iproute2Exception("Illegal \"index\"");
        return new GactSpec { Control = control.Value, Index = index };
    }
}
