using System.Buffers.Binary;
using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Icmp;
using ActorNet.Hosts.Ip;
using ActorNet.Hosts.Time;

namespace ActorNet.Hosts.Udp;

/// <summary>UDP (RFC 768): ports, datagrams, generated flows and what is known of those that arrive.</summary>
public sealed class UdpProtocol
{
    /// <summary>Ports that may be open, and flows that are sent, at a time.</summary>
    public const int MaxPorts = 4096;

    /// <summary>Flows that are counted on arrival; datagrams of further ones are kept like any other.</summary>
    public const int MaxFlows = 1024;

    /// <summary>Most datagrams that a flow without a pace sends.</summary>
    public const int MaxUnpaced = 65_536;

    /// <summary>Fastest pace in bits per second.</summary>
    public const long MaxBitsPerSecond = 1_000_000_000_000;

    /// <summary>Most datagrams that leave together.</summary>
    public const int MaxBurst = 64;

    private const int FirstEphemeral = 32_768;
    private const int EphemeralPorts = 28_232;

    private readonly Dictionary<int, UdpPort> _ports = [];
    private readonly Dictionary<int, UdpRun> _runs = [];
    private readonly Dictionary<int, UdpFlowStatistics> _flows = [];
    private readonly RouteTable _routes;
    private readonly IpOutput _output;
    private readonly IcmpProtocol _icmp;
    private readonly TimerHeap _timers;
    private readonly RandomSource _random;
    private readonly StackCounters _counters;

    internal UdpProtocol(RouteTable routes, IpOutput output, IcmpProtocol icmp, TimerHeap timers, RandomSource random, StackCounters counters) =>
        (_routes, _output, _icmp, _timers, _random, _counters) = (routes, output, icmp, timers, random, counters);

    /// <summary>Opens a port; one that is open stays as it is.</summary>
    /// <exception cref="HostStackException">It is no port, or too many are open.</exception>
    public void Open(int port)
    {
        HostStack.CheckPort(port);
        if (_ports.ContainsKey(port)) return;
        if (_ports.Count >= MaxPorts) throw new HostStackException($"{MaxPorts} UDP ports are open: that is the limit.");
        _ports.Add(port, new UdpPort());
    }

    /// <summary>Takes what came for a port.</summary>
    /// <param name="port">An open port.</param>
    /// <param name="lost">How many found no room since it was opened.</param>
    /// <exception cref="HostStackException">The port is not open.</exception>
    public IReadOnlyList<UdpDatagram> Take(int port, out long lost)
    {
        if (!_ports.TryGetValue(port, out var open)) throw new HostStackException($"UDP port {port} is not open: open it before datagrams come.");
        lost = open.Lost;
        return open.Take();
    }

    /// <summary>Sends a datagram.</summary>
    /// <exception cref="HostStackException">It cannot be sent: no way, no port, too long.</exception>
    public void Send(IpAddress target, int fromPort, int toPort, ReadOnlySpan<byte> payload, Instant now)
    {
        HostStack.CheckPort(fromPort);
        HostStack.CheckPort(toPort);
        var source = HostStack.SourceFor(_routes, target);
        CheckLength(payload.Length, target.IsV6, least: 0);
        payload.CopyTo(Begin(source, target, fromPort, toPort, payload.Length, Ecn.NotCapable, out var datagram));
        Finish(datagram, now);
    }

    /// <summary>Starts a flow: the first datagram leaves at once.</summary>
    /// <exception cref="HostStackException">It makes no sense, or there is no way.</exception>
    public void Start(in UdpFlow flow, Action<UdpFlowSent> done, Instant now)
    {
        HostStack.CheckPort(flow.Port);
        var source = HostStack.SourceFor(_routes, flow.Target);
        CheckLength(flow.PayloadBytes, flow.Target.IsV6, FlowPayload.Size);
        CheckPace(flow);
        if (_runs.Count >= MaxPorts) throw new HostStackException($"{MaxPorts} UDP flows are under way: wait for one of them.");
        int port;
        do port = FirstEphemeral + (int)_random.Below(EphemeralPorts);
        while (_ports.ContainsKey(port) || _runs.ContainsKey(port));
        var run = new UdpRun(this, flow, port, source, _timers, done, now);
        _runs.Add(port, run);
        run.OnTimer(now);
    }

    /// <summary>What arrived of a flow; null when nothing has.</summary>
    public UdpFlowStatistics? Flow(int flow) => _flows.GetValueOrDefault(flow);

    internal IpReading Receive(in IpPacket packet, Instant now)
    {
        var bytes = packet.Payload;
        if (bytes.Length < PacketHeaders.UdpSize) return IpReading.Malformed;
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        if (length < PacketHeaders.UdpSize || length > bytes.Length) return IpReading.Malformed;
        var isSummed = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]) != 0;
        // Only IPv4 lets a sender leave it out (RFC 8200, section 8.1).
        if (isSummed ? !packet.IsSumRightOf(length) : packet.Source.IsV6) return IpReading.BadChecksum;
        if (_ports.TryGetValue(BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), out var port))
        {
            Deliver(port, packet, bytes[PacketHeaders.UdpSize..length], now);
            return IpReading.Whole;
        }

        _counters.ClosedPorts++;
        _icmp.SendPortUnreachable(packet, now);
        return IpReading.Whole;
    }

    internal void OnError(in IcmpError error)
    {
        if (_runs.TryGetValue(BinaryPrimitives.ReadUInt16BigEndian(error.Transport), out var run)) run.Errors++;
    }

    internal void Remove(UdpRun run) => _runs.Remove(run.SourcePort);

    internal void SendOf(in UdpFlow flow, int sourcePort, IpAddress source, long number, Instant now)
    {
        var payload = Begin(source, flow.Target, sourcePort, flow.Port, flow.PayloadBytes, flow.EcnCapable ? Ecn.Capable : Ecn.NotCapable, out var datagram);
        new FlowPayload(flow.Flow, number, now).Write(payload);
        Finish(datagram, now);
    }

    private static void CheckPace(in UdpFlow flow)
    {
        if (flow.BitsPerSecond is < 0 or > MaxBitsPerSecond) throw new HostStackException($"A pace of {flow.BitsPerSecond} bit/s is out of range: 0 to {MaxBitsPerSecond}.");
        if (flow.Datagrams < 0) throw new HostStackException("The number of datagrams of a UDP flow is not negative.");
        if (flow.Burst is < 1 or > MaxBurst) throw new HostStackException($"A burst of {flow.Burst} datagrams is out of range: 1 to {MaxBurst}.");
        if (flow.Datagrams == 0 && flow.Duration <= 0) throw new HostStackException("A UDP flow needs a number of datagrams or a duration.");
        if (flow.BitsPerSecond == 0 && flow.Datagrams is 0 or > MaxUnpaced)
            throw new HostStackException($"A UDP flow without a pace needs a number of datagrams, {MaxUnpaced} at most.");
    }

    private void CheckLength(int length, bool isV6, int least)
    {
        var most = _output.MaxPayload(isV6) - PacketHeaders.UdpSize;
        if (length < least || length > most) throw new HostStackException($"A UDP payload of {length} bytes is out of range: {least} to {most} with an MTU of {_output.Mtu}.");
    }

    private Span<byte> Begin(IpAddress source, IpAddress target, int fromPort, int toPort, int length, Ecn ecn, out Span<byte> datagram)
    {
        datagram = _output.Begin(source, target, IpProtocol.Udp, PacketHeaders.UdpSize + length, ecn);
        BinaryPrimitives.WriteUInt16BigEndian(datagram, (ushort)fromPort);
        BinaryPrimitives.WriteUInt16BigEndian(datagram[2..], (ushort)toPort);
        BinaryPrimitives.WriteUInt16BigEndian(datagram[4..], (ushort)datagram.Length);
        datagram[6] = datagram[7] = 0;
        return datagram[PacketHeaders.UdpSize..];
    }

    private void Finish(Span<byte> datagram, Instant now)
    {
        var sum = _output.TransportSum();
        BinaryPrimitives.WriteUInt16BigEndian(datagram[6..], sum == 0 ? ushort.MaxValue : sum);
        _output.Send(now);
    }

    private void Deliver(UdpPort port, in IpPacket packet, ReadOnlySpan<byte> payload, Instant now)
    {
        var marked = packet.Ecn == Ecn.CongestionExperienced;
        _counters.UdpDatagrams++;
        _counters.UdpBytes += payload.Length;
        if (FlowPayload.TryRead(payload, out var generated) && StatisticsOf(generated.Flow) is { } flow)
        {
            flow.Add(generated, payload.Length, marked, now);
            return;
        }

        if (port.HasRoom(payload.Length))
            port.Add(new UdpDatagram(now, packet.Source, BinaryPrimitives.ReadUInt16BigEndian(packet.Payload), payload.ToArray(), marked));
    }

    private UdpFlowStatistics? StatisticsOf(int flow)
    {
        if (_flows.TryGetValue(flow, out var known)) return known;
        if (_flows.Count >= MaxFlows) return null;
        var added = new UdpFlowStatistics(flow);
        _flows.Add(flow, added);
        return added;
    }
}
