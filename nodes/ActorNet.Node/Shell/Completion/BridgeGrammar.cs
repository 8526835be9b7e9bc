namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of <c>bridge</c> and <c>ethtool</c>.</summary>
internal static class BridgeGrammar
{
    /// <summary>Behind the word <c>bridge</c>.</summary>
    public static Table Root { get; } = new Table(
        [.. IpGrammar.Options(withFamilies: false), Word.To("link", () => LinkCommands), Word.To("fdb", () => FdbCommands),
            Word.To("monitor", () => Monitor)]);

    /// <summary>Switches of a port.</summary>
    public static IReadOnlyList<Word> PortSwitches { get; } =
    [
        .. ((string[])["guard", "hairpin", "fastleave", "root_block", "learning", "flood", "mcast_flood", "bcast_flood", "mcast_to_unicast", "neigh_suppress", "vlan_tunnel", "isolated",
            "locked"]).Select(n => new Word(n, Slot.OnOff)),
    ];

    /// <summary>Behind the word <c>ethtool</c>.</summary>
    public static Table Ethtool { get; } = new Table(
        Query("-S"), Query("--statistics"), Query("-k"), Query("--show-features"), Query("-i"), Query("--driver"),
        new Word("-K", Slot.Device) { Group = "query", Next = static _ => Features }, new Word("--features", Slot.Device) { Group = "query", Next = static _ => Features }).InFull();

    private static Table LinkCommands { get; } = new Table(Word.To("set", () => LinkSet), Word.To("show", () => LinkShow));

    private static Table FdbCommands { get; } = new Table(
        Word.To("add", () => FdbChange), Word.To("append", () => FdbChange), Word.To("replace", () => FdbChange), Word.To("delete", () => FdbChange),
        Word.To("get", () => FdbGet), Word.To("flush", () => FdbFlush), Word.To("show", () => FdbShow));

    private static Table LinkSet { get; } = new Table(
        [new("dev", Slot.Port), new("cost", Slot.Number), new("priority", Slot.Number), new("state", Slot.Of("forwarding", "blocking", "learning", "listening", "disabled")), .. PortSwitches])
        .InFull();

    private static Table Monitor { get; } = new Table(new Word("all"), new Word("link") { Again = true }, new Word("fdb") { Again = true }).InFull();

    private static Table Features { get; } = new Table(
        [.. ((string[])["tx-checksumming", "scatter-gather", "tcp-segmentation-offload", "generic-segmentation-offload", "generic-receive-offload"]).Select(n => new Word(n, Slot.OnOff))]).InFull();

    private static Table LinkShow { get; } = new Table(new Word("dev", Slot.Port)).InFull();

    private static Table FdbChange { get; } = new Table(
        new Word("dev", Slot.Port), new Word("master"), new Word("self"), new Word("static") { Group = "life" }, new Word("permanent") { Group = "life" },
        new Word("dynamic") { Group = "life" }, new Word("sticky"), new Word("use")).Or(Slot.Mac).InFull();

    private static Table FdbGet { get; } = new Table(new Word("br", Slot.Bridge), new Word("brport", Slot.Port), new Word("dev", Slot.Port)).Or(Slot.Mac).InFull();

    private static Table FdbFlush { get; } = new Table(
        new Word("dev", Slot.Bridge), new Word("brport", Slot.Port), new Word("permanent"), new Word("static"), new Word("dynamic"), new Word("sticky")).InFull();

    private static Table FdbShow { get; } = new Table(
        new Word("br", Slot.Bridge), new Word("brport", Slot.Port), new Word("dev", Slot.Port), new Word("dynamic"),
        new Word("state", Slot.Of("permanent", "static", "reachable"))).InFull();

    private static Word Query(string name) => new(name, Slot.Device) { Group = "query", Next = static _ => Table.End };
}
