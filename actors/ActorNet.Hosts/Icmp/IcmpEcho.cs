using System.Buffers.Binary;
using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Ip;
using ActorNet.Hosts.Link;
using ActorNet.Hosts.Time;

namespace ActorNet.Hosts.Icmp;

/// <summary>Echo of ICMP (RFC 792) and ICMPv6 (RFC 4443, section 4): answers requests, and pings.</summary>
public sealed class IcmpEcho
{
    /// <summary>Most requests of one ping.</summary>
    public const int MaxCount = 100_000;

    /// <summary>Pings at a time.</summary>
    public const int MaxRuns = 256;

    /// <summary>How long after the last request replies are waited for, in nanoseconds.</summary>
    internal const long Patience = 1_000_000_000;

    private readonly Dictionary<ushort, PingRun> _runs = [];
    private readonly RouteTable _routes;
    private readonly NeighbourTable _neighbours;
    private readonly TimerHeap _timers;
    private readonly RandomSource _random;
    private readonly StackCounters _counters;

    internal IcmpEcho(RouteTable routes, NeighbourTable neighbours, IpOutput output, TimerHeap timers, RandomSource random, StackCounters counters)
    {
        (_routes, _neighbours, Output, _timers, _random, _counters) = (routes, neighbours, output, timers, random, counters);
    }

    internal IpOutput Output { get; }

    /// <summary>Pings a station: the first request leaves at once.</summary>
    /// <param name="target">Unicast or IPv6 multicast address.</param>
    /// <param name="count">Requests, 1 to <see cref="MaxCount"/>.</param>
    /// <param name="interval">Nanoseconds between them, 0 or more.</param>
    /// <param name="payload">Bytes behind the echo header.</param>
    /// <param name="done">Told the result, when all have been answered or a second after the last request.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="HostStackException">It cannot be done.</exception>
    public void Ping(IpAddress target, int count, long interval, int payload, Action<PingResult> done, Instant now)
    {
        if (count is < 1 or > MaxCount) throw new HostStackException($"A ping of {count} requests is out of range: 1 to {MaxCount}.");
        if (interval < 0) throw new HostStackException("The interval of a ping is not negative.");
        var most = Output.MaxPayload(target.IsV6) - IcmpType.HeaderSize;
        if (payload < 0 || payload > most) throw new HostStackException($"A ping of {payload} bytes does not fit the MTU of {Output.Mtu}: 0 to {most}.");
        if (_runs.Count >= MaxRuns) throw new HostStackException($"{MaxRuns} pings are under way: wait for one of them.");
        var source = HostStack.SourceFor(_routes, target);
        ushort identifier;
        do identifier = (ushort)_random.Next();
        while (_runs.ContainsKey(identifier));
        var run = new PingRun(this, identifier, source, target, count, interval, payload, _timers, done);
        _runs.Add(identifier, run);
        run.OnTimer(now);
    }

    /// <summary>Whether the way to a station begins with a neighbour that is being looked for.</summary>
    internal bool IsSearching(IpAddress target) => _routes.TryFind(target, out _, out var nextHop) && _neighbours.IsSearching(nextHop);

    internal void Remove(PingRun run) => _runs.Remove(run.Identifier);

    internal void OnRequest(in IpPacket packet, Instant now)
    {
        var isV6 = packet.Source.IsV6;
        // Nobody wants the answers of a whole network (RFC 1122, section 3.2.2.6); IPv6 groups are asked on purpose.
        if (_routes.IsBroadcast(packet.Destination) || packet.Payload.Length > Output.MaxPayload(isV6) || !_routes.TryFind(packet.Source, out var source, out _))
        {
            _counters.Ignored++;
            return;
        }

        if (!packet.Destination.IsMulticast) source = packet.Destination;
        _counters.EchoesAnswered++;
        var body = Output.Begin(source, packet.Source, packet.Protocol, packet.Payload.Length);
        packet.Payload.CopyTo(body);
        body[0] = isV6 ? IcmpType.EchoReplyV6 : IcmpType.EchoReply;
        Finish(body, isV6);
        Output.Send(now);
    }

    internal void OnReply(in IpPacket packet, Instant now)
    {
        if (!_runs.TryGetValue(BinaryPrimitives.ReadUInt16BigEndian(packet.Payload[4..]), out var run))
        {
            _counters.Ignored++;
            return;
        }

        if (_routes.TryFind(packet.Source, out _, out var nextHop)) _neighbours.Confirm(nextHop, now);
        run.OnReply(BinaryPrimitives.ReadUInt16BigEndian(packet.Payload[6..]), now);
    }

    internal void OnError(in IcmpError error)
    {
        if (_runs.TryGetValue(BinaryPrimitives.ReadUInt16BigEndian(error.Transport[4..]), out var run)) run.OnError(BinaryPrimitives.ReadUInt16BigEndian(error.Transport[6..]));
    }

    /// <summary>Puts the checksum into a message of <see cref="Output"/>: that of ICMPv6 covers the addresses too.</summary>
    internal void Finish(Span<byte> body, bool isV6)
    {
        body[2] = body[3] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], isV6 ? Output.TransportSum() : Checksum.Fold(Checksum.Partial(body)));
    }
}
