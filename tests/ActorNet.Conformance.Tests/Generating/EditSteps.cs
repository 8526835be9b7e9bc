namespace ActorNet.Conformance.Tests.Generating;

/// <summary>
/// Actions that change a frame or decide about it, to stand in front of a mirred action, and filters of other kinds than u32 and matchall. Only for kernels that have
/// them. Nothing here depends on time or chance: the bucket of a police is too slow to be filled within a script, gact counts.
/// </summary>
internal static class EditSteps
{
    /// <summary>Kinds of actions whose counters are looked at in the end.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["gact", "police", "skbedit", "vlan", "pedit", "csum", "nat", "simple"];

    /// <summary>Kinds of filters, as words of <c># needs:</c>.</summary>
    public static readonly IReadOnlyList<string> Filters = ["flower", "fw", "basic"];

    private static readonly (string Kind, string Protocol, string Words)[] Edits =
    [
        ("skbedit", "all", "skbedit mark 3 pipe"),
        ("skbedit", "all", "skbedit mark 0x13/0xff priority 1:2 pipe"),
        ("skbedit", "all", "skbedit queue_mapping 1 pipe"),
        ("vlan", "all", "vlan push id 7 pipe"),
        ("vlan", "all", "vlan push id 9 protocol 802.1ad priority 3 pipe"),
        ("vlan", "all", "vlan pop pipe"),
        ("vlan", "802.1q", "vlan modify id 8 pipe"),
        ("pedit", "all", "pedit ex munge eth src set 02:00:00:00:99:01 pipe"),
        ("pedit", "ip", "pedit ex munge ip ttl set 9 pipe"),
        ("pedit", "ip", "pedit ex munge ip dst set 10.9.7.7 pipe action csum ip udp pipe"),
        ("pedit", "ip", "pedit ex munge udp dport add 1 pipe"),
        ("pedit", "all", "pedit munge offset 6 u16 set 0x1234 pipe"),
        ("pedit", "all", "pedit munge offset 1000 u8 set 0x12 pipe"),
        ("csum", "ip", "csum ip udp pipe"),
        ("csum", "all", "csum ip pipe"),
        ("nat", "ip", "nat egress 10.9.0.0/24 192.168.1.0 pipe"),
        ("nat", "ip", "nat ingress 10.9.0.2 172.16.0.9 pipe"),
        ("police", "all", "police rate 8bit burst 1500 conform-exceed drop/pipe"),
        ("police", "all", "police rate 8bit burst 400 mtu 2000 conform-exceed pipe/continue"),
        ("police", "all", "police mtu 300 conform-exceed drop/pipe"),
        ("gact", "all", "gact pipe random determ drop 3"),
        ("gact", "all", "gact continue random determ pipe 2"),
        ("simple", "all", "simple sdata \"seen\" pipe"),
    ];

    /// <summary>One action that changes or decides, with the word <c>action</c>; empty when the kernel has none of the kinds or the protocol does not fit.</summary>
    public static string Action(World world, Choices choices, string protocol)
    {
        var (kind, needs, words) = choices.Of(Edits);
        return world.Has(kind) && (needs == "all" || needs == protocol) ? $" action {words}" : "";
    }

    /// <summary>The words of a filter behind its preference.</summary>
    public static string Filter(string kind, string protocol, Choices choices) => kind switch
    {
        "fw" => $"handle {choices.Of("3", "0x13", "0x3/0xf")} fw",
        "basic" => $"basic match '{choices.Of("cmp(u16 at 12 layer 1 gt 0)", "cmp(u8 at 0 layer 0 mask 0x1 eq 1)", "meta(pkt_len gt 150)", "u32(u32 0x02000000 0xff000000 at -14) and not cmp(u8 at 5 layer 0 eq 2)")}'",
        _ => "flower" + choices.Of(Matches(protocol)),
    };

    private static string[] Matches(string protocol) => protocol switch
    {
        "ip" => ["", " ip_proto udp", " ip_proto udp dst_port 9", " dst_ip 10.9.0.0/24", " ip_ttl 64", " dst_mac 02:00:00:00:00:02"],
        "802.1q" => ["", " vlan_id 5", " vlan_id 7", " vlan_ethtype ip", " dst_mac ff:ff:ff:ff:ff:ff"],
        "arp" => ["", " arp_op request"],
        _ => ["", " dst_mac 02:00:00:00:00:02", " dst_mac 01:00:00:00:00:00/01:00:00:00:00:00", " src_mac 02:00:00:00:00:01"],
    };
}
