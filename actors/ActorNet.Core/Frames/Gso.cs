using System.Runtime.CompilerServices;

namespace ActorNet.Core.Frames;

/// <summary>Arithmetic on super-frames that have not been cut.</summary>
public static class Gso
{
    /// <summary>
    /// Bytes that qdiscs and actions account for the frame as it stands now (rule QD-01). On transmit a super-frame counts the headers that its further
    /// segments will have; on receive, where the MAC header is pulled, only what is there counts.
    /// </summary>
    /// <remarks>Linux: <c>qdisc_pkt_len_init</c> and <c>sch_handle_ingress</c> in <c>net/core/dev.c</c>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int QdiscPktLen(SkBuff skb) => skb.GsoSegs <= 1 || skb.Data != skb.MacHeader ? skb.Length : SuperFrameLength(skb);

    /// <summary>
    /// Bytes of the longest segment the frame will be cut into, with the headers in front of it from <see cref="SkBuff.Data"/> on; the length of a
    /// plain frame (<c>skb_gso_validate_mac_len</c>, rule TBF-02).
    /// </summary>
    public static int SegmentLength(SkBuff skb)
    {
        if (!skb.IsGso) return skb.Length;
        return Math.Min(skb.Length, HeaderLength(skb) - (skb.Data - skb.MacHeader) + skb.GsoSize);
    }

    /// <summary>Bytes of all headers from the MAC header to the payload; 0 when the frame holds no complete TCP or UDP header.</summary>
    internal static int HeaderLength(SkBuff skb)
    {
        if (skb.HeaderLength != 0) return skb.HeaderLength;
        return PacketHeaders.TryParse(skb, out var headers) ? headers.Payload : 0;
    }

    private static int SuperFrameLength(SkBuff skb) => skb.Length + ((skb.GsoSegs - 1) * HeaderLength(skb));
}
