using System.Buffers.Binary;
using ActorNet.Core;

namespace ActorNet.Hosts.Udp;

/// <summary>The payload of a generated datagram: a mark, the flow's number, the datagram's number, the time it was sent.</summary>
/// <param name="Flow">Number of the flow.</param>
/// <param name="Number">Number of the datagram, counted from 0.</param>
/// <param name="Sent">When it was sent.</param>
internal readonly record struct FlowPayload(int Flow, long Number, Instant Sent)
{
    /// <summary>Bytes of it; the rest is zeros.</summary>
    internal const int Size = 24;

    private const uint Mark = 0x414E_466C;

    internal void Write(Span<byte> payload)
    {
        payload[Size..].Clear();
        BinaryPrimitives.WriteUInt32BigEndian(payload, Mark);
        BinaryPrimitives.WriteInt32BigEndian(payload[4..], Flow);
        BinaryPrimitives.WriteInt64BigEndian(payload[8..], Number);
        BinaryPrimitives.WriteInt64BigEndian(payload[16..], Sent.Nanoseconds);
    }

    internal static bool TryRead(ReadOnlySpan<byte> payload, out FlowPayload read)
    {
        read = default;
        if (payload.Length < Size || BinaryPrimitives.ReadUInt32BigEndian(payload) != Mark) return false;
        read = new FlowPayload(BinaryPrimitives.ReadInt32BigEndian(payload[4..]), BinaryPrimitives.ReadInt64BigEndian(payload[8..]), new Instant(BinaryPrimitives.ReadInt64BigEndian(payload[16..])));
        return read.Number >= 0 && read.Sent.Nanoseconds >= 0;
    }
}
