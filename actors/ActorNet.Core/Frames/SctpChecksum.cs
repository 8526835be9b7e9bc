using System.Buffers.Binary;
using System.Numerics;

namespace ActorNet.Core.Frames;

/// <summary>The checksum of SCTP: CRC-32C over the packet with zeros in the checksum field, stored least significant byte first (RFC 9260 appendix A).</summary>
internal static class SctpChecksum
{
    /// <summary>Offset of the field in the SCTP header.</summary>
    public const int FieldOffset = 8;

    /// <summary>Bytes of the common header.</summary>
    public const int HeaderSize = 12;

    /// <summary>Computes the checksum and stores it.</summary>
    /// <param name="packet">From the common header to the end of the frame, at least <see cref="HeaderSize"/> bytes.</param>
    public static void Write(Span<byte> packet)
    {
        packet.Slice(FieldOffset, sizeof(uint)).Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(packet[FieldOffset..], ~Crc32C(packet));
    }

    private static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes) crc = BitOperations.Crc32C(crc, b);
        return crc;
    }
}
