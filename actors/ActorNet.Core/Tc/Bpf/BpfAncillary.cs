using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc.Bpf;

/// <summary>What a program learns beside the frame's bytes, by loads from offsets beyond <see cref="First"/> (<c>SKF_AD_*</c> of <c>linux/filter.h</c>).</summary>
internal static class BpfAncillary
{
    /// <summary>SKF_AD_OFF.</summary>
    public const uint First = 0xFFFF_F000;

    private const uint Last = 60;
    private const uint Step = 4;
    private const uint EthernetType = 1;
    private const uint NoType = 0xFFFE;
    private const uint LoopbackType = 772;

    /// <summary>Whether something is there.</summary>
    public static bool IsKnown(uint k) => k - First <= Last && k % Step == 0;

    /// <summary>Loads it.</summary>
    /// <param name="k">Offset that is known.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="x">Index register.</param>
    /// <param name="a">Accumulator.</param>
    /// <returns>False when the frame is on no device and that was asked for: the program ends.</returns>
    public static bool TryLoad(uint k, in BpfFrame frame, uint x, ref uint a)
    {
        var skb = frame.Skb;
        switch (k - First)
        {
            case 0:
                a = skb.Protocol;
                return true;
            case 4:
                a = (uint)skb.PacketType;
                return true;
            case 8:
                a = (uint)(skb.Dev?.IfIndex ?? 0);
                return skb.Dev is not null;
            case 12:
                a = BpfNetlink.Find(frame.Bytes, a, x);
                return true;
            case 16:
                a = BpfNetlink.FindNested(frame.Bytes, a, x);
                return true;
            case 20:
                a = skb.Mark;
                return true;
            case 24:
                a = skb.QueueMapping;
                return true;
            case 28:
                a = TypeOf(skb);
                return skb.Dev is not null;
            case 32:
                a = skb.Hash;
                return true;
            case 36:
                // All actors of a namespace share one loop: it is the only processor.
                a = 0;
                return true;
            case 40:
                a ^= x;
                return true;
            case 44:
                a = skb.VlanPresent ? skb.VlanTci : 0u;
                return true;
            case 48:
                a = skb.VlanPresent ? 1u : 0u;
                return true;
            case 52:
                a = PayloadOffset(frame);
                return true;
            case 56:
                a = (uint)frame.Random.Next();
                return true;
            default:
                a = skb.VlanPresent ? skb.VlanProtocol : 0u;
                return true;
        }
    }

    /// <summary>ARPHRD_*, the hardware type of the device.</summary>
    private static uint TypeOf(SkBuff skb)
    {
        if (skb.Dev is null) return 0;
        if ((skb.Dev.Flags & Devices.DeviceFlags.Loopback) != 0) return LoopbackType;
        return skb.Dev.HasMacHeader ? EthernetType : NoType;
    }

    /// <summary>Where the payload behind the transport header begins (<c>skb_get_poff</c>); 0 when the frame is not understood.</summary>
    private static uint PayloadOffset(in BpfFrame frame)
    {
        if (!TransportHeader.TryFind(frame.Skb, out var found)) return 0;
        var offset = (uint)(found.Offset - frame.Skb.NetworkHeader + frame.NetworkOffset);
        if (found.IsLaterFragment) return offset;
        return offset + found.Protocol switch
        {
            IpProtocol.Tcp => TcpLength(frame, offset),
            IpProtocol.Udp or IpProtocol.UdpLite or IpProtocol.Icmp or IpProtocol.IcmpV6 or IpProtocol.Igmp => 8,
            IpProtocol.Sctp => 12,
            _ => 0u,
        };
    }

    private static uint TcpLength(in BpfFrame frame, uint offset) =>
        frame.TryLoad((int)offset + 12, 1, out var words) ? Math.Max(PacketHeaders.TcpSize, (words & 0xF0) >> 2) : 0;
}
