using System.Net;
using ActorNet.Core;
using ActorNet.Core.Frames;

namespace ActorNet.Actors.Hosts;

/// <summary>
/// The network stack of a host made of code: answers ARP (RFC 826) and ping (RFC 792), resolves, pings and sends UDP (RFC 768), all over IPv4 without
/// options, fragments or routes. No clock, no thread: frames and times are arguments.
/// </summary>
public sealed class MiniHost
{
    /// <summary>Echo requests whose replies are waited for.</summary>
    public const int MaxPings = 1000;

    /// <summary>Packets that wait for an Ethernet address, and stations whose address is remembered; more are given up.</summary>
    private const int MaxWaiting = 256;

    private readonly MacAddress _mac;
    private readonly uint _address;
    private readonly Action<byte[]> _send;
    private readonly Dictionary<uint, MacAddress> _neighbours = [];
    private readonly Queue<(uint Target, byte[] Frame)> _waiting = [];
    private readonly Dictionary<ushort, Instant> _asked = [];
    private readonly List<long> _roundTrips = [];
    private ushort _sequence;
    private HostReport _report = new(0, 0, 0, 0, 0, 0);

    /// <summary>A host.</summary>
    /// <param name="mac">Its Ethernet address.</param>
    /// <param name="address">Its IPv4 address.</param>
    /// <param name="send">Takes the frames it sends; each array is the receiver's own.</param>
    public MiniHost(MacAddress mac, IPAddress address, Action<byte[]> send)
    {
        _mac = mac;
        _address = MiniFrames.Number(address);
        _send = send;
    }

    /// <summary>Round-trip times of the replies so far, in nanoseconds.</summary>
    public IReadOnlyList<long> RoundTrips => _roundTrips;

    /// <summary>Counters.</summary>
    public HostReport Report => _report;

    /// <summary>A frame has come; anything may be in it.</summary>
    public void Receive(ReadOnlySpan<byte> frame, Instant now)
    {
        _report = _report with { FramesIn = _report.FramesIn + 1 };
        var understood = frame.Length >= EthernetHeader.Size && IsForUs(frame) && MiniFrames.Type(frame) switch
        {
            EtherType.Arp => OnArp(frame),
            EtherType.IPv4 => OnIp(frame, now),
            _ => false,
        };
        if (!understood) _report = _report with { Ignored = _report.Ignored + 1 };
    }

    /// <summary>Sends an echo request.</summary>
    public void Ping(IPAddress target, Instant now)
    {
        if (_asked.Count >= MaxPings) return;
        _asked[++_sequence] = now;
        Route(MiniFrames.Number(target), MiniFrames.EchoRequest(_mac, _address, MiniFrames.Number(target), _sequence));
    }

    /// <summary>Sends a UDP datagram to port 9 (discard).</summary>
    /// <param name="target">IPv4 address.</param>
    /// <param name="payloadBytes">0 to 1472.</param>
    public void SendUdp(IPAddress target, int payloadBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(payloadBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payloadBytes, MiniFrames.MaxUdpPayload);
        Route(MiniFrames.Number(target), MiniFrames.Udp(_mac, _address, MiniFrames.Number(target), payloadBytes));
    }

    /// <summary>Forgets requests and replies.</summary>
    public void ForgetPings()
    {
        _asked.Clear();
        _roundTrips.Clear();
    }

    private bool IsForUs(ReadOnlySpan<byte> frame)
    {
        var destination = MacAddress.Read(frame);
        return destination == _mac || destination.IsBroadcast;
    }

    private bool OnArp(ReadOnlySpan<byte> frame)
    {
        if (!MiniFrames.TryReadArp(frame, out var arp)) return false;
        Learn(arp.SenderAddress, arp.SenderMac);
        if (arp.IsRequest && arp.TargetAddress == _address) Send(MiniFrames.ArpReply(_mac, _address, arp.SenderMac, arp.SenderAddress));
        return arp.TargetAddress == _address;
    }

    private bool OnIp(ReadOnlySpan<byte> frame, Instant now)
    {
        if (!MiniFrames.TryReadIp(frame, out var ip) || ip.Destination != _address) return false;
        var payload = frame.Slice(ip.PayloadOffset, ip.PayloadLength);
        if (ip.Protocol == IpProtocol.Udp && payload.Length >= MiniFrames.UdpHeader)
        {
            _report = _report with { UdpDatagrams = _report.UdpDatagrams + 1, UdpBytes = _report.UdpBytes + payload.Length - MiniFrames.UdpHeader };
            return true;
        }

        return ip.Protocol == MiniFrames.Icmp && MiniFrames.TryReadEcho(payload, out var isRequest, out var sequence)
            && (isRequest ? Answer(frame, ip) : Note(sequence, now));
    }

    private bool Answer(ReadOnlySpan<byte> frame, MiniFrames.IpPart ip)
    {
        _report = _report with { EchoesAnswered = _report.EchoesAnswered + 1 };
        Send(MiniFrames.EchoReply(_mac, frame[..(ip.PayloadOffset + ip.PayloadLength)], ip.PayloadOffset));
        return true;
    }

    private bool Note(ushort sequence, Instant now)
    {
        if (!_asked.Remove(sequence, out var asked)) return false;
        _roundTrips.Add(now.Since(asked));
        return true;
    }

    private void Learn(uint address, MacAddress mac)
    {
        if (_neighbours.Count < MaxWaiting || _neighbours.ContainsKey(address)) _neighbours[address] = mac;
        for (var i = _waiting.Count; i > 0; i--)
        {
            var (target, frame) = _waiting.Dequeue();
            if (target == address) Route(target, frame);
            else _waiting.Enqueue((target, frame));
        }
    }

    private void Route(uint target, byte[] frame)
    {
        if (_neighbours.TryGetValue(target, out var mac))
        {
            mac.Write(frame);
            Send(frame);
            return;
        }

        if (_waiting.Count == MaxWaiting) return;
        _waiting.Enqueue((target, frame));
        Send(MiniFrames.ArpRequest(_mac, _address, target));
    }

    private void Send(byte[] frame)
    {
        _report = _report with { FramesOut = _report.FramesOut + 1 };
        _send(frame);
    }
}
