using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Sched;

/// <summary>Sizes that disciplines reckon with beside the length of a frame.</summary>
internal static class FrameSizes
{
    private const int Headroom = 16;
    private const int CacheLine = 64;
    private const int SharedInfo = 320;
    private const int Head = 256;
    private const int Page = 4096;
    private const int SmallestBlock = 512;

    /// <summary>Bytes of a frame of full size, as disciplines count them (<c>psched_mtu</c>).</summary>
    public static uint FullFrameLength(this NetDevice device) => (uint)(device.Mtu + (device.HasMacHeader ? EthernetHeader.Size : 0));

    /// <summary>
    /// Memory that a frame takes in Linux (<c>skb-&gt;truesize</c>), observed with frames of a packet socket: a head, and a block of a power of two for bytes and
    /// bookkeeping; what is longer than a page has its bytes in pages of their own. What it takes here does not matter, so that limits mean the same.
    /// </summary>
    public static int Memory(SkBuff skb)
    {
        var length = skb.Length;
        if (length + Headroom >= Page) return Head + SmallestBlock + RoundUp(length - EthernetHeader.Size, Page);
        var block = RoundUp(length + Headroom, CacheLine) + SharedInfo;
        return Head + Math.Max(SmallestBlock, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)block));
    }

    private static int RoundUp(int value, int unit) => (value + unit - 1) / unit * unit;
}
