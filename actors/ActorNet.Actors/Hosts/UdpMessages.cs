using System.Net;
using ActorNet.Actors.Messages;
using ActorNet.Core;

namespace ActorNet.Actors.Hosts;

/// <summary>To a host: take datagrams for a port from now on; a port that is open stays so. Answered with <see cref="Done"/>. A closed port answers with ICMP.</summary>
/// <param name="Port">1 to 65535.</param>
public sealed record OpenUdp(int Port);

/// <summary>To a host: what came for an open port since the last time. Answered with <see cref="Datagrams"/>.</summary>
/// <param name="Port">The port.</param>
public sealed record TakeDatagrams(int Port);

/// <summary>Answer to <see cref="TakeDatagrams"/>.</summary>
/// <param name="Received">In the order of arrival. Those of generated flows are counted and not kept.</param>
/// <param name="Lost">How many the port's queue had no room for, since it was opened.</param>
public sealed record Datagrams(IReadOnlyList<Datagram> Received, long Lost);

/// <summary>A UDP datagram that a host received.</summary>
/// <param name="Time">When.</param>
/// <param name="From">Its source.</param>
/// <param name="FromPort">Its source port.</param>
/// <param name="Payload">Its payload.</param>
/// <param name="CongestionExperienced">Whether the network had marked it CE (RFC 3168).</param>
public sealed record Datagram(Instant Time, IPAddress From, int FromPort, ReadOnlyMemory<byte> Payload, bool CongestionExperienced);

/// <summary>To a host: send one datagram. Answered with <see cref="Done"/> when it is on its way, which says nothing about its arrival.</summary>
/// <param name="Target">IPv4 or IPv6.</param>
/// <param name="FromPort">Source port.</param>
/// <param name="ToPort">Destination port.</param>
/// <param name="Payload">What fits one packet of the host's MTU.</param>
public sealed record SendDatagram(IPAddress Target, int FromPort, int ToPort, ReadOnlyMemory<byte> Payload);

/// <summary>
/// To a host: send numbered datagrams at a steady pace, whatever becomes of them. Answered with <see cref="UdpSent"/> when the last one left. Several at a time.
/// The receiving host counts them, on an open port, by the flow's number: ask it with <see cref="TakeUdpFlow"/>.
/// </summary>
/// <param name="Target">IPv4 or IPv6.</param>
/// <param name="Port">Destination port, open at the target.</param>
/// <param name="BitsPerSecond">Pace in bits of payload per second; 0 sends all at once, which needs <paramref name="Datagrams"/>.</param>
/// <param name="PayloadBytes">UDP payload of each: 24 up to what fits one packet of the host's MTU.</param>
/// <param name="Datagrams">How many; 0 goes by <paramref name="Duration"/>.</param>
/// <param name="Duration">How long; ignored when the number of datagrams is given.</param>
/// <param name="Flow">Number of the flow, carried in the payload.</param>
public sealed record StartUdp(IPAddress Target, int Port, long BitsPerSecond, int PayloadBytes, long Datagrams, TimeSpan Duration, int Flow)
{
    /// <summary>Datagrams that leave together: the pace stays the same, with longer pauses. 1 to 64.</summary>
    public int Burst { get; init; } = 1;

    /// <summary>Whether they are sent as capable of congestion notification, ECT(0) of RFC 3168: an AQM then marks instead of dropping.</summary>
    public bool EcnCapable { get; init; }
}

/// <summary>Answer to <see cref="StartUdp"/>.</summary>
/// <param name="Flow">Number of the flow.</param>
/// <param name="Datagrams">Datagrams handed to the network.</param>
/// <param name="Bytes">Their payload.</param>
public sealed record UdpSent(int Flow, long Datagrams, long Bytes)
{
    /// <summary>Datagrams that the network, or the search for the neighbour, answered with an error.</summary>
    public long Errors { get; init; }
}

/// <summary>To the host that receives a flow: what of it has arrived? Answered with <see cref="UdpFlowReport"/>, all 0 when nothing has.</summary>
/// <param name="Flow">Number of the flow.</param>
public sealed record TakeUdpFlow(int Flow);

/// <summary>What arrived of a generated flow.</summary>
/// <param name="Datagrams">Different datagrams.</param>
/// <param name="Bytes">Their payload.</param>
/// <param name="Duplicates">Further copies, as far as a window of 65,536 numbers below the highest remembers them.</param>
/// <param name="Reordered">Datagrams that came after one with a higher number.</param>
/// <param name="Marked">Datagrams marked CE.</param>
/// <param name="HighestNumber">Highest number seen, counted from 0; -1 when none.</param>
/// <param name="First">When the first arrived.</param>
/// <param name="Last">When the last arrived.</param>
/// <param name="MeanDelay">Mean one-way delay in nanoseconds; sender and receiver share a clock.</param>
/// <param name="JitterNanoseconds">Interarrival jitter (RFC 3550, section 6.4.1).</param>
/// <param name="DelaySample">One-way delays in nanoseconds: all, or a random choice of 4,096 of them, in no order.</param>
public sealed record UdpFlowReport(
    long Datagrams, long Bytes, long Duplicates, long Reordered, long Marked, long HighestNumber, Instant First, Instant Last, long MeanDelay, long JitterNanoseconds,
    IReadOnlyList<long> DelaySample);
