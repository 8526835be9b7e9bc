using ActorNet.Shell;

namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of the shell's verbs, by what each says of its arguments, and of those that only the prompt has.</summary>
internal static class VerbGrammar
{
    /// <summary>All verbs.</summary>
    public static IReadOnlyList<Word> Verbs { get; } =
        [.. ShellVerbs.All.Select(WordOf), new("use", Slot.Namespace) { Next = static _ => Table.End }];

    private static Table Frame { get; } = new Table(
        new Word("hex", Slot.Bytes) { Next = static _ => Sending }, new Word("eth") { Next = static _ => Ethernet }, new Word("udp") { Next = static _ => Segmented },
        new Word("tcp") { Next = static _ => Segmented }, new Word("icmp") { Next = static _ => Internet }, new Word("arp") { Next = static _ => Internet }).InFull();

    private static Table Sending { get; } = new Table(
        new Word("count", Slot.Number), new Word("gap", Slot.Time), new Word("queue", Slot.Zero), new Word("prio", Slot.Number), new Word("mark", Slot.Number),
        new Word("bypass")).InFull();

    private static Table Internet { get; } = new Table(
        [new("from", Slot.Address), new("to", Slot.Address), new("src", Slot.Mac), new("dst", Slot.Mac), new("vlan", Slot.Number), new("size", Slot.FrameSize), .. Sending.Words]).InFull();

    private static Table Segmented { get; } = new Table([.. Internet.Words, new("gso", Slot.SegmentSize)]).InFull();

    private static Table Ethernet { get; } = new Table(
        [new("type", Slot.EtherType), .. Internet.Words.Where(w => w.Name is not ("from" or "to"))]).InFull();

    private static Table Topics { get; } = new Table(
        [.. ShellGrammar.Programs.Words, .. ShellVerbs.All.Select(v => new Word(v.Name) { Next = static _ => Table.End }), new("use") { Next = static _ => Table.End }]).InFull();

    private static Word WordOf(ShellVerb verb) => new(verb.Name) { Next = _ => Behind(verb) };

    private static Table Behind(ShellVerb verb)
    {
        var words = verb.TakesNamespace ? new Table(new Word("-n", Slot.Namespace)) : new Table();
        return verb.Arguments switch
        {
            [] => Table.End,
            [ShellArgument.Device, ShellArgument.Frame] => words.Or(Slot.Device, static _ => Frame).InFull(),
            [ShellArgument.Device, ShellArgument.Number] => words.Or(Slot.Ifb, static _ => new Table().Or(Slot.Zero)).InFull(),
            [ShellArgument.Topic] => Topics,
            [var only] => words.Or(SlotOf(only), static _ => Table.End).InFull(),
            _ => Table.End,
        };
    }

    private static Slot SlotOf(ShellArgument argument) => argument switch
    {
        ShellArgument.Device => Slot.Device,
        ShellArgument.Duration => Slot.Time,
        ShellArgument.OnOff => Slot.OnOff,
        ShellArgument.File => Slot.File,
        ShellArgument.Number => Slot.Number,
        _ => Slot.Text,
    };
}
