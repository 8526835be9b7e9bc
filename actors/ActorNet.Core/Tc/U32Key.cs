using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <summary>What a key found in a frame.</summary>
internal enum U32Match
{
    /// <summary>The bits differ.</summary>
    No,

    /// <summary>The bits agree.</summary>
    Yes,

    /// <summary>The frame ends before the key does: the whole classifier gives up (rule U32-02).</summary>
    OutsideFrame,
}

/// <summary>One comparison of u32: a big-endian word of the frame, masked, against a value (rule U32-01).</summary>
/// <param name="Value">Value, bits outside the mask are 0.</param>
/// <param name="Mask">Bits that count.</param>
/// <param name="Offset">Bytes from the network header, a multiple of 4; negative ones reach the MAC header.</param>
/// <param name="AtNextHeader">Written with <c>nexthdr+</c>: an offset that hash table links add is meant. Without links that is 0.</param>
public readonly record struct U32Key(uint Value, uint Mask, int Offset, bool AtNextHeader)
{
    /// <summary>Compares with a frame. Bytes in front of the MAC header read as 0.</summary>
    internal U32Match Compare(SkBuff skb)
    {
        var at = skb.NetworkHeader + (long)Offset;
        if (at < 0 || at + sizeof(uint) > skb.Data + skb.Length) return U32Match.OutsideFrame;
        var word = at >= skb.MacHeader ? BinaryPrimitives.ReadUInt32BigEndian(skb.Bytes.AsSpan((int)at)) : ReadAcross(skb, (int)at);
        return ((word ^ Value) & Mask) == 0 ? U32Match.Yes : U32Match.No;
    }

    private static uint ReadAcross(SkBuff skb, int at)
    {
        uint word = 0;
        for (var i = at; i < at + sizeof(uint); i++) word = (word << 8) | (i < skb.MacHeader ? (byte)0 : skb.Bytes[i]);
        return word;
    }
}
