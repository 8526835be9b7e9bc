namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of qdiscs, their classes, and classifiers.</summary>
internal static class TcKindGrammar
{
    private static readonly Slot Chance = new("PERCENT", "1%");
    private static readonly Slot Linklayer = Slot.Of("ethernet", "atm", "adsl");

    /// <summary>What every classifier takes.</summary>
    public static Table Common { get; } = new Table(
        new Word("action") { Next = static _ => ActionGrammar.InFilter.Actions }, new Word("classid", Slot.Class) { Group = "class" }, new Word("flowid", Slot.Class) { Group = "class" },
        new Word("skip_hw") { Group = "skip" }, new Word("skip_sw") { Group = "skip" }).InFull();

    private static Table Tbf { get; } = new Table(
        new Word("rate", Slot.Rate), new Word("burst", Slot.Size), new Word("latency", Slot.Time) { Group = "limit" }, new Word("limit", Slot.Size) { Group = "limit" },
        new Word("peakrate", Slot.Rate), new Word("mtu", Slot.Size), new Word("mpu", Slot.Number), new Word("overhead", Slot.Number), new Word("linklayer", Linklayer)).InFull();

    private static Table Fifo { get; } = new Table(new Word("limit", Slot.Size)).InFull();

    private static Table Htb { get; } = new(
        new Word("r2q", new Slot("N", "10")), new Word("default", new Slot("MINOR", "10")), new Word("direct_qlen", Slot.Number));

    private static Table HtbClass { get; } = new(
        new Word("prio", Slot.Number), new Word("mtu", Slot.Size), new Word("mpu", Slot.Number), new Word("overhead", Slot.Number), new Word("linklayer", Linklayer),
        new Word("quantum", Slot.Size), new Word("burst", Slot.Size), new Word("cburst", Slot.Size), new Word("ceil", Slot.Rate), new Word("rate", Slot.Rate));

    private static Table Netem { get; } = new(
        new Word("limit", Slot.Number), new Word("delay", Slot.Time), new Word("loss") { Next = static _ => NetemLoss }, new Word("ecn"), new Word("reorder", Chance),
        new Word("corrupt", Chance), new Word("gap", Slot.Number), new Word("duplicate", Chance), new Word("rate", Slot.Rate), new Word("slot", Slot.Time),
        new Word("seed", Slot.Number));

    private static Table NetemLoss { get; } = new Table(
        new Word("random", Chance) { Next = static _ => Netem }, new Word("state", Chance) { Next = static _ => Netem }, new Word("gemodel", Chance) { Next = static _ => Netem })
        .Or(Chance, static _ => Netem).InFull();

    private static Table Prio { get; } = new Table(new Word("bands", new Slot("N", "3")), new Word("priomap")).InFull();

    private static Table DrrClass { get; } = new Table(new Word("quantum", Slot.Size)).InFull();

    /// <summary>Options of a kind of qdisc.</summary>
    public static Table Qdisc(string kind) => kind switch
    {
        "tbf" => Tbf,
        "pfifo" or "bfifo" or "pfifo_head_drop" => Fifo,
        "htb" => Htb,
        "netem" => Netem,
        "prio" => Prio,
        "codel" => QueueGrammar.Codel,
        "fq_codel" => QueueGrammar.FqCodel,
        "red" => QueueGrammar.Red,
        "sfq" => QueueGrammar.Sfq,
        "plug" => QueueGrammar.Plug,
        _ => Table.End,
    };

    /// <summary>Options of the classes of a kind of qdisc.</summary>
    public static Table Class(string kind) => kind switch
    {
        "htb" => HtbClass,
        "drr" => DrrClass,
        _ => Table.End,
    };

    /// <summary>Options of a kind of classifier.</summary>
    public static Table Classifier(string kind) => kind switch
    {
        "u32" => U32Grammar.U32,
        "basic" => ExpressionGrammar.Basic,
        "bpf" => ExpressionGrammar.Bpf,
        "flower" => FlowerGrammar.Flower,
        "fw" => FlowerGrammar.Fw,
        _ => Common,
    };
}
