using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Reads <c>simple sdata STRING [VERDICT] [index N]</c> (<c>tc/m_simple.c</c>).</summary>
internal sealed class SimpleKind : ActionKind
{
    private const string Usage = "Usage:... simple [sdata STRING] [index INDEX] [CONTROL]\n"
        + "\tSTRING being an arbitrary string\n"
        + "\tINDEX := optional index value used\n"
        + "\tCONTROL := reclassify|pipe|drop|continue|ok";

    private const int MaxText = 31;

    /// <inheritdoc/>
    public override string Name => "simple";

    /// <inheritdoc/>
    public override ActionSpec Parse(ArgReader args)
    {
        var words = args.Remaining;
        string? text = null;
        while (true)
        {
            if (args.TryTakePrefix(Name))
            {
                if (args.AtEnd) args.Next("a string");
            }
            else if (args.TryTakePrefix("sdata")) text = args.Next("a string");
            else if (args.TryTakePrefix("help")) throw new Iproute2Exception(Usage, 255);
            else break;
        }

        var spec = new SimpleSpec { Data = text, Control = ActionParser.TryParseControl(args, repeats: 2) ?? new TcControl(TcVerdict.Pipe) };
        if (args.TryTakePrefix("index")) spec = spec with { Index = Index(args, words) };
        if (spec.Index == 0 && text is null) throw ActionParser.Bad(Usage, words, Name);
        return text?.Length > MaxText ? throw ActionParser.Bad(FormattableString.Invariant($"simple: Illegal string len {text.Length} <{text}>"), words, Name) : spec;
    }

    private uint Index(ArgReader args, int words)
    {
        var word = args.Next("an index");
        return ActionParser.TryParseNumber(word) ?? throw ActionParser.Bad($"simple: Illegal \"index\" ({word})", words, Name);
    }
}
