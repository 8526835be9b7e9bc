using System.Net;
using ActorNet.Core.Frames;

namespace ActorNet.TestKit;

/// <summary>The Ethernet header.</summary>
/// <param name="Destination">Whom it is for.</param>
/// <param name="Source">Whom it is from.</param>
/// <param name="Type">EtherType behind all VLAN tags.</param>
public sealed record EthernetView(MacAddress Destination, MacAddress Source, ushort Type);

/// <summary>A VLAN tag.</summary>
/// <param name="Protocol">TPID: 0x8100 or 0x88a8.</param>
/// <param name="Id">Number of the VLAN, 0 to 4095.</param>
/// <param name="Priority">0 to 7.</param>
/// <param name="DropEligible">The DEI bit.</param>
public sealed record VlanView(ushort Protocol, int Id, int Priority, bool DropEligible);

/// <summary>An ARP packet for IPv4 over Ethernet (RFC 826).</summary>
/// <param name="Operation">1 request, 2 reply.</param>
/// <param name="SenderMac">The sender's Ethernet address.</param>
/// <param name="Sender">The sender's IPv4 address.</param>
/// <param name="TargetMac">The target's Ethernet address; zero in a request.</param>
/// <param name="Target">The target's IPv4 address.</param>
public sealed record ArpView(int Operation, MacAddress SenderMac, IPAddress Sender, MacAddress TargetMac, IPAddress Target)
{
    /// <summary>Somebody asks.</summary>
    public bool IsRequest => Operation == 1;

    /// <summary>Somebody answers.</summary>
    public bool IsReply => Operation == 2;
}
