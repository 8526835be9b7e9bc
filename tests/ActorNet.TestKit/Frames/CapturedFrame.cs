using ActorNet.Core;

namespace ActorNet.TestKit;

/// <summary>Which way a frame passed a device.</summary>
public enum FrameDirection
{
    /// <summary>The device received it.</summary>
    In,

    /// <summary>The device sent it.</summary>
    Out,
}

/// <summary>A frame as it passed a device, with its headers read: what is not there, or is cut short, is null. The bytes are its own.</summary>
public sealed class CapturedFrame
{
    private readonly long _nanoseconds;
    private FrameHeaders? _headers;

    internal CapturedFrame(string device, long nanoseconds, FrameDirection direction, ulong number, ReadOnlyMemory<byte> bytes)
    {
        Device = device;
        _nanoseconds = nanoseconds;
        Direction = direction;
        Number = number;
        Bytes = bytes;
    }

    /// <summary>Where it passed: <c>box:device</c>.</summary>
    public string Device { get; }

    /// <summary>When it passed, since the lab was up; to 100 ns. <see cref="At"/> is exact.</summary>
    public TimeSpan Time => TimeSpan.FromTicks(_nanoseconds / TimeSpan.NanosecondsPerTick);

    /// <summary>When it passed, since the lab was up, in nanoseconds.</summary>
    public Instant At => new(_nanoseconds);

    /// <summary>Received or sent.</summary>
    public FrameDirection Direction { get; }

    /// <summary>Number that <see cref="Lab.Trace"/> has it by; copies share that of their original. 0 in a lab that does not trace.</summary>
    public ulong Number { get; }

    /// <summary>From the destination's address to the end, VLAN tags included.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Number of its bytes.</summary>
    public int Length => Bytes.Length;

    /// <summary>The Ethernet header; null when the frame is shorter.</summary>
    public EthernetView? Ethernet => Headers.Ethernet;

    /// <summary>The outermost VLAN tag.</summary>
    public VlanView? Vlan => Headers.Vlans.Count > 0 ? Headers.Vlans[0] : null;

    /// <summary>All VLAN tags, the outermost first.</summary>
    public IReadOnlyList<VlanView> Vlans => Headers.Vlans;

    /// <summary>An ARP packet.</summary>
    public ArpView? Arp => Headers.Arp;

    /// <summary>The IPv4 header.</summary>
    public IPv4View? IPv4 => Headers.IPv4;

    /// <summary>The IPv6 header.</summary>
    public IPv6View? IPv6 => Headers.IPv6;

    /// <summary>The ICMP header.</summary>
    public IcmpView? Icmp => Headers.Icmp;

    /// <summary>The ICMPv6 header.</summary>
    public IcmpView? Icmp6 => Headers.Icmp6;

    /// <summary>The UDP header.</summary>
    public UdpView? Udp => Headers.Udp;

    /// <summary>The TCP header.</summary>
    public TcpView? Tcp => Headers.Tcp;

    /// <summary>What stands behind the last header that was read, padding left out.</summary>
    public ReadOnlyMemory<byte> Payload => Bytes[Headers.Payload..Math.Max(Headers.Payload, Headers.End)];

    private FrameHeaders Headers => _headers ??= FrameReader.Read(Bytes.Span);

    /// <summary>Time, direction, number and the frame in a few words.</summary>
    public override string ToString() => FrameText.Line(this);
}
