using System.Buffers.Binary;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Ip;

namespace ActorNet.Hosts.Tcp;

/// <summary>A received segment; every length was checked.</summary>
internal readonly ref struct TcpSegment
{
    private TcpSegment(ReadOnlySpan<byte> bytes, int header, bool marked)
    {
        SourcePort = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        Sequence = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        Acknowledgement = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]);
        Flags = (TcpFlags)bytes[13];
        Window = BinaryPrimitives.ReadUInt16BigEndian(bytes[14..]);
        Options = bytes[PacketHeaders.TcpSize..header];
        Payload = bytes[header..];
        IsMarked = marked;
    }

    internal ushort SourcePort { get; }

    internal ushort DestinationPort { get; }

    internal uint Sequence { get; }

    internal uint Acknowledgement { get; }

    internal TcpFlags Flags { get; }

    internal ushort Window { get; }

    internal ReadOnlySpan<byte> Options { get; }

    internal ReadOnlySpan<byte> Payload { get; }

    /// <summary>Whether the network had marked it CE.</summary>
    internal bool IsMarked { get; }

    /// <summary>Sequence numbers it takes up.</summary>
    internal int Length => Payload.Length + (Has(TcpFlags.Syn) ? 1 : 0) + (Has(TcpFlags.Fin) ? 1 : 0);

    internal bool Has(TcpFlags flag) => (Flags & flag) != 0;

    internal static IpReading Read(in IpPacket packet, out TcpSegment segment)
    {
        segment = default;
        var bytes = packet.Payload;
        if (bytes.Length < PacketHeaders.TcpSize) return IpReading.Malformed;
        var header = (bytes[12] >> 4) * 4;
        if (header < PacketHeaders.TcpSize || header > bytes.Length) return IpReading.Malformed;
        if (!packet.IsTransportSumRight) return IpReading.BadChecksum;
        segment = new TcpSegment(bytes, header, packet.Ecn == Ecn.CongestionExperienced);
        return IpReading.Whole;
    }
}
