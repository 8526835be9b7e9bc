namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of the actions that edit frames: pedit, csum and nat.</summary>
internal sealed class EditingGrammar
{
    private static readonly string[] Targets = ["iph", "icmp", "igmp", "tcp", "udp", "udplite", "sctp"];
    private static readonly string[] Bytes = ["ihl", "tos", "dsfield", "protocol", "precedence", "nofrag", "firstfrag", "ce", "df", "mf"];

    private readonly IReadOnlyList<Word> _after;

    /// <summary>Makes the words.</summary>
    /// <param name="after">What may follow an action: its verdict, its index, another action.</param>
    public EditingGrammar(IReadOnlyList<Word> after)
    {
        _after = after;
        Words = [Pedit(), Csum(), Nat()];
    }

    /// <summary>The kinds.</summary>
    public IReadOnlyList<Word> Words { get; }

    private Word Pedit()
    {
        var plain = Munge(extended: false);
        var extended = new Table(Munge(extended: true));
        var start = new Table(new Word("ex") { Next = _ => extended }, plain);
        return new Word("pedit") { Next = _ => start };
    }

    private Word Munge(bool extended)
    {
        Word munge = null!;
        var followed = new Lazy<Table>(() => new Table([new("retain", Slot.Number), munge with { Again = true }, .. _after]).InFull());
        var number = Commands(Slot.Number, extended, decrements: false, followed);
        var counter = Commands(Slot.Number, extended, decrements: true, followed);
        var address = Commands(Slot.Address, extended, decrements: false, followed);
        var sizes = Sizes(number);
        var ip = Fields([("src", address), ("dst", address), ("ttl", counter), .. Bytes.Select(b => (b, number))]);
        IReadOnlyList<Word> headers = [new("offset", Slot.Offset) { Next = _ => sizes }, new("ip") { Next = _ => ip }];
        if (extended)
        {
            headers = [.. headers, .. ExtendedHeaders(number, counter, followed)];
        }
        else
        {
            var behind = Fields([.. ip.Words.Select(w => (w.Name, w.Next!("")!)), ("sport", number), ("dport", number), ("icmp_type", number), ("icmp_code", number)]);
            headers = [headers[0], new("ip") { Next = _ => behind }];
        }

        var table = new Table(headers).InFull();
        return munge = new Word("munge") { Next = _ => table };
    }

    private static IEnumerable<Word> ExtendedHeaders(Table number, Table counter, Lazy<Table> followed)
    {
        var mac = Commands(Slot.Mac, extended: true, decrements: false, followed);
        var address6 = Commands(Slot.Address6, extended: true, decrements: false, followed);
        var eth = Fields([("src", mac), ("dst", mac), ("type", number)]);
        var ip6 = Fields([("src", address6), ("dst", address6), ("traffic_class", number), ("flow_lbl", number), ("payload_len", number), ("nexthdr", number), ("hoplimit", counter)]);
        var tcp = Fields([("sport", number), ("dport", number), ("flags", number)]);
        var udp = Fields([("sport", number), ("dport", number)]);
        return [new("eth") { Next = _ => eth }, new("ip6") { Next = _ => ip6 }, new("tcp") { Next = _ => tcp }, new("udp") { Next = _ => udp }];
    }

    /// <summary>The sizes of a raw offset, with the byte that may move it.</summary>
    private static Table Sizes(Table commands)
    {
        var moved = new Table([new("at", Slot.Number, Slot.Number, Slot.Number) { Next = _ => commands }, .. commands.Words]);
        return new Table([.. ((string[])["u8", "u16", "u32"]).Select(s => new Word(s) { Next = _ => moved })]);
    }

    private static Table Fields(IEnumerable<(string Name, Table Commands)> fields) =>
        new Table([.. fields.Select(f => new Word(f.Name) { Next = _ => f.Commands })]).InFull();

    private static Table Commands(Slot value, bool extended, bool decrements, Lazy<Table> followed)
    {
        Table Followed(string _) => followed.Value;
        List<Word> words = [new("set", value) { Next = Followed }, new("clear") { Next = Followed }, new("invert") { Next = Followed }];
        if (value == Slot.Number || value == Slot.Address) words.Add(new("preserve") { Next = Followed });
        if (extended) words.Add(new("add", value) { Next = Followed });
        if (extended && decrements) words.Add(new("decrement") { Next = Followed });
        return new Table(words);
    }

    private Word Csum()
    {
        Table? more = null;
        Word[] targets = [.. Targets.Select(t => new Word(t) { Next = _ => more, Again = true })];
        var first = new Table(targets).InFull();
        more = new Table([.. targets, new("and") { Next = _ => first, Again = true }, .. _after]).InFull();
        return new Word("csum") { Next = _ => first };
    }

    private Word Nat()
    {
        var after = new Table(_after).InFull();
        var directions = new Table(new Word("ingress", Slot.Prefix, Slot.Address) { Next = _ => after }, new Word("egress", Slot.Prefix, Slot.Address) { Next = _ => after });
        return new Word("nat") { Next = _ => directions };
    }
}
