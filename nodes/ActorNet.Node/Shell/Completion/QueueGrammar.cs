namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of the qdiscs that manage their queues: codel, fq_codel, red, sfq, plug.</summary>
internal static class QueueGrammar
{
    private static readonly Slot Probability = new("PROBABILITY", "0.02");

    /// <summary>Options of codel.</summary>
    public static Table Codel { get; } = new Table(
        new Word("limit", Slot.Number), new Word("target", Slot.Time), new Word("interval", Slot.Time), new Word("ecn") { Group = "ecn" }, new Word("noecn") { Group = "ecn" },
        new Word("ce_threshold", Slot.Time)).InFull();

    /// <summary>Options of fq_codel.</summary>
    public static Table FqCodel { get; } = new Table(
        [.. Codel.Words, new("flows", Slot.Number), new("quantum", Slot.Number), new("memory_limit", Slot.Size), new("drop_batch", Slot.Number),
            new("ce_threshold_selector", new Slot("VALUE/MASK", "0x1/0x3"))]).InFull();

    /// <summary>Options of red.</summary>
    public static Table Red { get; } = new Table(
        new Word("limit", Slot.Size), new Word("min", Slot.Size), new Word("max", Slot.Size), new Word("avpkt", Slot.Size), new Word("burst", Slot.Number),
        new Word("probability", Probability), new Word("bandwidth", Slot.Rate), new Word("adaptive"), new Word("ecn"), new Word("harddrop"), new Word("nodrop")).InFull();

    /// <summary>Options of sfq.</summary>
    public static Table Sfq { get; } = new Table(
        new Word("limit", Slot.Number), new Word("perturb", new Slot("SECONDS", "10")), new Word("quantum", Slot.Size), new Word("divisor", new Slot("N", "1024")),
        new Word("flows", Slot.Number), new Word("depth", Slot.Number), new Word("headdrop"), new Word("redflowlimit", new Slot("BYTES", "100000")),
        new Word("min", Slot.Number), new Word("max", Slot.Number), new Word("avpkt", Slot.Size), new Word("burst", Slot.Number), new Word("probability", Probability),
        new Word("ecn"), new Word("harddrop")).InFull();

    /// <summary>Options of plug.</summary>
    public static Table Plug { get; } = new Table(
        new Word("block") { Group = "action" }, new Word("release") { Group = "action" }, new Word("release_indefinite") { Group = "action" },
        new Word("limit", Slot.Size) { Group = "action" }).InFull();
}
