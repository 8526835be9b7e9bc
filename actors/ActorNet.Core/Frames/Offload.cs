using ActorNet.Core.Devices;

namespace ActorNet.Core.Frames;

/// <summary>Fits frames to what a device can do by itself (<c>validate_xmit_skb</c>): what its features lack is done in software.</summary>
public static class Offload
{
    /// <summary>Whether a device with these features takes super-frames of this type whole (<c>net_gso_ok</c>).</summary>
    public static bool CanSegment(DeviceFeatures f, GsoType t)
    {
        var needed = DeviceFeatures.None;
        if ((t & GsoType.TcpV4) != 0) needed |= DeviceFeatures.Tso;
        if ((t & GsoType.TcpV6) != 0) needed |= DeviceFeatures.Tso6;
        if ((t & GsoType.TcpEcn) != 0) needed |= DeviceFeatures.TsoEcn;
        if ((t & GsoType.UdpL4) != 0) needed |= DeviceFeatures.GsoUdpL4;
        return (f & needed) == needed;
    }

    /// <summary>Whether a device with these features finishes checksums of this protocol (<c>can_checksum_protocol</c>).</summary>
    /// <param name="f">The features.</param>
    /// <param name="protocol">EtherType as <see cref="SkBuff.Protocol"/> has it: with the tag in the bytes it is the tag's, which only <see cref="DeviceFeatures.HwCsum"/> covers.</param>
    public static bool CanChecksum(DeviceFeatures f, ushort protocol)
    {
        if ((f & DeviceFeatures.HwCsum) != 0) return true;
        return protocol switch
        {
            EtherType.IPv4 => (f & DeviceFeatures.IpCsum) != 0,
            EtherType.IPv6 => (f & DeviceFeatures.Ipv6Csum) != 0,
            _ => false,
        };
    }

    /// <summary>Whether a device with these features writes the frame's accelerated VLAN tag itself; true as well when there is none.</summary>
    public static bool CanTag(DeviceFeatures f, SkBuff skb)
    {
        if (!skb.VlanPresent) return true;
        return (f & (skb.VlanProtocol == EtherType.VlanService ? DeviceFeatures.HwVlanStagTx : DeviceFeatures.HwVlanCtagTx)) != 0;
    }

    /// <summary>Whether <see cref="Prepare(SkBuff, NetDevice, SkBuffQueue)"/> would change the frame. Three comparisons for a plain frame.</summary>
    public static bool IsNeeded(SkBuff skb, DeviceFeatures f) =>
        (skb.IsGso ? !CanSegment(f, skb.GsoType) : skb.IpSummed == IpSummed.Partial && !CanChecksum(f, skb.Protocol)) || !CanTag(f, skb);

    /// <summary>
    /// Does in software what <paramref name="device"/> cannot: inserts the VLAN tag, segments, finishes the checksum. Takes the frame over.
    /// </summary>
    /// <param name="skb">The frame, standing at its MAC header.</param>
    /// <param name="device">The device that is to send it; its runtime's pool gives the buffers.</param>
    /// <param name="output">Gets the resulting frames in order at its tail, <see cref="SkBuff.QdiscPktLen"/> set; unchanged on failure.</param>
    /// <returns>False when it cannot be done; the frame is then freed with the reason.</returns>
    public static bool Prepare(SkBuff skb, NetDevice device, SkBuffQueue output) => Prepare(skb, device.Features, device.Runtime.Pool, output);

    /// <summary>As <see cref="Prepare(SkBuff, NetDevice, SkBuffQueue)"/>, for whatever has these features.</summary>
    /// <param name="skb">The frame, standing at its MAC header.</param>
    /// <param name="features">What need not be done in software.</param>
    /// <param name="pool">Gives the buffers.</param>
    /// <param name="output">Gets the resulting frames.</param>
    /// <returns>False when it cannot be done; the frame is then freed with the reason.</returns>
    public static bool Prepare(SkBuff skb, DeviceFeatures features, SkBuffPool pool, SkBuffQueue output)
    {
        if (!CanTag(features, skb) && !VlanTag.Insert(skb, pool, out var reason)) return Fail(skb, reason);
        if (skb.IsGso)
        {
            if (!CanSegment(features, skb.GsoType)) return GsoSegmenter.Segment(skb, pool, output, out reason) || Fail(skb, reason);
        }
        else if (!CanChecksum(features, skb.Protocol) && !Checksum.Complete(skb, pool, out reason))
        {
            return Fail(skb, reason);
        }

        skb.QdiscPktLen = Gso.QdiscPktLen(skb);
        output.Enqueue(skb);
        return true;
    }

    private static bool Fail(SkBuff skb, DropReason reason)
    {
        skb.Free(reason);
        return false;
    }
}
