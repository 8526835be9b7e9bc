using ActorNet.Core;

namespace ActorNet.Hosts.Udp;

/// <summary>A datagram that came for an open port.</summary>
/// <param name="Time">When.</param>
/// <param name="From">Its source.</param>
/// <param name="FromPort">Its source port.</param>
/// <param name="Payload">Its payload, the receiver's own.</param>
/// <param name="CongestionExperienced">Whether the network had marked it.</param>
public readonly record struct UdpDatagram(Instant Time, IpAddress From, int FromPort, byte[] Payload, bool CongestionExperienced);
