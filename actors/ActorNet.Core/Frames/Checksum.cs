using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ActorNet.Core.Frames;

/// <summary>The Internet checksum (RFC 1071). Sums are of big-endian 16-bit words and may be added up piece by piece as long as each piece but the last is even.</summary>
public static class Checksum
{
    /// <summary>Bytes summed before the 32-bit lanes are folded: far below where they could overflow.</summary>
    private const int LaneLimit = 1 << 20;

    /// <summary>The value of the checksum field for a sum: folded to 16 bits and complemented. 0 over bytes that contain a right checksum.</summary>
    public static ushort Fold(uint sum) => (ushort)~Reduce(sum);

    /// <summary>Sum of <paramref name="bytes"/> on top of <paramref name="seed"/>; an odd last byte counts as the high half of a word.</summary>
    /// <param name="bytes">What is to be covered.</param>
    /// <param name="seed">An earlier sum, or 0.</param>
    public static uint Partial(ReadOnlySpan<byte> bytes, uint seed = 0)
    {
        while (bytes.Length > LaneLimit)
        {
            seed = AddNative(seed, SumNative(bytes[..LaneLimit]));
            bytes = bytes[LaneLimit..];
        }

        return AddNative(seed, SumNative(bytes));
    }

    /// <summary>Sum of the pseudo-header of TCP and UDP (RFC 9293 section 3.1, RFC 8200 section 8.1).</summary>
    /// <param name="addresses">Source and destination as they stand in the IP header: 8 bytes of IPv4 or 32 of IPv6.</param>
    /// <param name="protocol">Protocol number of the transport.</param>
    /// <param name="length">Bytes of transport header and payload.</param>
    public static uint PseudoHeader(ReadOnlySpan<byte> addresses, byte protocol, int length) =>
        Partial(addresses, protocol + (uint)(length & 0xFFFF) + ((uint)length >> 16));

    /// <summary>
    /// Finishes a checksum that was left to the sender (<c>skb_checksum_help</c>): sums from <see cref="SkBuff.CsumStart"/> to the end and stores the result. Shared bytes
    /// are copied first. Nothing is done unless <see cref="SkBuff.IpSummed"/> is Partial.
    /// </summary>
    /// <param name="skb">A plain frame, wherever it stands; still owned by the caller.</param>
    /// <param name="pool">Gives the bytes when they are shared.</param>
    /// <returns>False when the offsets point out of the frame, it is a super-frame, or no buffer is left: it is then as before.</returns>
    public static bool Complete(SkBuff skb, SkBuffPool pool) => Complete(skb, pool, out _);

    /// <summary>As the other, telling why it failed.</summary>
    internal static bool Complete(SkBuff skb, SkBuffPool pool, out DropReason reason)
    {
        reason = DropReason.BadOffloadHeader;
        if (skb.IpSummed != IpSummed.Partial) return true;
        if (skb.IsGso || skb.CsumStart + skb.CsumOffset + sizeof(ushort) > skb.Frame.Length) return false;
        reason = DropReason.NoMemory;
        if (skb.IsShared && !pool.Unshare(skb)) return false;
        var covered = skb.Frame[skb.CsumStart..];
        var value = Fold(Partial(covered));

        // UDP reads 0 as "no checksum"; all ones means the same number and every protocol accepts it.
        BinaryPrimitives.WriteUInt16BigEndian(covered[skb.CsumOffset..], value == 0 ? ushort.MaxValue : value);
        skb.IpSummed = IpSummed.None;
        skb.CsumStart = skb.CsumOffset = 0;
        return true;
    }

    private static uint Reduce(uint sum)
    {
        sum = (sum & 0xFFFF) + (sum >> 16);
        return (sum & 0xFFFF) + (sum >> 16);
    }

    /// <summary>Adds a sum of words in this machine's byte order; swapping the bytes of the folded sum is the same as swapping every word.</summary>
    private static uint AddNative(uint seed, uint native)
    {
        var folded = (ushort)Reduce(native);
        return Reduce(seed) + (BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(folded) : folded);
    }

    private static uint SumNative(ReadOnlySpan<byte> bytes)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<uint>>(bytes);
        var sum = vectors.IsEmpty ? 0 : SumVectors(vectors);
        bytes = bytes[(vectors.Length * Vector<byte>.Count)..];
        foreach (var word in MemoryMarshal.Cast<byte, ushort>(bytes)) sum += word;
        if ((bytes.Length & 1) != 0) sum += BitConverter.IsLittleEndian ? bytes[^1] : (uint)bytes[^1] << 8;
        return sum;
    }

    /// <summary>Sums the low and the high halves of 32-bit lanes apart, which needs neither carries nor widening.</summary>
    private static uint SumVectors(ReadOnlySpan<Vector<uint>> vectors)
    {
        var half = new Vector<uint>(0xFFFF);
        var low = Vector<uint>.Zero;
        var high = Vector<uint>.Zero;
        foreach (var vector in vectors)
        {
            low += vector & half;
            high += vector >>> 16;
        }

        return Vector.Sum((low & half) + (low >>> 16) + (high & half) + (high >>> 16));
    }
}
