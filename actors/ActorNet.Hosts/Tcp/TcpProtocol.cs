using System.Buffers.Binary;
using ActorNet.Core;
using ActorNet.Hosts.Icmp;
using ActorNet.Hosts.Ip;
using ActorNet.Hosts.Link;
using ActorNet.Hosts.Time;

namespace ActorNet.Hosts.Tcp;

/// <summary>A small TCP (RFC 9293): ports that listen and read, connections that send a generated stream, and the table of both.</summary>
public sealed class TcpProtocol
{
    /// <summary>Connections at a time, those that rest after their end included.</summary>
    public const int MaxConnections = 4096;

    /// <summary>Ports that listen at a time.</summary>
    public const int MaxListeners = 1024;

    /// <summary>What a receiver offers, and most that a sender has under way.</summary>
    internal const long WindowSize = 4 << 20;

    /// <summary>By how much the window field is scaled (RFC 7323).</summary>
    internal const int WindowShift = 7;

    /// <summary>Length of a stream that ends by time; far from where numbers overflow.</summary>
    internal const long Endless = 1L << 60;

    private const int FirstEphemeral = 32_768;
    private const int EphemeralPorts = 28_232;

    private readonly Dictionary<TcpEndpoints, TcpConnection> _connections = [];
    private readonly Dictionary<int, TcpArrivals> _listeners = [];
    private readonly RouteTable _routes;
    private readonly NeighbourTable _neighbours;
    private readonly RandomSource _random;
    private readonly StackCounters _counters;

    internal TcpProtocol(RouteTable routes, NeighbourTable neighbours, IpOutput output, TimerHeap timers, RandomSource random, StackCounters counters, StackSettings settings)
    {
        (_routes, _neighbours, _random, _counters) = (routes, neighbours, random, counters);
        (Segments, Timers, AsksEcn, Card) = (new TcpOutput(output), timers, settings.Ecn, new TcpCard(settings.BitsPerSecond));
    }

    /// <summary>Connections there are.</summary>
    public int Connections => _connections.Count;

    internal TcpOutput Segments { get; }

    internal TimerHeap Timers { get; }

    internal bool AsksEcn { get; }

    internal TcpCard Card { get; }

    /// <summary>Accepts connections to a port from now on; one that listens goes on.</summary>
    /// <exception cref="HostStackException">It is no port, or too many listen.</exception>
    public void Listen(int port)
    {
        HostStack.CheckPort(port);
        if (_listeners.ContainsKey(port)) return;
        if (_listeners.Count >= MaxListeners) throw new HostStackException($"{MaxListeners} TCP ports listen: that is the limit.");
        _listeners.Add(port, new TcpArrivals());
    }

    /// <summary>What came in on a port.</summary>
    /// <exception cref="HostStackException">The port does not listen.</exception>
    public TcpArrivals Received(int port) => _listeners.GetValueOrDefault(port) ?? throw new HostStackException($"TCP port {port} does not listen: let it listen before connections come.");

    /// <summary>Connects, sends, closes.</summary>
    /// <param name="transfer">Where to and how much.</param>
    /// <param name="done">Told the result.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="HostStackException">It makes no sense, or there is no way.</exception>
    public void Connect(in TcpTransfer transfer, Action<TcpResult> done, Instant now) => ConnectFrom(0, transfer, done, now);

    /// <summary>Connects from a port of the caller's choice; 0 picks one.</summary>
    internal void ConnectFrom(int port, in TcpTransfer transfer, Action<TcpResult> done, Instant now)
    {
        HostStack.CheckPort(transfer.Port);
        var source = HostStack.SourceFor(_routes, transfer.Target);
        if (transfer.Target.IsMulticast) throw new HostStackException($"{transfer.Target} is a group: TCP connects two stations.");
        if (transfer.Bytes is < 0 or > Endless) throw new HostStackException($"A stream of {transfer.Bytes} bytes is out of range: 0 to {Endless}.");
        if (transfer.Bytes == 0 && transfer.Duration <= 0) throw new HostStackException("A TCP stream needs a length or a duration.");
        if (_connections.Count >= MaxConnections) throw new HostStackException($"{MaxConnections} TCP connections are open: wait for one of them.");
        var ends = new TcpEndpoints(source, port == 0 ? FreePort(source, transfer) : port, transfer.Target, transfer.Port);
        long? duration = transfer.Bytes == 0 ? transfer.Duration : null;
        var connection = new TcpConnection(this, ends, NewNumber(), new TcpArrivals(), now, duration is null ? transfer.Bytes : Endless, done);
        _connections.Add(ends, connection);
        connection.Open(duration, now);
    }

    internal IpReading Receive(in IpPacket packet, Instant now)
    {
        var reading = TcpSegment.Read(packet, out var segment);
        if (reading != IpReading.Whole) return reading;
        if (!_routes.Owns(packet.Destination)) return IpReading.Unknown;
        var ends = new TcpEndpoints(packet.Destination, segment.DestinationPort, packet.Source, segment.SourcePort);
        if (_connections.TryGetValue(ends, out var connection)) connection.OnSegment(segment, now);
        else OnStranger(ends, segment, now);
        return IpReading.Whole;
    }

    internal void OnError(in IcmpError error, Instant now)
    {
        var ports = error.Transport;
        var ends = new TcpEndpoints(error.Source, BinaryPrimitives.ReadUInt16BigEndian(ports), error.Destination, BinaryPrimitives.ReadUInt16BigEndian(ports[2..]));
        if (!_connections.TryGetValue(ends, out var connection)) return;
        var sequence = Sequence.Unwrap(BinaryPrimitives.ReadUInt32BigEndian(ports[4..]), connection.Sender.Una);
        // Only who saw the segment knows its number (RFC 5927, section 4.1).
        if (sequence >= connection.Sender.Una && sequence <= connection.Sender.Next) connection.OnError(error, now);
    }

    /// <summary>Something new from the peer shows that the neighbour on the way is still there, and hears this host.</summary>
    internal void Confirm(IpAddress remote, Instant now)
    {
        if (_routes.TryFind(remote, out _, out var nextHop)) _neighbours.Confirm(nextHop, now);
    }

    internal void Remove(TcpConnection connection) => _connections.Remove(connection.Ends);

    /// <summary>The connection of two ends; null when there is none.</summary>
    internal TcpConnection? Find(in TcpEndpoints ends) => _connections.GetValueOrDefault(ends);

    private void OnStranger(in TcpEndpoints ends, in TcpSegment segment, Instant now)
    {
        var isSyn = (segment.Flags & (TcpFlags.Syn | TcpFlags.Ack | TcpFlags.Rst)) == TcpFlags.Syn;
        if (!isSyn || !_listeners.TryGetValue(ends.LocalPort, out var arrivals))
        {
            if (isSyn) _counters.ClosedPorts++;
            Segments.Refuse(ends, segment, now);
            return;
        }

        if (_connections.Count >= MaxConnections)
        {
            _counters.ConnectionsRefused++;
            return;
        }

        var connection = new TcpConnection(this, ends, NewNumber(), arrivals, now);
        _connections.Add(ends, connection);
        connection.Accept(segment, now);
    }

    /// <summary>An initial sequence number, in the second round of numbers so that none below it is negative.</summary>
    private long NewNumber() => (1L << 32) + (uint)_random.Next();

    private int FreePort(IpAddress source, in TcpTransfer transfer)
    {
        int port;
        do port = FirstEphemeral + (int)_random.Below(EphemeralPorts);
        while (_connections.ContainsKey(new TcpEndpoints(source, port, transfer.Target, transfer.Port)));
        return port;
    }
}
