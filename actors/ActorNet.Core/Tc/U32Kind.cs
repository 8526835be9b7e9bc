using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Options of a u32 filter.</summary>
public sealed record U32Options : FilterOptions
{
    /// <summary>Keys that must all agree; null when the command had none, which only a change of an existing filter allows.</summary>
    public IReadOnlyList<U32Key>? Keys { get; init; }

    /// <summary>A class or actions were named: a match decides (TC_U32_TERMINAL).</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether the command said nothing behind the kind.</summary>
    internal bool IsEmpty => Keys is null && !IsTerminal && this is { SkipHardware: false, SkipSoftware: false };
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
                if (word is "classid" or "flowid" or "action") options = options with { IsTerminal = true };
            }
        }

        return options;
    }

    /// <inheritdoc/>
    public override uint ParseHandle(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            if (!text.StartsWith("0x", StringComparison.Ordinal)) throw IllegalHandle();
            return uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var whole) ? whole : throw IllegalHandle();
        }

        var parts = text.Split(':');
        if (parts.Length > 3) throw IllegalHandle();
        return (Part(parts, 0, 0xFFF) << 20) | (Part(parts, 1, 0xFF) << 12) | Part(parts, 2, 0xFFF);
    }

    /// <inheritdoc/>
    public override Classifier Create(TcfBlock block, uint pref, ushort protocol, uint chain, ActionTable actions) =>
        new U32Classifier(block.HashTables) { Pref = pref, Protocol = protocol, Chain = chain, Actions = actions, Block = block };

    private static uint Part(string[] parts, int index, uint limit)
    {
        if (index >= parts.Length || parts[index].Length == 0) return 0;
        if (!uint.TryParse(parts[index], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value > limit) throw IllegalHandle();
        return value;
    }

    private static Iproute2Exception IllegalHandle() => new("Illegal filter ID");

    private static Iproute2Exception Unknown(string word) => word is "ht" or "link" or "hashkey" or "divisor" or "sample" or "offset" or "order" or "police"
        ? new Iproute2Exception($"Illegal \"{word}\": only the root hash table is emulated; write one filter a match, without \"{word}\"")
        : new Iproute2Exception($"What is \"{word}\"?\n{Usage}");
}
