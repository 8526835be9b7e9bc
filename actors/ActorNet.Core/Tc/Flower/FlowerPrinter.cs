using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc.Flower;

/// <summary>Prints key and mask of a flower filter as tc does, each field on a line of its own; which ones there are is the kernel's choice (<c>fl_dump_key</c>).</summary>
internal sealed partial class FlowerPrinter
{
    /// <summary>Minor of the first traffic class of a device (TC_H_MIN_PRIORITY).</summary>
    public const uint FirstTrafficClass = 0xFFE0;

    /// <summary>Traffic classes of a device (TC_QOPT_MAX_QUEUE).</summary>
    public const uint TrafficClasses = 16;

    /// <summary>The word for a part of a fragmented packet.</summary>
    public const string FragmentName = "frag";

    /// <summary>The word for the first part.</summary>
    public const string FirstFragmentName = "firstfrag";

    private readonly ShowWriter _writer;
    private readonly FlowKey _key;
    private readonly FlowKey _mask;

    private FlowerPrinter(ShowWriter writer, in FlowKey key, in FlowKey mask) => (_writer, _key, _mask) = (writer, key, mask);

    private ulong Network => _key.Get(FlowField.NetworkProtocol);

    private ulong Transport => _key.Get(FlowField.IpProtocol);

    private bool IsIp => Network is EtherType.IPv4 or EtherType.IPv6;

    /// <summary>The protocol above IP as tc knows it, which is only told together with IP.</summary>
    private ulong? ShownTransport => IsIp && _mask.Has(FlowField.IpProtocol) ? Transport : null;

    /// <summary>Prints the class, or the traffic class that some of them stand for; nothing when there is none.</summary>
    public static void PrintClass(ShowWriter writer, uint classId)
    {
        if (classId == 0) return;
        var trafficClass = TcHandle.Minor(classId) - FirstTrafficClass;
        if (trafficClass < TrafficClasses) writer.Unsigned("hw_tc", "hw_tc {0} ", trafficClass);
        else writer.Text("classid", "classid {0} ", TcHandle.Format(classId));
    }

    /// <summary>Prints input device and keys.</summary>
    public static void Print(ShowWriter writer, NetNamespace? ns, in FlowKey key, in FlowKey mask)
    {
        if (mask.Has(FlowField.InputDevice) && ns?.Find((int)key.Get(FlowField.InputDevice)) is { } device) writer.Text("indev", "\n  indev {0}", device.Name);
        var printer = new FlowerPrinter(writer, key, mask);
        writer.OpenObject("keys");
        printer.PrintTags();
        printer.PrintLink();
        printer.PrintNetwork();
        printer.PrintTransport();
        printer.PrintOthers();
        writer.CloseObject();
    }

    private void PrintTags()
    {
        PrintNumber("num_of_vlans", FlowField.VlanCount);
        PrintNumber("vlan_id", FlowField.VlanId);
        PrintNumber("vlan_prio", FlowField.VlanPriority);
        var hasCustomerType = _mask.Has(FlowField.NetworkProtocol) && _mask.Has(FlowField.CustomerVlanEtherType);
        ulong? type = _mask.Has(FlowField.CustomerVlanTpid) ? _key.Get(FlowField.CustomerVlanTpid) : null;
        if (!hasCustomerType && _mask.Has(FlowField.NetworkProtocol) && _mask.Has(FlowField.VlanEtherType)) type = _key.Get(FlowField.VlanEtherType);
        if (type is { } tagType) PrintLine("vlan_ethtype", ProtocolNames.Format((ushort)tagType));
        PrintNumber("cvlan_id", FlowField.CustomerVlanId);
        PrintNumber("cvlan_prio", FlowField.CustomerVlanPriority);
        if (hasCustomerType) PrintLine("cvlan_ethtype", ProtocolNames.Format((ushort)Network));
    }

    private void PrintLink()
    {
        PrintMac("dst_mac", FlowField.EthernetDestination);
        PrintMac("src_mac", FlowField.EthernetSource);
        if (_mask.Has(FlowField.NetworkProtocol)) PrintLine("eth_type", EtherTypeWord((ushort)Network));
    }

    private void PrintNetwork()
    {
        if (ShownTransport is { } transport) PrintLine("ip_proto", TransportWord((byte)transport));
        if (IsIp)
        {
            PrintHexMasked("ip_tos", FlowField.Tos);
            PrintHexMasked("ip_ttl", FlowField.Ttl);
        }

        PrintLabels();
        if (!_mask.Has(FlowField.NetworkProtocol)) return;
        var type = _key.Get(FlowField.AddressType);
        if (Network == EtherType.IPv4 && type == FlowField.AddressV4)
        {
            PrintAddress("dst_ip", _key.Get(FlowField.DestinationHigh), _mask.Get(FlowField.DestinationHigh), isV6: false);
            PrintAddress("src_ip", _key.Get(FlowField.SourceHigh), _mask.Get(FlowField.SourceHigh), isV6: false);
        }
        else if (Network == EtherType.IPv6 && type == FlowField.AddressV6)
        {
            PrintAddress("dst_ip", Long(_key, FlowField.DestinationHigh, FlowField.DestinationLow), Long(_mask, FlowField.DestinationHigh, FlowField.DestinationLow), isV6: true);
            PrintAddress("src_ip", Long(_key, FlowField.SourceHigh, FlowField.SourceLow), Long(_mask, FlowField.SourceHigh, FlowField.SourceLow), isV6: true);
        }
    }

    private void PrintTransport()
    {
        if (ShownTransport is IpProtocol.Tcp or IpProtocol.Udp or IpProtocol.Sctp)
        {
            PrintHexMasked("dst_port", FlowField.DestinationPort);
            PrintHexMasked("src_port", FlowField.SourcePort);
            PrintRange("dst_port", FlowField.DestinationPortMin, FlowField.DestinationPortMax);
            PrintRange("src_port", FlowField.SourcePortMin, FlowField.SourcePortMax);
        }

        if (_mask.Has(FlowField.TcpFlags))
            PrintLine("tcp_flags", FormattableString.Invariant($"0x{_key.Get(FlowField.TcpFlags):x}/{_mask.Get(FlowField.TcpFlags):x}"));
        PrintMaskedText("icmp_type", FlowField.IcmpType);
        PrintMaskedText("icmp_code", FlowField.IcmpCode);
    }

    private void PrintOthers()
    {
        PrintAddress("arp_sip", _key.Get(FlowField.ArpSender), _mask.Get(FlowField.ArpSender), isV6: false);
        PrintAddress("arp_tip", _key.Get(FlowField.ArpTarget), _mask.Get(FlowField.ArpTarget), isV6: false);
        PrintArpOperation();
        PrintMac("arp_sha", FlowField.ArpSenderHardware);
        PrintMac("arp_tha", FlowField.ArpTargetHardware);
        PrintNumber("pppoe_sid", FlowField.PppoeSession);
        if (_mask.Has(FlowField.NetworkProtocol) && _mask.Has(FlowField.PppProtocol)) PrintLine("ppp_proto", PppProtocols.Format(_key.Get(FlowField.PppProtocol)));
        PrintFragments();
    }

    private static UInt128 Long(in FlowKey key, FlowField high, FlowField low) => new(key.Get(high), key.Get(low));

    private static string EtherTypeWord(ushort type) => type switch
    {
        EtherType.IPv4 => "ipv4",
        EtherType.IPv6 => "ipv6",
        EtherType.Arp => "arp",
        0x8035 => "rarp",
        _ => FormattableString.Invariant($"{type:x4}"),
    };

    private static string TransportWord(byte protocol) => protocol switch
    {
        IpProtocol.Tcp => "tcp",
        IpProtocol.Udp => "udp",
        IpProtocol.Sctp => "sctp",
        IpProtocol.Icmp => "icmp",
        IpProtocol.IcmpV6 => "icmpv6",
        _ => FormattableString.Invariant($"{protocol:x2}"),
    };
}
