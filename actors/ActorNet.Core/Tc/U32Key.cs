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
/// <param name="Offset">Bytes from where the table's headers begin, at first the network header; a multiple of 4; negative ones reach what stands before.</param>
/// <param name="AtNextHeader">Written with <c>nexthdr+</c>: the offset that the link to this table found is added. In a root table that is 0.</param>
public readonly record struct U32Key(uint Value, uint Mask, int Offset, bool AtNextHeader)
{
    /// <summary>Compares with a frame, from its network header. Bytes in front of the MAC header read as 0.</summary>
    internal U32Match Compare(SkBuff skb) => Compare(skb, skb.NetworkHeader - skb.Data, 0);

    /// <summary>Compares with a frame.</summary>
    /// <param name="skb">The frame.</param>
    /// <param name="start">Bytes from <see cref="SkBuff.Data"/> to where offsets count from.</param>
    /// <param name="next">What <c>nexthdr+</c> adds.</param>
    internal U32Match Compare(SkBuff skb, int start, int next)
    {
        if (!TryReadWord(skb, (long)start + Offset + (AtNextHeader ? next : 0), out var word)) return U32Match.OutsideFrame;
        return ((word ^ Value) & Mask) == 0 ? U32Match.Yes : U32Match.No;
    }

    /// <summary>Reads four bytes as the kernel's <c>skb_header_pointer</c> finds them.</summary>
    /// <param name="skb">The frame.</param>
    /// <param name="offset">From <see cref="SkBuff.Data"/>; may be negative.</param>
    /// <param name="word">Them, the first the highest.</param>
    /// <returns>False when not all of them belong to the frame's buffer.</returns>
    internal static bool TryReadWord(SkBuff skb, long offset, out uint word)
    {
        word = 0;
        var at = skb.Data + offset;
        if (at < 0 || offset + sizeof(uint) > skb.Length) return false;
        word = at >= skb.MacHeader ? BinaryPrimitives.ReadUInt32BigEndian(skb.Bytes.AsSpan((int)at)) : ReadAcross(skb, (int)at);
        return true;
    }

    private static uint ReadAcross(SkBuff skb, int at)
    {
        uint word = 0;
        for (var i = at; i < at + sizeof(uint); i++) word = (word << 8) | (i < skb.MacHeader ? (byte)0 : skb.Bytes[i]);
        return word;
    }
}
