using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc.Flower;

/// <summary>
/// Reads the words of a flower filter (<c>tc/f_flower.c</c>). What a word may say depends on the words before it: the protocol in front of the kind, or the last
/// <c>vlan_ethtype</c>; and for ports the last <c>ip_proto</c>.
/// </summary>
internal sealed partial class FlowerParser
{
    private const ushort MplsUnicast = 0x8847;
    private const ushort MplsMulticast = 0x8848;
    private const ushort PppSession = 0x8864;
    private const ushort ReverseArp = 0x8035;

    /// <summary>In the order in which tc compares them, which decides what an abbreviation means.</summary>
    private static readonly FlowerWord[] Words =
    [
        new("classid", static p => p.ReadClass()),
        new("flowid", static p => p.ReadClass()),
        new("hw_tc", static p => p.ReadTrafficClass()),
        new("ip_flags", static p => p.ReadFragments()),
        new("verbose", static _ => { }),
        new("skip_hw", static p => p._options = p._options with { SkipHardware = true }),
        new("skip_sw", static p => p._options = p._options with { SkipSoftware = true }),
        Refused("ct_state"),
        Refused("ct_zone"),
        Refused("ct_mark"),
        Refused("ct_label"),
        new("indev", static p => p.ReadInputDevice()),
        new("num_of_vlans", static p => p.ReadVlanCount()) { IsExact = true },
        new("vlan_id", static p => p.ReadTag("vlan_id", FlowerAttribute.VlanId, 0xFFF, isCustomer: false)),
        new("vlan_prio", static p => p.ReadTag("vlan_prio", FlowerAttribute.VlanPriority, 7, isCustomer: false)),
        new("vlan_ethtype", static p => p.ReadVlanType()),
        new("cvlan_id", static p => p.ReadTag("cvlan_id", FlowerAttribute.CustomerVlanId, 0xFFF, isCustomer: true)),
        new("cvlan_prio", static p => p.ReadTag("cvlan_prio", FlowerAttribute.CustomerVlanPriority, 7, isCustomer: true)),
        new("cvlan_ethtype", static p => p.ReadCustomerVlanType()),
        new("mpls", static p => p.ReadLabels()),
        new("mpls_label", static p => p.ReadLabel("mpls_label", FlowerAttribute.MplsLabel, 0xFFFFF)),
        new("mpls_tc", static p => p.ReadLabel("mpls_tc", FlowerAttribute.MplsClass, 7)),
        new("mpls_bos", static p => p.ReadLabel("mpls_bos", FlowerAttribute.MplsBottom, 1)),
        new("mpls_ttl", static p => p.ReadLabel("mpls_ttl", FlowerAttribute.MplsTtl, byte.MaxValue)),
        new("dst_mac", static p => p.ReadMac("dst_mac", FlowerAttribute.EthernetDestination)),
        new("src_mac", static p => p.ReadMac("src_mac", FlowerAttribute.EthernetSource)),
        new("ip_proto", static p => p.ReadIpProtocol()),
        new("ip_tos", static p => p.ReadTos("ip_tos", FlowerAttribute.Tos)),
        new("ip_ttl", static p => p.ReadTos("ip_ttl", FlowerAttribute.Ttl)),
        new("dst_ip", static p => p.ReadAddress("dst_ip", FlowerAttribute.DestinationV4, FlowerAttribute.DestinationV6)),
        new("src_ip", static p => p.ReadAddress("src_ip", FlowerAttribute.SourceV4, FlowerAttribute.SourceV6)),
        new("dst_port", static p => p.ReadPort("dst_port", isSource: false)),
        new("src_port", static p => p.ReadPort("src_port", isSource: true)),
        new("tcp_flags", static p => p.ReadTcpFlags()),
        new("type", static p => p.ReadIcmp("icmp type", FlowerAttribute.IcmpType, FlowerAttribute.IcmpV6Type)),
        new("code", static p => p.ReadIcmp("icmp code", FlowerAttribute.IcmpCode, FlowerAttribute.IcmpV6Code)),
        new("arp_tip", static p => p.ReadArpAddress("arp_tip", FlowerAttribute.ArpTarget)),
        new("arp_sip", static p => p.ReadArpAddress("arp_sip", FlowerAttribute.ArpSender)),
        new("arp_op", static p => p.ReadArpOperation()),
        new("arp_tha", static p => p.ReadMac("arp_tha", FlowerAttribute.ArpTargetHardware)),
        new("arp_sha", static p => p.ReadMac("arp_sha", FlowerAttribute.ArpSenderHardware)),
        new("pppoe_sid", static p => p.ReadPppoeSession()) { IsExact = true },
        new("ppp_proto", static p => p.ReadPppProtocol()) { IsExact = true },
        Refused("enc_dst_ip"),
        Refused("enc_src_ip"),
        Refused("enc_key_id"),
        Refused("enc_dst_port"),
        Refused("enc_tos"),
        Refused("enc_ttl"),
        Refused("geneve_opts"),
        Refused("vxlan_opts"),
        Refused("erspan_opts"),
        Refused("gtp_opts") with { IsExact = true },
        new("action", static p => p._options = p._options with { Actions = ActionParser.Parse(p._args) }),
    ];

    private readonly ArgReader _args;
    private readonly FilterSetting _setting;
    private readonly FlowerAttributes _attributes = new();
    private FlowerOptions _options;
    private ushort _etherType;
    private ushort _vlanType;
    private ulong _vlanCount;
    private int _ipProtocol = byte.MaxValue;
    private bool _hasLabelWords;

    private FlowerParser(ArgReader args, FilterSetting setting)
    {
        _args = args;
        _setting = setting;
        _etherType = setting.Protocol;
        _options = new FlowerOptions { Attributes = _attributes };
    }

    /// <summary>A word with what it does; it reads its own value.</summary>
    private sealed record FlowerWord(string Name, Action<FlowerParser> Read)
    {
        /// <summary>It cannot be abbreviated.</summary>
        public bool IsExact { get; init; }

        public bool Means(string word) => IsExact ? string.Equals(word, Name, StringComparison.Ordinal) : Iproute2.Words.Matches(word, Name);
    }

    /// <summary>Reads all words up to the end.</summary>
    /// <exception cref="Iproute2Exception">One is unknown, or its value wrong.</exception>
    public static FlowerOptions Parse(ArgReader args, FilterSetting setting)
    {
        var parser = new FlowerParser(args, setting);
        while (!args.AtEnd) parser.ReadWord(args.Next());
        if (setting.Protocol != EtherType.All) parser._attributes.Set(FlowerAttribute.EtherType, setting.Protocol);
        return parser._options;
    }

    private static FlowerWord Refused(string name) => new(name, _ => throw Iproute2.Words.NotEmulated(name));

    private static Iproute2Exception Illegal(string what, string before = "") => new($"{before}Illegal \"{what}\"");

    private void ReadWord(string word)
    {
        var known = Array.Find(Words, w => w.Means(word))
            ?? throw new Iproute2Exception((word is "help" ? "" : $"What is \"{word}\"?\n") + FlowerKind.Usage);
        known.Read(this);
    }

    private void ReadClass() =>
        _options = TcHandle.TryParseClassId(_args.Next(), out var classId) ? _options with { ClassId = classId } : throw Illegal("classid");

    /// <summary>A traffic class of the device, by which hardware would queue: a class id with a minor of its own range.</summary>
    private void ReadTrafficClass()
    {
        if (!FlowerNumber.TryParse(_args.Next(), 0, uint.MaxValue, out var number)) throw new Iproute2Exception("Illegal TC index");
        if (number >= FlowerPrinter.TrafficClasses) throw new Iproute2Exception("TC index exceeds max range");
        _options = _options with { ClassId = TcHandle.Major(_setting.Parent) | (FlowerPrinter.FirstTrafficClass + (uint)number) };
    }

    private void ReadInputDevice()
    {
        var name = _args.Next();
        if (!DeviceName.IsValid(name)) throw Iproute2.Words.Invalid("\"indev\" not a valid ifname", name);
        _attributes.InputDevice = name;
    }

    private void ReadVlanCount()
    {
        if (!FlowerNumber.TryParse(_args.Next(), 10, byte.MaxValue, out _vlanCount)) throw Illegal("num_of_vlans");
        _attributes.Set(FlowerAttribute.VlanCount, _vlanCount);
    }

    private void ReadTag(string word, FlowerAttribute attribute, ulong limit, bool isCustomer)
    {
        var text = _args.Next();
        if (isCustomer && !IsTag(_vlanType, 1))
            throw new Iproute2Exception($"Can't set \"{word}\" if inner vlan ethertype isn't 802.1Q or 802.1AD and num_of_vlans is less than 2");
        if (!isCustomer && !IsTag(_setting.Protocol, 0))
            throw new Iproute2Exception($"Can't set \"{word}\" if ethertype isn't 802.1Q or 802.1AD and num_of_vlans is 0");
        if (!FlowerNumber.TryParse(text, 10, limit, out var value)) throw Illegal(word);
        _attributes.Set(attribute, value);
    }

    private void ReadVlanType()
    {
        _vlanType = ReadTagType(_etherType, FlowerAttribute.VlanEtherType, 0, "\"vlan_ethtype\"", "is 0");
        _etherType = _vlanType;
    }

    private void ReadCustomerVlanType() =>
        _etherType = ReadTagType(_vlanType, FlowerAttribute.CustomerVlanEtherType, 1, "\"cvlan_ethtype\"", "less than 2");

    private ushort ReadTagType(ushort outer, FlowerAttribute attribute, ulong threshold, string quoted, string count)
    {
        var text = _args.Next();
        if (!IsTag(outer, threshold)) throw new Iproute2Exception($"Can't set {quoted} if ethertype isn't 802.1Q or 802.1AD and num_of_vlans {count}");
        if (!ProtocolNames.TryParse(text, out var type)) throw Iproute2.Words.Invalid("invalid vlan_ethtype", text);
        _attributes.Set(attribute, type);
        return type;
    }

    private bool IsTag(ushort type, ulong threshold) => type is EtherType.Vlan or EtherType.VlanService || _vlanCount > threshold;
}
