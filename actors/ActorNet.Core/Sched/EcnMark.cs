using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Sched;

/// <summary>Marks packets as having met congestion instead of dropping them (RFC 3168; <c>INET_ECN_set_ce</c>).</summary>
internal static class EcnMark
{
    private const int Mask = 3;
    private const int CongestionExperienced = 3;

    /// <summary>Marks an IP packet whose sender knows ECN, repairing the header's checksum. Shared bytes are copied first.</summary>
    /// <returns>Whether it bears the mark now; false for what is not IP, or does not know ECN, or when no buffer is left.</returns>
    public static bool TryMark(SkBuff skb, SkBuffPool pool)
    {
        var header = skb.NetworkHeader - skb.MacHeader;
        var protocol = skb.Protocol;
        var length = skb.Frame.Length - header;
        return protocol switch
        {
            EtherType.IPv4 when length >= 20 => TryMarkV4(skb, pool, header),
            EtherType.IPv6 when length >= 40 => TryMarkV6(skb, pool, header),
            _ => false,
        };
    }

    /// <summary>The traffic class of an IP packet, its two bits of ECN included (<c>skb_get_dsfield</c>).</summary>
    /// <returns>False for what is not IP.</returns>
    public static bool TryTrafficClass(SkBuff skb, out byte value)
    {
        var packet = skb.Frame[Math.Min(skb.NetworkHeader - skb.MacHeader, skb.Frame.Length)..];
        value = skb.Protocol switch
        {
            EtherType.IPv4 when packet.Length >= 20 => packet[1],
            EtherType.IPv6 when packet.Length >= 40 => (byte)(BinaryPrimitives.ReadUInt16BigEndian(packet) >> 4),
            _ => 0,
        };
        return packet.Length >= 20 && skb.Protocol is EtherType.IPv4 or EtherType.IPv6;
    }

    private static bool TryMarkV4(SkBuff skb, SkBuffPool pool, int header)
    {
        var ecn = skb.Frame[header + 1] & Mask;
        if (ecn == CongestionExperienced) return true;
        if (ecn == 0 || (skb.IsShared && !pool.Unshare(skb))) return false;
        var bytes = skb.Frame[header..];
        var before = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        bytes[1] |= CongestionExperienced;
        var after = BinaryPrimitives.ReadUInt16BigEndian(bytes);

        BinaryPrimitives.WriteUInt16BigEndian(bytes[10..], ChecksumUpdate.Replace(BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]), before, after));
        return true;
    }

    private static bool TryMarkV6(SkBuff skb, SkBuffPool pool, int header)
    {
        // The traffic class lies across the first two bytes; its last two bits are bits 4 and 5 of the second.
        var ecn = (skb.Frame[header + 1] >> 4) & Mask;
        if (ecn == CongestionExperienced) return true;
        if (ecn == 0 || (skb.IsShared && !pool.Unshare(skb))) return false;
        skb.Frame[header + 1] |= CongestionExperienced << 4;
        return true;
    }
}
