using System.Buffers.Binary;
using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Icmp;
using ActorNet.Hosts.Ip;
using ActorNet.Hosts.Link;
using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Time;
using ActorNet.Hosts.Udp;

namespace ActorNet.Hosts;

/// <summary>
/// The network stack of a built-in host: ARP, neighbour discovery, ICMP and ICMPv6, UDP, TCP over IPv4 and IPv6. No clock and no thread: frames and times are
/// arguments, randomness comes from a seed, so the same calls give the same frames. Call it from one thread at a time, and <see cref="OnDeadline"/> when
/// <see cref="NextDeadline"/> has come. Everything in it is bounded.
/// </summary>
public sealed class HostStack
{
    private readonly MacAddress _mac;
    private readonly TimerHeap _timers = new();
    private readonly RouteTable _routes;
    private readonly ArpProtocol _arp;
    private readonly IcmpProtocol _icmp;

    /// <summary>A host that has just been switched on.</summary>
    /// <param name="settings">What it is.</param>
    /// <param name="send">Takes the frames it sends.</param>
    /// <param name="counters">Counts on in these; null for new ones.</param>
    /// <exception cref="HostStackException">The settings contradict themselves.</exception>
    public HostStack(StackSettings settings, FrameSender send, StackCounters? counters = null)
    {
        settings.Check();
        _mac = settings.Mac;
        Counters = counters ?? new StackCounters();
        var random = new RandomSource(settings.Seed);
        _routes = new RouteTable(settings);
        Neighbours = new NeighbourTable(_timers, Counters, send);
        var output = new IpOutput(settings, _routes, Neighbours, random);
        _arp = new ArpProtocol(settings.Mac, _routes, Neighbours);
        var discovery = new NeighbourDiscovery(settings.Mac, _routes, Neighbours, output);
        Neighbours.Solicit = (target, station, now) =>
        {
            if (target.IsV6) discovery.Solicit(target, station, now);
            else _arp.Solicit(target, station);
        };
        Neighbours.Unreachable = OnNeighbourUnreachable;
        Echo = new IcmpEcho(_routes, Neighbours, output, _timers, random, Counters);
        _icmp = new IcmpProtocol(_routes, output, Echo, discovery, Counters, OnError);
        Udp = new UdpProtocol(_routes, output, _icmp, _timers, random, Counters);
        Tcp = new TcpProtocol(_routes, Neighbours, output, _timers, random, Counters, settings);
    }

    /// <summary>What it counts.</summary>
    public StackCounters Counters { get; }

    /// <summary>Ping.</summary>
    public IcmpEcho Echo { get; }

    /// <summary>Datagrams.</summary>
    public UdpProtocol Udp { get; }

    /// <summary>Connections.</summary>
    public TcpProtocol Tcp { get; }

    /// <summary>When <see cref="OnDeadline"/> is wanted next; <see cref="Instant.Never"/> when nothing will happen by time alone.</summary>
    public Instant NextDeadline => _timers.Next;

    internal NeighbourTable Neighbours { get; }

    /// <summary>Does what is due; calling it early or for nothing does no harm.</summary>
    public void OnDeadline(Instant now) => _timers.RunDue(now);

    /// <summary>A frame has come, from its Ethernet header on; anything may be in it.</summary>
    public void Receive(ReadOnlySpan<byte> frame, Instant now)
    {
        Counters.FramesIn++;
        if (frame.Length < EthernetHeader.Size || !IsForUs(MacAddress.Read(frame)))
        {
            Counters.Ignored++;
            return;
        }

        var body = frame[EthernetHeader.Size..];
        Count(BinaryPrimitives.ReadUInt16BigEndian(frame[(2 * MacAddress.Size)..]) switch
        {
            EtherType.IPv4 => ReceiveV4(body, now),
            EtherType.IPv6 => ReceiveV6(body, now),
            EtherType.Arp => _arp.Receive(body, now),
            _ => IpReading.Unknown,
        });
    }

    /// <summary>The source of packets to a target.</summary>
    /// <exception cref="HostStackException">There is no way to it.</exception>
    internal static IpAddress SourceFor(RouteTable routes, IpAddress target)
    {
        if (target.IsUnspecified) throw new HostStackException($"{target} is the address of nobody.");
        if (routes.Owns(target)) throw new HostStackException($"{target} is this host itself: there is no loopback in a built-in host.");
        if (routes.TryFind(target, out var source, out _)) return source;
        throw new HostStackException($"There is no way to {target}: give the host an address in that network, or a gateway.");
    }

    /// <summary>Refuses what is no port.</summary>
    /// <exception cref="HostStackException">It is none.</exception>
    internal static void CheckPort(int port)
    {
        if (port is < 1 or > ushort.MaxValue) throw new HostStackException($"{port} is no port: 1 to {ushort.MaxValue}.");
    }

    /// <summary>Own frames, broadcasts, and the groups of IPv6, which the IP layer sorts out.</summary>
    private bool IsForUs(MacAddress destination) => destination == _mac || destination.IsBroadcast || destination.Value >> 32 == 0x3333;

    private IpReading ReceiveV4(ReadOnlySpan<byte> body, Instant now)
    {
        var reading = IpReader.ReadV4(body, out var packet);
        if (reading != IpReading.Whole) return reading;
        return _routes.Owns(packet.Destination) || _routes.IsBroadcast(packet.Destination) ? Deliver(packet, now) : IpReading.Unknown;
    }

    private IpReading ReceiveV6(ReadOnlySpan<byte> body, Instant now)
    {
        var reading = IpReader.ReadV6(body, out var packet);
        if (reading != IpReading.Whole) return reading;
        return _routes.Owns(packet.Destination) || _routes.IsGroupMember(packet.Destination) ? Deliver(packet, now) : IpReading.Unknown;
    }

    private IpReading Deliver(in IpPacket packet, Instant now)
    {
        // Nobody else may speak in this host's name, and groups do not speak.
        if (packet.Source.IsMulticast || _routes.Owns(packet.Source) || _routes.IsBroadcast(packet.Source)) return IpReading.Unknown;
        return packet.Protocol switch
        {
            IpProtocol.Tcp => Tcp.Receive(packet, now),
            IpProtocol.Udp => Udp.Receive(packet, now),
            IpProtocol.Icmp when !packet.Source.IsV6 => _icmp.Receive(packet, now),
            IpProtocol.IcmpV6 when packet.Source.IsV6 => _icmp.Receive(packet, now),
            _ => IpReading.Unknown,
        };
    }

    private void Count(IpReading reading)
    {
        if (reading == IpReading.Whole) return;
        if (reading == IpReading.Malformed) Counters.Malformed++;
        else if (reading == IpReading.BadChecksum) Counters.BadChecksums++;
        else if (reading == IpReading.Fragment) Counters.Fragments++;
        else Counters.Ignored++;
    }

    /// <summary>Nobody answered for the neighbour: the sender is told as if a router had said so.</summary>
    private void OnNeighbourUnreachable(ReadOnlySpan<byte> packet, Instant now)
    {
        if (IcmpError.TryQuote(packet, IcmpErrorKind.Unreachable, 0, out var error)) OnError(error, now);
    }

    private void OnError(in IcmpError error, Instant now)
    {
        switch (error.Protocol)
        {
            case IpProtocol.Tcp:
                Tcp.OnError(error, now);
                break;
            case IpProtocol.Udp:
                Udp.OnError(error);
                break;
            case IpProtocol.Icmp or IpProtocol.IcmpV6:
                Echo.OnError(error);
                break;
        }
    }
}
