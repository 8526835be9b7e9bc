using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Options of a u32 filter.</summary>
public sealed record U32Options : FilterOptions
{
    /// <summary>Keys that must all agree; null when the command had none, which only a change of an existing filter allows.</summary>
    public IReadOnlyList<U32Key>? Keys { get; init; }

    /// <summary>Whether the command said nothing behind the kind.</summary>
    internal bool IsEmpty => Keys is null && Actions.Count == 0 && this is { ClassId: 0, SkipHardware: false, SkipSoftware: false };
}

/// <summary>The kind <c>u32</c>: <c>match SELECTOR ... [classid CLASSID] [action ACTION ...]</c>. Hash tables other than the root are refused.</summary>
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
    public override FilterOptions Parse(ArgReader args)
    {
        var options = new U32Options();
        var selector = new U32Selector();
        while (args.Peek() is { } word)
        {
            if (string.Equals(word, "match", StringComparison.Ordinal))
            {
                args.Next();
                U32MatchParser.Parse(args, selector);
                options = options with { Keys = selector.Keys };
            }
            else
            {
                options = FilterWords.TryParse(args, options) ?? throw Unknown(word);
            }
        }

        return options;
    }

    /// <inheritdoc/>
    public override Classifier Create(TcfBlock block, uint pref, ushort protocol, uint chain, ActionTable actions) =>
        new U32Classifier(block.HashTables) { Pref = pref, Protocol = protocol, Chain = chain, Actions = actions };

    private static Iproute2Exception Unknown(string word) => word is "ht" or "link" or "hashkey" or "divisor" or "sample" or "offset" or "order" or "police"
        ? new Iproute2Exception($"Illegal \"{word}\": only the root hash table is emulated; write one filter a match, without \"{word}\"")
        : new Iproute2Exception($"What is \"{word}\"?\n{Usage}");
}
