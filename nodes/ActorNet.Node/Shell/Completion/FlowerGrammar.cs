namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of the classifiers flower and fw.</summary>
internal static class FlowerGrammar
{
    private static readonly Slot MaskedMac = new("MAC/MASK", "02:00:00:00:00:01/ff:ff:ff:00:00:00");
    private static readonly Slot MaskedNumber = new("N/MASK", "8");
    private static readonly Slot Port = new("PORT", "80");
    private static readonly Slot Label = new("LABEL", "16");
    private static readonly Slot TagType = Slot.Of("ip", "ipv6", "arp", "802.1q");

    /// <summary>Words of flower, in the order of tc; what a word may say depends on those before it.</summary>
    public static Table Flower { get; } = new Table(
        new Word("classid", Slot.Class) { Group = "class" },
        new Word("flowid", Slot.Class) { Group = "class" },
        new Word("hw_tc", Slot.Number) { Group = "class" },
        new Word("ip_flags", Slot.Of("frag", "nofrag", "frag/firstfrag", "frag/nofirstfrag")),
        new Word("verbose"),
        new Word("skip_hw") { Group = "skip" },
        new Word("skip_sw") { Group = "skip" },
        new Word("indev", Slot.Device),
        new Word("num_of_vlans", Slot.Number),
        new Word("vlan_id", Slot.Number),
        new Word("vlan_prio", Slot.Number),
        new Word("vlan_ethtype", TagType),
        new Word("cvlan_id", Slot.Number),
        new Word("cvlan_prio", Slot.Number),
        new Word("cvlan_ethtype", TagType),
        new Word("mpls") { Next = static _ => Stack },
        new Word("mpls_label", Label),
        new Word("mpls_tc", Slot.Number),
        new Word("mpls_bos", Slot.Number),
        new Word("mpls_ttl", Slot.Number),
        new Word("dst_mac", MaskedMac),
        new Word("src_mac", MaskedMac),
        new Word("ip_proto", Slot.Of("tcp", "udp", "sctp", "icmp", "icmpv6")),
        new Word("ip_tos", MaskedNumber),
        new Word("ip_ttl", MaskedNumber),
        new Word("dst_ip", Slot.Prefix),
        new Word("src_ip", Slot.Prefix),
        new Word("dst_port", Port),
        new Word("src_port", Port),
        new Word("tcp_flags", new Slot("FLAGS/MASK", "0x2/0x12")),
        new Word("type", MaskedNumber),
        new Word("code", MaskedNumber),
        new Word("arp_tip", Slot.Prefix),
        new Word("arp_sip", Slot.Prefix),
        new Word("arp_op", Slot.Of("request", "reply")),
        new Word("arp_tha", MaskedMac),
        new Word("arp_sha", MaskedMac),
        new Word("pppoe_sid", Slot.Number),
        new Word("ppp_proto", Slot.Of("ip", "ipv6", "mpls_uc", "mpls_mc", "lcp")),
        new Word("action") { Next = static _ => ActionGrammar.InFilter.Actions });

    /// <summary>Words of fw, whose mark is the handle.</summary>
    public static Table Fw { get; } = new Table(
        new Word("classid", Slot.Class) { Group = "class" }, new Word("flowid", Slot.Class) { Group = "class" },
        new Word("action") { Next = static _ => ActionGrammar.InFilter.Actions }, new Word("indev", Slot.Device));

    private static Table Stack { get; } = new Table(Word.To("lse", () => Entry));

    private static Table Entry { get; } = new Table(
        new Word("depth", Slot.Number), new Word("label", Label), new Word("tc", Slot.Number), new Word("bos", Slot.Number), new Word("ttl", Slot.Number));
}
