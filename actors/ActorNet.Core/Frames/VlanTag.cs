using System.Buffers.Binary;

namespace ActorNet.Core.Frames;

/// <summary>Moves a VLAN tag between the bytes of a frame and its metadata, where an accelerated device keeps it.</summary>
public static class VlanTag
{
    /// <summary>Bytes of both addresses: what moves when a tag comes or goes.</summary>
    private const int AddressBytes = 2 * MacAddress.Size;

    /// <summary>
    /// Takes the outermost tag out of a received frame (<c>skb_vlan_untag</c>). The frame stands at its network header, right behind the Ethernet header,
    /// with the tag in front. One that stands further on, as a redirect can leave it, loses the four bytes where it stands, as on Linux. Afterwards <see cref="SkBuff.Protocol"/> is the inner type. Shared bytes are copied first, so clones keep their tag.
    /// </summary>
    /// <returns>False when the frame is too short, its checksum request starts inside the tag, or no buffer is left: it is then as before and the caller still owns it.</returns>
    public static bool Untag(SkBuff skb)
    {
        // The kernel wants the tag and two bytes more.
        var header = skb.Data - skb.MacHeader;
        if (skb.VlanPresent || header < EthernetHeader.Size || skb.Length < EthernetHeader.VlanSize + 2) return false;
        if (!CanShift(skb, -EthernetHeader.VlanSize)) return false;
        if (skb.IsShared && !PoolOf(skb).Unshare(skb)) return false;
        var frame = skb.Frame;
        skb.VlanPresent = true;
        skb.VlanProtocol = BinaryPrimitives.ReadUInt16BigEndian(frame[AddressBytes..]);
        skb.VlanTci = BinaryPrimitives.ReadUInt16BigEndian(frame[header..]);
        var inner = BinaryPrimitives.ReadUInt16BigEndian(frame[(header + 2)..]);
        skb.Protocol = EtherType.Of(inner, frame[(header + EthernetHeader.VlanSize)..]);
        frame[..(header - 2)].CopyTo(frame[EthernetHeader.VlanSize..]);
        skb.Pull(EthernetHeader.VlanSize);
        skb.MacHeader += EthernetHeader.VlanSize;
        skb.NetworkHeader = skb.Data;
        skb.MacLen = header;
        Shift(skb, -EthernetHeader.VlanSize);
        return true;
    }

    /// <summary>
    /// Writes the tag of the metadata into the bytes (<c>__vlan_hwaccel_push_inside</c>). The frame stands at its MAC header and grows by four bytes into its headroom;
    /// <see cref="SkBuff.Protocol"/> becomes the tag's. Without a tag nothing happens.
    /// </summary>
    /// <param name="skb">The frame, still owned by the caller.</param>
    /// <param name="pool">Gives the bytes when they are shared.</param>
    /// <returns>False when there is no Ethernet header, no headroom, or no buffer: the frame is then as before.</returns>
    public static bool Insert(SkBuff skb, SkBuffPool pool) => Insert(skb, pool, out _);

    /// <summary>As the other, telling why it failed.</summary>
    internal static bool Insert(SkBuff skb, SkBuffPool pool, out DropReason reason)
    {
        reason = DropReason.Malformed;
        if (!skb.VlanPresent) return true;
        if (skb.Data != skb.MacHeader || skb.NetworkHeader == skb.MacHeader || skb.Length < EthernetHeader.Size) return false;
        if (!CanShift(skb, EthernetHeader.VlanSize)) return false;
        reason = DropReason.NoMemory;
        if (skb.IsShared && !pool.Unshare(skb)) return false;
        if (skb.Data < EthernetHeader.VlanSize) return false;
        skb.Push(EthernetHeader.VlanSize);
        skb.MacHeader = skb.Data;
        var frame = skb.Span;
        frame.Slice(EthernetHeader.VlanSize, AddressBytes).CopyTo(frame);
        BinaryPrimitives.WriteUInt16BigEndian(frame[AddressBytes..], skb.VlanProtocol);
        BinaryPrimitives.WriteUInt16BigEndian(frame[EthernetHeader.Size..], skb.VlanTci);
        skb.Protocol = skb.VlanProtocol;
        skb.VlanPresent = false;
        skb.VlanProtocol = skb.VlanTci = 0;
        Shift(skb, EthernetHeader.VlanSize);
        return true;
    }

    /// <summary>The pool of the loop that handles the frame now; its home may belong to another loop, whose pool must not be rented from.</summary>
    private static SkBuffPool PoolOf(SkBuff skb) => skb.Dev is { } device ? device.Runtime.Pool : skb.Pool;

    /// <summary>Whether the offsets that count from the MAC header stay meaningful when it moves.</summary>
    private static bool CanShift(SkBuff skb, int by)
    {
        if (skb.IpSummed == IpSummed.Partial && skb.CsumStart + by is < EthernetHeader.Size or > ushort.MaxValue) return false;
        return skb.HeaderLength == 0 || skb.HeaderLength + by is >= EthernetHeader.Size and <= ushort.MaxValue;
    }

    private static void Shift(SkBuff skb, int by)
    {
        if (skb.IpSummed == IpSummed.Partial) skb.CsumStart = (ushort)(skb.CsumStart + by);
        if (skb.HeaderLength != 0) skb.HeaderLength = (ushort)(skb.HeaderLength + by);
    }
}
