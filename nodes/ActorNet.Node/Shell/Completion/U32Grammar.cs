namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of the classifier u32: matches, hash tables, and how a filter leads to one.</summary>
internal static class U32Grammar
{
    private static readonly Slot HashTable = new("TABLE", "800:");

    /// <summary>Behind the word <c>u32</c>.</summary>
    public static Table U32 { get; } = new Table(
        [
            new("match") { Next = static _ => Match },
            new("ht", HashTable),
            new("link", HashTable),
            new("hashkey") { Next = static _ => HashKey },
            new("offset") { Next = static _ => Offset },
            new("sample") { Next = static _ => Match },
            new("order", new Slot("N", "5")),
            new("indev", Slot.Device),
            new("divisor", Slot.Of("1", "2", "4", "8", "16", "32", "64", "128", "256")),
            .. TcKindGrammar.Common.Words,
        ]).InFull();

    private static Table Match { get; } = new Table(
        Word.To("ip", () => Ip), Word.To("ip6", () => Ip6), Word.To("tcp", () => Port), Word.To("udp", () => Port), Word.To("icmp", () => Icmp),
        Word.To("ether", () => Ether), Number("u32"), Number("u16"), Number("u8"), Field("mark", new Slot("VALUE", "1"), new Slot("MASK", "0xff"))).InFull();

    private static Table At { get; } = new Table([new("at", new Slot("OFFSET", "0")) { Next = static _ => U32 }, .. U32.Words]).InFull();

    private static Table Ip { get; } = new Table(
        Field("src", Slot.Prefix), Field("dst", Slot.Prefix), Masked("tos"), Masked("ihl"), Masked("protocol"), Masked("sport"), Masked("dport"), Masked("icmp_type"),
        Masked("icmp_code"), Field("nofrag"), Field("firstfrag"), Field("df"), Field("mf")).InFull();

    private static Table Ip6 { get; } = new Table(
        Field("src", Slot.Prefix6), Field("dst", Slot.Prefix6), Masked("protocol"), Masked("sport"), Masked("dport")).InFull();

    private static Table Port { get; } = new Table(Masked("src"), Masked("dst")).InFull();

    private static Table Icmp { get; } = new Table(Masked("type"), Masked("code")).InFull();

    private static Table Ether { get; } = new Table(Field("src", Slot.Mac), Field("dst", Slot.Mac)).InFull();

    private static Table HashKey { get; } = new Table([new("mask", new Slot("MASK", "0xff")), new("at", new Slot("OFFSET", "12")), .. U32.Words]).InFull();

    private static Table Offset { get; } = new Table(
        [
            new("at", new Slot("OFFSET", "0")), new("mask", new Slot("MASK", "0x0f00")), new("shift", new Slot("N", "6")), new("plus", new Slot("BYTES", "4")), new("eat"),
            .. U32.Words,
        ]).InFull();

    private static Word Number(string name) => new(name, new Slot("VALUE", "0x0"), new Slot("MASK", "0x0")) { Next = static _ => At };

    private static Word Field(string name, params IReadOnlyList<Slot> values) => new(name, values) { Next = static _ => U32 };

    private static Word Masked(string name) => Field(name, new Slot("VALUE", "1"), new Slot("MASK", "0xff"));
}
