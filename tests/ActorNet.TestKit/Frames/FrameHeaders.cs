namespace ActorNet.TestKit;

/// <summary>What is recognised in a frame; null where a header is not there or cut short.</summary>
internal sealed class FrameHeaders
{
    public EthernetView? Ethernet { get; set; }

    public List<VlanView> Vlans { get; } = [];

    public ArpView? Arp { get; set; }

    public IPv4View? IPv4 { get; set; }

    public IPv6View? IPv6 { get; set; }

    public IcmpView? Icmp { get; set; }

    public IcmpView? Icmp6 { get; set; }

    public UdpView? Udp { get; set; }

    public TcpView? Tcp { get; set; }

    /// <summary>Offset of what stands behind the last header that was recognised.</summary>
    public int Payload { get; set; }

    /// <summary>Offset behind it: padding of short frames is none of the payload.</summary>
    public int End { get; set; }
}
