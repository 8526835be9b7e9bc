using ActorNet.Core.Devices;

namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of <c>ip</c>.</summary>
internal static class IpGrammar
{
    private static readonly Word Add = Word.To("add", () => LinkAdd);
    private static readonly Word Set = Word.To("set", () => LinkSet);

    /// <summary>Behind the word <c>ip</c>.</summary>
    public static Table Root { get; } = new Table(
        [.. Options(), Word.To("address", () => AddressCommands), Word.To("link", () => LinkCommands), Word.To("netns", () => NetnsCommands), Word.To("tuntap", () => TuntapCommands),
            Word.To("monitor", () => Monitor)]);

    private static Table LinkCommands { get; } = new Table(
        Add, Set, Word.To("delete", () => LinkDelete), Word.To("show", () => LinkShow), Word.To("property", () => LinkProperties));

    private static Table LinkProperties { get; } = new Table(Word.To("add", () => LinkProperty), Word.To("del", () => LinkProperty));

    private static Table LinkProperty { get; } = new Table(
        new Word("dev", Slot.Device) { Group = "dev" }, new Word("altname", Slot.AltName) { Again = true }).Or(Slot.Device);

    private static Table TuntapCommands { get; } = new Table(
        Word.To("add", () => Tuntap), Word.To("delete", () => Tuntap), new Word("show") { Next = static _ => Table.End });

    private static Table Tuntap { get; } = new Table(
        new Word("dev", Slot.NewTap) { Group = "name" }, new Word("name", Slot.NewTap) { Group = "name" }, new Word("mode", Slot.Of("tap", "tun")), new Word("user", Slot.Number),
        new Word("group", Slot.Number), new Word("pi"), new Word("one_queue"), new Word("vnet_hdr"), new Word("multi_queue")).InFull();

    private static Table Monitor { get; } = new Table(
        new Word("all"), new Word("label"), new Word("link") { Again = true }, new Word("address") { Again = true }, new Word("neigh") { Again = true }).InFull();

    private static Table AddressCommands { get; } = new Table(
        Word.To("add", () => AddressChange), Word.To("replace", () => AddressChange), Word.To("delete", () => AddressChange),
        Word.To("show", () => AddressShow), Word.To("flush", () => AddressShow));

    private static Table NetnsCommands { get; } = new Table(
        new Word("list") { Next = _ => Table.End },
        new Word("add", Slot.NewNamespace) { Next = _ => Table.End },
        new Word("delete", Slot.Namespace) { Next = _ => Table.End },
        new Word("set", Slot.Namespace, Slot.Number) { Next = _ => Table.End },
        new Word("list-id") { Next = _ => Table.End },
        new Word("exec", Slot.Namespace) { Next = _ => ShellGrammar.Programs });

    private static Table LinkAdd { get; } = new Table([.. LinkWords(creating: true), Type(creating: true)]).Or(Slot.NewName);

    private static Table LinkSet { get; } = new Table([.. LinkWords(creating: false), Type(creating: false)]).Or(Slot.Device);

    private static Table LinkDelete { get; } = new Table(new Word("dev", Slot.Device) { Group = "dev" }).Or(Slot.Device);

    private static Table LinkShow { get; } = new Table(
        new Word("dev", Slot.Device) { Group = "dev" }, new Word("up"), new Word("master", Slot.Bridge) { Group = "master" },
        new Word("nomaster") { Group = "master" }, new Word("type", Slot.LinkKind)).Or(Slot.Device);

    private static Table AddressChange { get; } = new Table(
        new Word("local", Slot.Prefix) { Group = "local" }, new Word("peer", Slot.Prefix), new Word("broadcast", Slot.Of("+", "-")), new Word("scope", Slot.Scope),
        new Word("label", new Slot("LABEL", "va:1")), new Word("dev", Slot.Device)).Or(Slot.Prefix);

    private static Table AddressShow { get; } = new Table(
        new Word("dev", Slot.Device) { Group = "dev" }, new Word("up"), new Word("to", Slot.Prefix), new Word("scope", Slot.Scope), new Word("label", Slot.Text),
        new Word("primary") { Group = "rank" }, new Word("secondary") { Group = "rank" }, new Word("dynamic") { Group = "life" },
        new Word("permanent") { Group = "life" }, new Word("master", Slot.Bridge) { Group = "master" }, new Word("nomaster") { Group = "master" },
        new Word("type", Slot.LinkKind)).Or(Slot.Device);

    /// <summary>The options of <c>ip</c>, <c>tc</c> and <c>bridge</c> that have an effect; those of <c>ip</c> alone with <c>-br</c> and families.</summary>
    public static IReadOnlyList<Word> Options(bool withFamilies = true)
    {
        Word[] common =
        [
            new("-netns", Slot.Namespace), new("-n", Slot.Namespace), new("-s") { Again = true }, new("-statistics") { Again = true }, new("-d"), new("-details"),
            new("-j"), new("-json"), new("-p"), new("-pretty"), new("-o"), new("-oneline"),
        ];
        return withFamilies ? [.. common, new("-br"), new("-brief"), new("-4"), new("-6"), new("-0")] : common;
    }

    private static Word Type(bool creating) => creating
        ? new("type", Slot.LinkKind) { Next = OptionsOf }
        : new("type", Slot.Of("bridge", "bridge_slave")) { Next = static kind => kind is "bridge" ? BridgeOptions : PortOptions };

    private static IEnumerable<Word> LinkWords(bool creating)
    {
        if (creating) yield return new Word("name", Slot.NewName) { Group = "name" };
        else yield return new Word("dev", Slot.Device) { Group = "dev" };
        yield return new Word("up") { Group = "updown" };
        if (!creating) yield return new Word("down") { Group = "updown" };
        if (!creating) yield return new Word("name", Slot.NewName);
        yield return new Word("mtu", Slot.Mtu);
        yield return new Word("txqueuelen", Slot.Number);
        yield return new Word("address", Slot.Mac);
        yield return new Word("broadcast", Slot.Mac);
        yield return new Word("netns", Slot.Namespace);
        yield return new Word("master", Slot.Bridge) { Group = "master" };
        if (!creating) yield return new Word("nomaster") { Group = "master" };
        foreach (var flag in (string[])["promisc", "multicast", "allmulticast", "arp", "dynamic", "trailers"]) yield return new Word(flag, Slot.OnOff);
        if (!creating)
        {
            yield return new Word("carrier", Slot.OnOff);
            yield return new Word("alias", Slot.Text);
            yield return new Word("group", Slot.Group);
            yield break;
        }

        yield return new Word("link", Slot.Device);
        yield return new Word("index", new Slot("N", "77"));
        yield return new Word("numtxqueues", Slot.Queues);
        yield return new Word("numrxqueues", Slot.Queues);
    }

    /// <summary>Options of a kind of device.</summary>
    private static Table OptionsOf(string kind) => kind switch
    {
        _ when DeviceKinds.Find(kind) is null => Table.End,
        "veth" => VethOptions,
        "bridge" => BridgeOptions,
        "vlan" => VlanOptions,
        _ => Table.End,
    };

    private static Table VethOptions { get; } = new Table(Word.To("peer", () => LinkAdd)).InFull();

    private static Table BridgeOptions { get; } = new Table(
        [new("fdb_flush"), .. Numbers("ageing_time", "forward_delay", "hello_time", "max_age", "priority", "group_fwd_mask"), new("stp_state", Slot.Zero), new("vlan_filtering", Slot.Zero)])
        .InFull();

    private static Table PortOptions { get; } = new Table([new("fdb_flush"), .. Numbers("state", "priority", "cost"), .. BridgeGrammar.PortSwitches]).InFull();

    private static Table VlanOptions { get; } = new Table(
        [new("id", Slot.Number), new("protocol", Slot.Of("802.1q", "802.1ad")), .. Switches("reorder_hdr", "gvrp", "mvrp", "loose_binding", "bridge_binding"),
            new("ingress-qos-map", Slot.QosMap), new("egress-qos-map", Slot.QosMap)]).InFull();

    private static IEnumerable<Word> Numbers(params string[] names) => names.Select(n => new Word(n, Slot.Number));

    private static IEnumerable<Word> Switches(params string[] names) => names.Select(n => new Word(n, Slot.OnOff));
}
