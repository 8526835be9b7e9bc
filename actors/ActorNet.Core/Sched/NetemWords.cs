using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>The words of a network emulator, read one option after the other (<c>tc/q_netem.c</c>).</summary>
internal sealed class NetemWords
{
    private readonly ArgReader _args;
    private NetemCorrelations _correlations;
    private bool _hasCorrelations;

    /// <summary>The words of one command, behind the kind.</summary>
    public NetemWords(ArgReader args) => _args = args;

    /// <summary>What was read.</summary>
    public NetemOptions Options { get; private set; } = new();

    /// <summary>The correlations; null when none was named that tc tells the kernel of.</summary>
    public NetemCorrelations? Correlations => _hasCorrelations ? _correlations : null;

    private bool NextIsNumber => _args.Peek() is { Length: > 0 } word && char.IsAsciiDigit(word[0]);

    private bool NextIsSigned => NextIsNumber || _args.Peek() is ['-', ..];

    /// <summary>Reads the next option with its values.</summary>
    /// <exception cref="Iproute2Exception">It is none, or a value is wrong.</exception>
    public void Read()
    {
        var word = _args.Next();
        if (Words.Matches(word, "limit")) Options = Options with { Limit = Units.TryParseSize(_args.Next(), out var limit) ? limit : throw NetemKind.Illegal("limit") };
        else if (Words.Matches(word, "latency") || Words.Matches(word, "delay")) ReadDelay();
        else if (Words.Matches(word, "loss") || Words.Matches(word, "drop")) ReadLoss();
        else if (Words.Matches(word, "ecn")) Options = Options with { Ecn = true };
        else if (Words.Matches(word, "reorder")) Options = Options with { Reorder = ReadChance("reorder") };
        else if (Words.Matches(word, "corrupt")) Options = Options with { Corrupt = ReadChance("corrupt") };
        else if (Words.Matches(word, "gap")) Options = Options with { Gap = Words.TryUnsigned(_args.Next(), out var gap) ? gap : throw NetemKind.Illegal("gap") };
        else if (Words.Matches(word, "duplicate")) ReadDuplicate();
        else if (Words.Matches(word, "distribution")) Options = Options with { HasTable = true, Table = ReadTable() };
        else if (Words.Matches(word, "rate")) ReadRate();
        else if (Words.Matches(word, "slot")) ReadSlot();
        else if (word is "seed") ReadSeed();
        else if (word is "help") throw NetemKind.Help();
        else throw NetemKind.Complaint($"What is \"{word}\"?");
    }

    private void ReadDelay()
    {
        Options = Options with { LatencyTicks = NetemKind.Ticks(_args.Next(), "latency") };
        if (!NextIsNumber) return;
        Options = Options with { JitterTicks = NetemKind.Ticks(_args.Next(), "latency") };
        if (!NextIsNumber) return;
        _hasCorrelations = true;
        _correlations = _correlations with { Delay = Share("latency") };
    }

    private void ReadLoss()
    {
        if (Options.Loss > 0 || Options.LossModel.Kind != NetemLossKind.Random) throw NetemKind.Illegal("duplicate loss argument\n");
        var word = _args.Next();
        if (word is ['0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..]) _args.Back();
        else if (word is "state" or "gemodel") ReadLossModel(word);
        else if (word is not "random") throw new Iproute2Exception("Unknown loss parameter: " + word);
        if (word is "state" or "gemodel") return;
        Options = Options with { Loss = Share("loss percent") };
        if (!NextIsNumber) return;
        _hasCorrelations = true;
        _correlations = _correlations with { Loss = Share("loss correllation") };
    }

    private void ReadLossModel(string kind)
    {
        if (kind is "state")
        {
            var p13 = Fraction("loss p13");
            var model = new NetemLossModel(NetemLossKind.State, NetemKind.Scale(p13), NetemKind.Scale(1 - p13), 0, 0, uint.MaxValue);
            if (NextIsNumber) model = model with { A2 = Share("loss p31") };
            if (NextIsNumber) model = model with { A3 = Share("loss p32") };
            if (NextIsNumber) model = model with { A5 = Share("loss p23") };
            if (NextIsNumber) model = model with { A4 = Share("loss p14") };
            Options = Options with { LossModel = model };
            return;
        }

        var p = Fraction("loss gemodel p");
        var elliott = new NetemLossModel(NetemLossKind.GilbertElliott, NetemKind.Scale(p), NetemKind.Scale(1 - p));
        if (NextIsNumber) elliott = elliott with { A2 = Share("loss gemodel r") };
        if (NextIsNumber) elliott = elliott with { A3 = uint.MaxValue - Share("loss gemodel h") };
        if (NextIsNumber) elliott = elliott with { A4 = Share("loss gemodel k") };
        Options = Options with { LossModel = elliott };
    }

    private NetemChance ReadChance(string option)
    {
        var probability = Share(option);
        if (!NextIsNumber) return new NetemChance(probability, 0);
        // tc then sends the three other correlations, too, be they named or not.
        _hasCorrelations = true;
        return new NetemChance(probability, Share(option));
    }

    private void ReadDuplicate()
    {
        Options = Options with { Duplicate = Share("duplicate") };
        // tc forgets to send this correlation unless another one was named.
        if (NextIsNumber) _correlations = _correlations with { Duplicate = Share("duplicate") };
    }

    private short[]? ReadTable()
    {
        var name = _args.Next();
        return NetemTables.TryFind(name, out var table)
            ? table
            : throw new Iproute2Exception($"No distribution data for {name} (uniform, normal, pareto and paretonormal are known)");
    }

    private void ReadRate()
    {
        if (!Units.TryParseRate(_args.Next(), out var bytes)) throw NetemKind.Illegal("rate");
        var rate = new NetemRate(bytes, 0, 0, 0);
        if (NextIsSigned) rate = rate with { PacketOverhead = Integer() };
        if (NextIsNumber) rate = rate with { CellSize = Words.TryUnsigned(_args.Next(), out var cell) ? cell : throw NetemKind.Illegal("rate") };
        if (NextIsSigned) rate = rate with { CellOverhead = Integer() };
        Options = Options with { Rate = rate };
    }

    private int Integer() => Words.TryInteger(_args.Next(), out var value) ? value : throw NetemKind.Illegal("rate");

    private void ReadSlot()
    {
        var slot = NextIsNumber ? ReadUniformSlot() : ReadShapedSlot();
        if (_args.Peek() is { } packets && Words.Matches(packets, "packets"))
        {
            _args.Next();
            slot = slot with { MaxPackets = _args.Peek() is { } text && Words.TryInteger(text, out var most) ? most : throw NetemKind.Illegal("slot packets") };
            _args.Next();
        }

        if (_args.Peek() is { } bytes && Words.Matches(bytes, "bytes"))
        {
            _args.Next();
            slot = slot with { MaxBytes = _args.Peek() is { } text && Units.TryParseSize(text, out var most) ? (int)most : throw NetemKind.Illegal("slot bytes") };
            _args.Next();
        }

        Options = Options with { Slot = slot };
    }

    private NetemSlot ReadUniformSlot()
    {
        var least = Time("slot min_delay");
        var most = NextIsNumber ? Time("slot max_delay") : least;
        return most >= least ? new NetemSlot { MinDelay = least, MaxDelay = most } : throw NetemKind.Illegal("slot max_delay");
    }

    private NetemSlot ReadShapedSlot()
    {
        var word = _args.Next();
        if (word is not "distribution") throw new Iproute2Exception("Unknown slot parameter: " + word);
        var table = ReadTable();
        var slot = new NetemSlot { Table = table, DistributionDelay = Time("slot delay"), DistributionJitter = Time("slot jitter") };
        return slot.DistributionJitter > 0 ? slot : throw new Iproute2Exception("Non-positive jitter");
    }

    private long Time(string option) => Units.TryParseTime(_args.Next(), out var time) ? time : throw NetemKind.Illegal(option);

    private void ReadSeed()
    {
        var word = _args.Next();
        Options = Options with { Seed = ulong.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : throw NetemKind.Illegal("seed") };
    }

    private double Fraction(string option) => NetemKind.TryShare(_args.Next(), out var share) ? share : throw NetemKind.Illegal(option);

    private uint Share(string option) => NetemKind.Scale(Fraction(option));
}
