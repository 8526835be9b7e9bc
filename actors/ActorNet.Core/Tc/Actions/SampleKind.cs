using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Reads <c>sample rate N group N [trunc BYTES] [VERDICT] [index N]</c> (<c>tc/m_sample.c</c>).</summary>
internal sealed class SampleKind : ActionKind
{
    private const string Usage = "Usage: sample SAMPLE_CONF\n"
        + "where:\n"
        + "\tSAMPLE_CONF := SAMPLE_PARAMS | SAMPLE_INDEX\n"
        + "\tSAMPLE_PARAMS := rate RATE group GROUP [trunc SIZE] [SAMPLE_INDEX]\n"
        + "\tSAMPLE_INDEX := index INDEX\n"
        + "\tRATE := The ratio of packets observed at the data source to the samples generated.\n"
        + "\tGROUP := the psample sampling group\n"
        + "\tSIZE := the truncation size\n"
        + "\tINDEX := integer index of the sample action";

    /// <inheritdoc/>
    public override string Name => "sample";

    /// <inheritdoc/>
    public override ActionSpec Parse(ArgReader args)
    {
        var words = args.Remaining;
        if (words <= 1) throw Unusable("sample bad argument count 1\n");
        args.Next();
        var spec = new SampleSpec();
        while (true)
        {
            if (args.TryTakePrefix("rate")) spec = spec with { Rate = Number(args, "Illegal rate") };
            else if (args.TryTakePrefix("group")) spec = spec with { Group = Number(args, "Illegal group num") };
            else if (args.TryTakePrefix("trunc")) spec = spec with { Truncation = Number(args, "Illegal truncation size") };
            else if (args.TryTakePrefix("help")) throw Unusable("");
            else break;
        }

        spec = spec with { Control = ActionParser.TryParseControl(args, repeats: 2) ?? new TcControl(TcVerdict.Pipe) };
        if (args.TryTakePrefix("index"))
            spec = spec with { Index = ActionParser.TryParseNumber(args.Next("an index")) ?? throw ActionParser.Bad("sample: Illegal \"index\"", words, Name) };
        if (spec.Index != 0) return spec;
        if (spec.Group is null) throw Unusable("param \"group\" not set\n");
        return spec.Rate is null ? throw Unusable("param \"rate\" not set\n") : spec;
    }

    private static uint Number(ArgReader args, string complaint)
    {
        var word = args.Next("a number");
        return ActionParser.TryParseNumber(word) ?? throw Unusable($"{complaint} {word}\n");
    }

    private static Iproute2Exception Unusable(string complaint) => new(complaint + Usage, 255);
}
