using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>Reads the words of a u32 filter one after the other, as <c>u32_parse_opt</c> does.</summary>
internal sealed class U32Words
{
    private const uint TableBits = 0xFFF0_0000;
    private const uint BucketBits = 0xF_F000;

    private readonly ArgReader _args;
    private readonly bool _hasHandle;
    private readonly U32Selector _selector = new();
    private U32Options _options = new();
    private U32Link _link;
    private bool _hasMatch;
    private bool _hasSample;

    /// <summary>Begins.</summary>
    /// <param name="args">Behind the kind.</param>
    /// <param name="hasHandle">The command named a handle.</param>
    public U32Words(ArgReader args, bool hasHandle) => (_args, _hasHandle) = (args, hasHandle);

    /// <summary>Takes a word with its values.</summary>
    /// <returns>False, with nothing taken, when it is none of u32's.</returns>
    /// <exception cref="Iproute2Exception">A value is wrong.</exception>
    public bool TryRead(string word)
    {
        if (Words.Matches(word, "match")) Match();
        else if (Words.Matches(word, "offset")) Offset();
        else if (Words.Matches(word, "hashkey")) HashKey();
        else if (Words.Matches(word, "classid") || word is "flowid") ClassId();
        else if (Words.Matches(word, "divisor")) Set(_options with { Divisor = Divisor("Illegal \"divisor\"") });
        else if (Words.Matches(word, "order")) Set(_options with { Order = Words.TryUnsigned(Value(), out var order) ? order : throw Illegal("order") });
        else if (word is "link") Link();
        else if (word is "ht") Table();
        else if (word is "sample") Sample();
        else if (word is "indev") InDev();
        else if (Words.Matches(word, "action")) Actions();
        else if (Words.Matches(word, "police")) Set(FilterWords.TryParsePolice(_args, _options)! with { IsTerminal = true });
        else if (word is "skip_hw") Set(_options with { SkipHardware = Take() });
        else if (word is "skip_sw") Set(_options with { SkipSoftware = Take() });
        else return false;
        return true;
    }

    /// <summary>The options, once all words were read.</summary>
    /// <exception cref="Iproute2Exception">Words contradict each other.</exception>
    public U32Options Finish()
    {
        if (_options is { SkipHardware: true, SkipSoftware: true }) throw new Iproute2Exception("skip_hw and skip_sw are mutually exclusive");
        return _options with { Keys = _hasMatch ? _selector.Keys : null, Link = _link, Mark = _selector.Mark, MarkMask = _selector.MarkMask };
    }

    private static Iproute2Exception Illegal(string word) => new($"Illegal \"{word}\"");

    private void Set(U32Options options) => _options = options;

    /// <summary>Takes the word and then its value.</summary>
    private string Value()
    {
        _args.Next();
        return _args.Next("a value");
    }

    private bool Take()
    {
        _args.Next();
        return true;
    }

    private void Match()
    {
        _args.Next();
        U32MatchParser.Parse(_args, _selector, "match");
        _hasMatch = true;
    }

    private void ClassId()
    {
        if (!TcHandle.TryParseClassId(Value(), out var classId)) throw Illegal("classid");
        _options = _options with { ClassId = classId, IsTerminal = true };
    }

    private void Actions()
    {
        _args.Next();
        _options = FilterWords.WithActions(_options, ActionParser.Parse(_args)) with { IsTerminal = true };
    }

    private void InDev()
    {
        _args.Next();
        if (_args.AtEnd) throw new Iproute2Exception("Illegal indev");
        _options = _options with { InDev = _args.Next() };
    }

    private int Divisor(string complaint)
    {
        if (!Words.TryUnsigned(Value(), out var divisor) || divisor is 0 or > U32Table.MaxDivisor || (divisor & (divisor - 1)) != 0) throw new Iproute2Exception(complaint);
        return (int)divisor;
    }

    private void Link()
    {
        if (!U32Handle.TryParse(Value(), out var table)) throw Illegal("link");
        if (U32Handle.Id(table) != 0) throw new Iproute2Exception("\"link\" must be a hash table.");
        _options = _options with { LinkTo = table };
    }

    private void Table()
    {
        if (!U32Handle.TryParse(Value(), out var table)) throw Illegal("ht");
        if (_hasHandle && U32Handle.Id(table) != 0) throw new Iproute2Exception("\"ht\" must be a hash table.");
        var bucket = _hasSample ? _options.Table : table;
        _options = _options with { Table = (table & TableBits) | (bucket & BucketBits) };
    }

    /// <summary><c>sample</c>: the bucket that a frame with this key falls into.</summary>
    private void Sample()
    {
        _args.Next();
        var selector = new U32Selector();
        U32MatchParser.Parse(_args, selector, "sample");
        if (selector.Keys is not [var key]) throw new Iproute2Exception("\"sample\" must contain exactly ONE key.");
        var divisor = U32Table.MaxDivisor;
        if (_args.Peek() is "divisor")
        {
            divisor = Divisor("Illegal sample \"divisor\"");
            // A sample's divisor cannot be the last word, for tc.
            if (_args.AtEnd) _args.Next("a word");
        }

        var bucket = U32Link.Fold(key.Value, key.Mask) % (uint)divisor;
        _options = _options with { Table = (_options.Table & TableBits) | (bucket << 12) };
        _hasSample = true;
    }

    private void Offset()
    {
        _args.Next();
        if (_args.AtEnd) _args.Next("a word");
        while (_args.Peek() is { } word)
        {
            if (Words.Matches(word, "plus")) _link = _link with { Plus = (ushort)OffsetNumber(), IsFixed = true };
            else if (Words.Matches(word, "at")) _link = _link with { At = OffsetAt(), IsVariable = true };
            else if (Words.Matches(word, "mask")) _link = _link with { Mask = OffsetMask(), IsVariable = true };
            else if (Words.Matches(word, "shift")) _link = _link with { Shift = (byte)OffsetNumber(), IsVariable = true };
            else if (Words.Matches(word, "eat")) _link = _link with { Eats = Take() };
            else return;
        }
    }

    private int OffsetNumber() => Words.TryInteger(Value(), out var number) ? number : throw Illegal("offset");

    private short OffsetAt()
    {
        var at = OffsetNumber();
        return at % 2 == 0 ? (short)at : throw new Iproute2Exception("offset \"at\" must be even\nIllegal \"offset\"");
    }

    private ushort OffsetMask() => U32MatchParser.TryHexadecimal(Value(), out var mask) && mask <= ushort.MaxValue ? (ushort)mask : throw Illegal("offset");

    private void HashKey()
    {
        _args.Next();
        if (_args.AtEnd) _args.Next("a word");
        while (_args.Peek() is { } word)
        {
            if (Words.Matches(word, "mask")) _link = _link with { HashMask = U32MatchParser.TryHexadecimal(Value(), out var mask) ? mask : throw Illegal("hashkey") };
            else if (Words.Matches(word, "at")) _link = _link with { HashAt = Words.TryInteger(Value(), out var at) && at % 4 == 0 ? (short)at : throw Illegal("hashkey") };
            else return;
        }
    }
}
