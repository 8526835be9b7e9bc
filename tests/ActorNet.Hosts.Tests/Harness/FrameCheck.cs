using System.Buffers.Binary;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Tcp;
using Shouldly;

namespace ActorNet.Hosts.Tests.Harness;

/// <summary>A slow, independent reader of frames: what a host sends must be right to the last checksum.</summary>
internal static class FrameCheck
{
    internal static void Verify(byte[] frame)
    {
        frame.Length.ShouldBeGreaterThanOrEqualTo(42);
        MacAddress.Read(frame.AsSpan(6)).IsValidUnicast.ShouldBeTrue("the source is a station");
        var body = frame.AsSpan(14);
        switch (BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(12)))
        {
            case EtherType.IPv4:
                body[0].ShouldBe((byte)0x45);
                ((int)BinaryPrimitives.ReadUInt16BigEndian(body[2..])).ShouldBe(body.Length, "the total length is that of the frame");
                (body[6] & 0x40).ShouldBe(0x40, "don't fragment");
                Sum(body[..20]).ShouldBe(0xFFFF, "the header's checksum");
                VerifyTransport(body[9], body[20..], body[12..20]);
                break;
            case EtherType.IPv6:
                (body[0] >> 4).ShouldBe(6);
                ((int)BinaryPrimitives.ReadUInt16BigEndian(body[4..])).ShouldBe(body.Length - 40, "the payload length is that of the frame");
                VerifyTransport(body[6], body[40..], body[8..40]);
                break;
            case EtherType.Arp:
                body.Length.ShouldBe(28);
                break;
            default:
                throw new InvalidDataException("a host sends only ARP and IP.");
        }
    }

    /// <summary>Marks a packet CE if its sender understands that; mends the header's checksum the slow way.</summary>
    internal static void Mark(byte[] frame)
    {
        var type = BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(12));
        if (type == EtherType.IPv4 && (frame[15] & 3) is 1 or 2)
        {
            frame[15] |= 3;
            frame[24] = frame[25] = 0;
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(24), (ushort)~Sum(frame.AsSpan(14, 20)));
        }
        else if (type == EtherType.IPv6 && ((frame[15] >> 4) & 3) is 1 or 2)
        {
            frame[15] |= 0x30;
        }
    }

    /// <summary>Takes the offer of selective acknowledgements out of a SYN, as some firewalls do.</summary>
    internal static void StripSack(byte[] frame)
    {
        var sent = new SentFrame(0, frame);
        if ((sent.TcpFlags & TcpFlags.Syn) == 0) return;
        var segment = frame.AsSpan(sent.TransportOffset);
        for (var i = 20; i < sent.TcpHeader - 1; i++)
        {
            if (segment[i] == 4 && segment[i + 1] == 2) segment[i] = segment[i + 1] = 1;
        }

        MendTcp(frame);
    }

    /// <summary>Puts the right checksum into a segment that was changed.</summary>
    internal static void MendTcp(byte[] frame)
    {
        var sent = new SentFrame(0, frame);
        var segment = frame.AsSpan(sent.TransportOffset);
        segment[16] = segment[17] = 0;
        var addresses = sent.Type == EtherType.IPv6 ? frame.AsSpan(22, 32) : frame.AsSpan(26, 8);
        BinaryPrimitives.WriteUInt16BigEndian(segment[16..], (ushort)~Sum(segment, (Sum(addresses) + IpProtocol.Tcp + segment.Length) % 0xFFFF));
    }

    /// <summary>The sum of RFC 1071, word by word.</summary>
    internal static int Sum(ReadOnlySpan<byte> bytes, int start = 0)
    {
        var sum = start;
        for (var i = 0; i < bytes.Length; i++)
        {
            sum += i % 2 == 0 ? bytes[i] << 8 : bytes[i];
            if (sum > 0xFFFF) sum -= 0xFFFF;
        }

        return sum;
    }

    private static void VerifyTransport(byte protocol, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> addresses)
    {
        var pseudo = protocol == IpProtocol.Icmp ? 0 : (Sum(addresses) + protocol + payload.Length) % 0xFFFF;
        Sum(payload, pseudo).ShouldBe(0xFFFF, $"the checksum of protocol {protocol}");
    }
}
