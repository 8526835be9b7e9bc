using System.Buffers.Binary;

namespace ActorNet.Core.Frames;

/// <summary>The Internet checksum of bytes that changed, from that of the old ones (RFC 1624, equation 3): nothing else of the packet is read.</summary>
public static class ChecksumUpdate
{
    /// <summary>The checksum after one 16-bit word changed (<c>csum_replace2</c>).</summary>
    /// <param name="check">The checksum as it stood in the packet.</param>
    /// <param name="before">The word as it was.</param>
    /// <param name="after">The word as it is now.</param>
    public static ushort Replace(ushort check, ushort before, ushort after) => Checksum.Fold((uint)(ushort)~check + (ushort)~before + after);

    /// <summary>The checksum after two neighbouring words changed, such as an address (<c>csum_replace4</c>). Never 0xFFFF, which as a value of the field means the same as 0.</summary>
    /// <param name="check">The checksum as it stood in the packet.</param>
    /// <param name="before">The words as they were.</param>
    /// <param name="after">The words as they are now.</param>
    public static ushort Replace(ushort check, uint before, uint after) =>
        // The kernel complements the checksum as a 32-bit number, whose upper half is then ones: zero, but not the zero that folds to 0xFFFF.
        Checksum.Fold(0xFFFFu + (ushort)~check + Halves(~before) + Halves(after));

    /// <summary>
    /// The sum of a pseudo-header that stands in the checksum field of a frame whose checksum is left to the device (<see cref="IpSummed.Partial"/>), after an
    /// address changed. It is not complemented.
    /// </summary>
    public static ushort ReplaceInPartial(ushort sum, uint before, uint after) => (ushort)~Checksum.Fold(sum + Halves(~before) + Halves(after));

    /// <summary>
    /// Repairs a checksum of TCP, UDP or ICMP after an address changed (<c>inet_proto_csum_replace4</c>).
    /// </summary>
    /// <param name="skb">The frame, its bytes not shared.</param>
    /// <param name="field">The two bytes of the checksum.</param>
    /// <param name="before">The address as it was, in host order.</param>
    /// <param name="after">The address as it is now.</param>
    /// <param name="inPseudoHeader">Whether the checksum covers the address as part of a pseudo-header; one that is left to the device covers nothing else yet.</param>
    internal static void Repair(SkBuff skb, Span<byte> field, uint before, uint after, bool inPseudoHeader)
    {
        var value = BinaryPrimitives.ReadUInt16BigEndian(field);
        if (skb.IpSummed != IpSummed.Partial) BinaryPrimitives.WriteUInt16BigEndian(field, Replace(value, before, after));
        else if (inPseudoHeader) BinaryPrimitives.WriteUInt16BigEndian(field, ReplaceInPartial(value, before, after));
    }

    private static uint Halves(uint words) => (words >> 16) + (words & 0xFFFF);
}
