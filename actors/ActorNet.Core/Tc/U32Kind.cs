using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>
/// The kind <c>u32</c>: <c>match SELECTOR ... [link TABLE hashkey ... offset ...] [ht TABLE] [classid CLASSID] [action ACTION ...]</c>, or <c>divisor N</c> for a hash table
/// (<c>tc/f_u32.c</c>).
/// </summary>
public sealed class U32Kind : ClassifierKind
{
    private const string Usage = "Usage: ... u32 [ match SELECTOR ... ] [ link HTID ] [ classid CLASSID ]\n"
        + "               [ action ACTION_SPEC ] [ offset OFFSET_SPEC ]\n"
        + "               [ ht HTID ] [ hashkey HASHKEY_SPEC ]\n"
        + "               [ sample SAMPLE ] [skip_hw | skip_sw]\n"
        + "or         u32 divisor DIVISOR\n\n"
        + "Where: SELECTOR := SAMPLE SAMPLE ...\n"
        + "       SAMPLE := { ip | ip6 | udp | tcp | icmp | u{32|16|8} | mark }\n"
        + "                 SAMPLE_ARGS [ divisor DIVISOR ]\n"
        + "       FILTERID := X:Y:Z\n\n"
        + "NOTE: CLASSID is parsed at hexadecimal input.";

    /// <inheritdoc/>
    public override string Name => "u32";

    /// <inheritdoc/>
    public override FilterOptions Parse(ArgReader args) => Parse(args, handle: null);

    /// <inheritdoc/>
    public override FilterOptions Parse(ArgReader args, string? handle)
    {
        if (args.AtEnd) return new U32Options { IsEmpty = true };
        var words = new U32Words(args, handle is not null);
        while (args.Peek() is { } word)
        {
            if (words.TryRead(word)) continue;
            throw new Iproute2Exception(word is "help" ? Usage : $"What is \"{word}\"?\n{Usage}");
        }

        var options = words.Finish();
        if (handle is not null && options.Order != 0 && U32Handle.Id(ParseHandle(handle)) is var id && id != 0 && id != options.Order)
            throw new Iproute2Exception("\"order\" contradicts \"handle\"");
        return options;
    }

    /// <inheritdoc/>
    public override uint ParseHandle(string text) => U32Handle.TryParse(text, out var handle) ? handle : throw new Iproute2Exception("Illegal filter ID");

    /// <inheritdoc/>
    public override Classifier Create(TcfBlock block, uint pref, ushort protocol, uint chain, ActionTable actions) =>
        new U32Classifier(block.HashTables, pref) { Protocol = protocol, Chain = chain, Actions = actions, Block = block };
}
