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

    private static Table U32 { get; } = new Table([new("match") { Next = static _ => U32Match }, .. Common.Words]).InFull();

    private static Table U32Match { get; } = new Table(
        Word.To("ip", () => U32Ip), Word.To("ip6", () => U32Ip6), Word.To("tcp", () => U32Port), Word.To("udp", () => U32Port), Word.To("icmp", () => U32Icmp),
        Word.To("ether", () => U32Ether), U32Number("u32"), U32Number("u16"), U32Number("u8")).InFull();

    private static Table U32At { get; } = new Table([new("at", new Slot("OFFSET", "0")) { Next = static _ => U32 }, .. U32.Words]).InFull();

    private static Table U32Ip { get; } = new Table(
        Field("src", Slot.Prefix), Field("dst", Slot.Prefix), Masked("tos"), Masked("ihl"), Masked("protocol"), Masked("sport"), Masked("dport"), Masked("icmp_type"),
        Masked("icmp_code"), Field("nofrag"), Field("firstfrag"), Field("df"), Field("mf")).InFull();

    private static Table U32Ip6 { get; } = new Table(
        Field("src", Slot.Prefix6), Field("dst", Slot.Prefix6), Masked("protocol"), Masked("sport"), Masked("dport")).InFull();

    private static Table U32Port { get; } = new Table(Masked("src"), Masked("dst")).InFull();

    private static Table U32Icmp { get; } = new Table(Masked("type"), Masked("code")).InFull();

    private static Table U32Ether { get; } = new Table(Field("src", Slot.Mac), Field("dst", Slot.Mac)).InFull();

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
    public static Table Classifier(string kind) => kind is "u32" ? U32 : Common;

    private static Word U32Number(string name) => new(name, new Slot("VALUE", "0x0"), new Slot("MASK", "0x0")) { Next = static _ => U32At };

    private static Word Field(string name, params IReadOnlyList<Slot> values) => new(name, values) { Next = static _ => U32 };

    private static Word Masked(string name) => Field(name, new Slot("VALUE", "1"), new Slot("MASK", "0xff"));
}
