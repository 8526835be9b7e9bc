using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ActorNet.Core.Frames;

/// <summary>Number that is equal for the frames of one flow, for spreading flows over queues (<c>skb_get_hash</c>).</summary>
public static class FlowHash
{
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    /// <summary>
    /// Hash of addresses, ports and protocol; fragments without ports; frames that are not IP: of MAC addresses and type. The two directions of a flow differ.
    /// The same seed always gives the same hash.
    /// </summary>
    /// <returns>Never 0, which <see cref="SkBuff.Hash"/> reserves for "not computed".</returns>
    public static uint Of(SkBuff skb, uint seed)
    {
        var state = Mix(seed, Multiplier);
        state = PacketHeaders.TryParse(skb, out var headers) ? OfPacket(skb.Frame, headers, state) : OfStations(skb.Frame, state);
        state ^= state >> 32;
        state *= 0xD6E8_FEB8_6659_FD93;
        var hash = (uint)(state >> 32);
        return hash == 0 ? 1 : hash;
    }

    private static ulong OfPacket(ReadOnlySpan<byte> frame, in PacketHeaders headers, ulong state)
    {
        var addresses = headers.EtherType == EtherType.IPv4
            ? frame.Slice(headers.Network + 12, 8)
            : frame.Slice(headers.Network + 8, 32);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(addresses)) state = Mix(state, word);
        var ports = headers.Payload > 0 ? BinaryPrimitives.ReadUInt32BigEndian(frame[headers.Transport..]) : 0;
        return Mix(state, ((ulong)headers.Protocol << 32) | ports);
    }

    private static ulong OfStations(ReadOnlySpan<byte> frame, ulong state)
    {
        if (frame.Length < EthernetHeader.Size) return Mix(state, (ulong)frame.Length);
        state = Mix(state, BinaryPrimitives.ReadUInt64LittleEndian(frame));
        return Mix(state, BinaryPrimitives.ReadUInt64LittleEndian(frame[6..]));
    }

    private static ulong Mix(ulong state, ulong word) => BitOperations.RotateLeft((state ^ word) * Multiplier, 29);
}
