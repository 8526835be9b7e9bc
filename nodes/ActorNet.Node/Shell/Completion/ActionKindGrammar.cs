namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of kinds of actions: each leads from its options to a verdict, an index, and what may stand behind an action.</summary>
internal sealed class ActionKindGrammar
{
    private static readonly Slot Verdict = Slot.Of("drop", "ok", "pass", "pipe", "continue", "reclassify");
    private static readonly Slot VerdictPair = Slot.Of("drop/pipe", "drop", "drop/ok", "pipe/ok", "continue/ok");
    private static readonly Slot Linklayer = Slot.Of("ethernet", "atm", "adsl");
    private static readonly Slot PacketType = Slot.Of("host", "otherhost", "broadcast", "multicast");
    private static readonly Slot TagProtocol = Slot.Of("802.1Q", "802.1ad");

    private readonly Table _end;
    private readonly Table _police;
    private readonly Table _skbedit;
    private readonly Table _vlan;
    private readonly Table _sample;
    private readonly Table _simple;

    /// <summary>Makes the tables.</summary>
    /// <param name="verdicts">Verdicts and what may stand behind them.</param>
    /// <param name="end">What may stand behind an action: an index, another action, a class.</param>
    public ActionKindGrammar(IReadOnlyList<Word> verdicts, Table end)
    {
        _end = end;
        _police = new Table([
            new("rate", Slot.Rate), new("burst", Slot.Size), new("mtu", Slot.Size), new("mpu", Slot.Number), new("peakrate", Slot.Rate), new("overhead", Slot.Number),
            new("linklayer", Linklayer), new("pkts_rate", Slot.Number), new("pkts_burst", Slot.Number), new("conform-exceed", VerdictPair), .. verdicts, .. end.Words,
        ]).InFull();
        _skbedit = new Table([
            new("queue_mapping", Slot.Number), new("priority", Slot.Class), new("mark", Slot.Number), new("ptype", PacketType), new("inheritdsfield"), .. verdicts, .. end.Words,
        ]).InFull();
        var behind = new Table([.. verdicts, .. end.Words]).InFull();
        var tag = new Table([new("id", new Slot("VID", "5")), new("protocol", TagProtocol), new("priority", Slot.Number), .. behind.Words]).InFull();
        var addresses = new Table([new("dst_mac", Slot.Mac), new("src_mac", Slot.Mac), .. behind.Words]).InFull();
        _vlan = new Table(
            new Word("pop") { Next = _ => behind }, new Word("push") { Next = _ => tag }, new Word("modify") { Next = _ => tag }, new Word("pop_eth") { Next = _ => behind },
            new Word("push_eth") { Next = _ => addresses }).InFull();
        _sample = new Table([new("rate", Slot.Number), new("group", Slot.Number), new("trunc", Slot.Size), .. behind.Words]).InFull();
        _simple = new Table([new("sdata", new Slot("TEXT", "hello")), .. behind.Words]).InFull();
    }

    /// <summary>The kinds.</summary>
    public IReadOnlyList<Word> Kinds =>
    [
        Word.To("police", () => _police), Word.To("skbedit", () => _skbedit), Word.To("vlan", () => _vlan), Word.To("sample", () => _sample), Word.To("simple", () => _simple),
    ];

    /// <summary>The random part of a plain verdict.</summary>
    public Word Random => new("random", Slot.Of("determ", "netrand"), Verdict, Slot.Number) { Next = _ => _end };
}
