using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc.Flower;

/// <content>IP and what is above it. What a tunnel carries is not looked at (FLOW_DISSECTOR_F_STOP_BEFORE_ENCAP); label stacks are no tunnel.</content>
internal ref partial struct FlowDissector
{
    private const byte Dccp = 33;
    private const byte Esp = 50;
    private const byte MplsInIp = 137;

    private Step ReadIPv4()
    {
        if (!TryRead(PacketHeaders.IPv4Size, out var ip) || (ip[0] & 0xF) < 5) return Step.Done;
        _at += (ip[0] & 0xF) * 4;
        _ipProtocol = ip[9];
        _key.Set(FlowField.AddressType, FlowField.AddressV4);
        _key[FlowField.SourceHigh.Word] = BinaryPrimitives.ReadUInt32BigEndian(ip[12..]);
        _key[FlowField.DestinationHigh.Word] = BinaryPrimitives.ReadUInt32BigEndian(ip[16..]);
        _key[FlowField.SourceLow.Word] = _key[FlowField.DestinationLow.Word] = 0;
        _key.Set(FlowField.Tos, ip[1]);
        _key.Set(FlowField.Ttl, ip[8]);
        var fragment = BinaryPrimitives.ReadUInt16BigEndian(ip[6..]) & 0x3FFF;
        if (fragment == 0) return Step.Transport;
        // Not even the first part is looked into: its ports would not be those of the others.
        SetFragment(isFirst: (fragment & 0x1FFF) == 0);
        return Step.Done;
    }

    private Step ReadIPv6()
    {
        if (!TryRead(PacketHeaders.IPv6Size, out var ip)) return Step.Done;
        _at += PacketHeaders.IPv6Size;
        _ipProtocol = ip[6];
        _key.Set(FlowField.AddressType, FlowField.AddressV6);
        _key[FlowField.SourceHigh.Word] = BinaryPrimitives.ReadUInt64BigEndian(ip[8..]);
        _key[FlowField.SourceLow.Word] = BinaryPrimitives.ReadUInt64BigEndian(ip[16..]);
        _key[FlowField.DestinationHigh.Word] = BinaryPrimitives.ReadUInt64BigEndian(ip[24..]);
        _key[FlowField.DestinationLow.Word] = BinaryPrimitives.ReadUInt64BigEndian(ip[32..]);
        _key.Set(FlowField.Tos, (ulong)(BinaryPrimitives.ReadUInt16BigEndian(ip) >> 4));
        _key.Set(FlowField.Ttl, ip[7]);
        return Step.Transport;
    }

    private Step ReadTransport()
    {
        switch (_ipProtocol)
        {
            case IpProtocol.HopByHop or IpProtocol.Routing or IpProtocol.DestinationOptions when _protocol == EtherType.IPv6:
                return ReadExtension();
            case IpProtocol.Fragment when _protocol == EtherType.IPv6:
                return ReadFragmentHeader();
            case MplsInIp:
                _protocol = MplsUnicast;
                return Step.Network;
            case IpProtocol.Tcp:
                ReadTcp();
                break;
            case IpProtocol.Icmp or IpProtocol.IcmpV6:
                ReadIcmp();
                break;
        }

        ReadPorts();
        return Step.Done;
    }

    private Step ReadExtension()
    {
        if (!TryRead(2, out var header)) return Step.Done;
        _ipProtocol = header[0];
        _at += (header[1] + 1) * 8;
        return ++_headers > MaxHeaders ? Step.Done : Step.Transport;
    }

    private Step ReadFragmentHeader()
    {
        if (!TryRead(8, out var header)) return Step.Done;
        _ipProtocol = header[0];
        _at += 8;
        SetFragment(isFirst: (BinaryPrimitives.ReadUInt16BigEndian(header[2..]) & 0xFFF8) == 0);
        return Step.Done;
    }

    private readonly void SetFragment(bool isFirst) => _key.Set(FlowField.Fragments, FlowField.Fragment | (isFirst ? FlowField.FirstFragment : 0));

    private readonly void ReadTcp()
    {
        if (TryRead(PacketHeaders.TcpSize, out var tcp) && tcp[12] >> 4 >= PacketHeaders.TcpSize / 4)
            _key.Set(FlowField.TcpFlags, BinaryPrimitives.ReadUInt16BigEndian(tcp[12..]) & 0xFFFu);
    }

    private readonly void ReadIcmp()
    {
        if (!TryRead(8, out var icmp)) return;
        _key.Set(FlowField.IcmpType, icmp[0]);
        _key.Set(FlowField.IcmpCode, icmp[1]);
    }

    private void ReadPorts()
    {
        if (_ipProtocol == IpProtocol.Authentication) _at += 4;
        else if (_ipProtocol is not (IpProtocol.Tcp or IpProtocol.Udp or IpProtocol.Sctp or IpProtocol.UdpLite or Dccp or Esp)) return;
        if (!TryRead(4, out var ports)) return;
        _key.Set(FlowField.SourcePort, BinaryPrimitives.ReadUInt16BigEndian(ports));
        _key.Set(FlowField.DestinationPort, BinaryPrimitives.ReadUInt16BigEndian(ports[2..]));
    }
}
