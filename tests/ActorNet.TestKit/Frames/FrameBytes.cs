using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.TestKit;

/// <summary>A frame's bytes as it would be on a cable.</summary>
internal static class FrameBytes
{
    private const int Addresses = 2 * MacAddress.Size;

    /// <summary>A copy, a VLAN tag that is metadata put back into its place.</summary>
    public static byte[] Of(SkBuff skb)
    {
        var frame = skb.Frame;
        if (!skb.VlanPresent || frame.Length < Addresses) return frame.ToArray();
        var bytes = new byte[frame.Length + EthernetHeader.VlanSize];
        frame[..Addresses].CopyTo(bytes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(Addresses), skb.VlanProtocol);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(Addresses + 2), skb.VlanTci);
        frame[Addresses..].CopyTo(bytes.AsSpan(Addresses + EthernetHeader.VlanSize));
        return bytes;
    }
}
