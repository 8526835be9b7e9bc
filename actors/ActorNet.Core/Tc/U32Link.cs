using System.Buffers.Binary;
using System.Numerics;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <summary>
/// How a u32 filter that leads to another hash table chooses the bucket, and where headers begin there: the words <c>hashkey</c> and <c>offset</c>
/// (<c>struct tc_u32_sel</c>).
/// </summary>
public readonly record struct U32Link
{
    /// <summary>Bits of the word at <see cref="HashAt"/> that number the bucket; 0: always the first.</summary>
    public uint HashMask { get; init; }

    /// <summary>Where that word stands.</summary>
    public short HashAt { get; init; }

    /// <summary><c>plus</c> was written: a fixed number of bytes.</summary>
    public bool IsFixed { get; init; }

    /// <summary><c>at</c>, <c>mask</c> or <c>shift</c> was written: a number of bytes that the frame tells.</summary>
    public bool IsVariable { get; init; }

    /// <summary><c>eat</c>: offsets of the next table count from there; without it only those with <c>nexthdr+</c>.</summary>
    public bool Eats { get; init; }

    /// <summary>Bytes added.</summary>
    public ushort Plus { get; init; }

    /// <summary>Where the two bytes stand that tell the offset.</summary>
    public short At { get; init; }

    /// <summary>Their bits that count.</summary>
    public ushort Mask { get; init; }

    /// <summary>How far those are shifted to the right.</summary>
    public byte Shift { get; init; }

    /// <summary>Whether the next table sees other headers than this one.</summary>
    internal bool Moves => IsFixed || IsVariable || Eats;

    /// <summary>The bits of a word that the mask keeps, moved down to bit 0 (<c>u32_hash_fold</c>).</summary>
    internal static uint Fold(uint word, uint mask) => mask == 0 ? 0 : (word & mask) >> BitOperations.TrailingZeroCount(mask);

    /// <summary>The bucket of a table for a frame.</summary>
    /// <param name="skb">The frame.</param>
    /// <param name="start">Bytes from <see cref="SkBuff.Data"/> to where offsets count from.</param>
    /// <param name="divisor">Buckets of the table, a power of two.</param>
    /// <param name="bucket">The number.</param>
    /// <returns>False when the frame ends before the word.</returns>
    internal bool TryChoose(SkBuff skb, int start, int divisor, out int bucket)
    {
        bucket = 0;
        if (divisor == 1) return true;
        if (!U32Key.TryReadWord(skb, (long)start + HashAt, out var word)) return false;
        bucket = (int)(Fold(word, HashMask) & (uint)(divisor - 1));
        return true;
    }

    /// <summary>Where headers begin in the next table.</summary>
    /// <param name="skb">The frame.</param>
    /// <param name="start">Bytes from <see cref="SkBuff.Data"/> to where they begin; moved by <c>eat</c>.</param>
    /// <param name="next">What <c>nexthdr+</c> adds; as it was, unless there is an offset.</param>
    /// <returns>False when the frame ends before the two bytes.</returns>
    internal bool TryMove(SkBuff skb, ref int start, ref int next)
    {
        if (IsFixed || IsVariable)
        {
            var moved = Plus + 3;
            if (IsVariable)
            {
                if (!TryReadShort(skb, (long)start + At, out var told)) return false;
                moved += (told & Mask) >> Shift;
            }

            next = moved & ~3;
        }

        if (!Eats) return true;
        start += next;
        next = 0;
        return true;
    }

    private static bool TryReadShort(SkBuff skb, long offset, out ushort value)
    {
        value = 0;
        var at = skb.Data + offset;
        if (at < 0 || offset + sizeof(ushort) > skb.Length) return false;
        if (at >= skb.MacHeader) value = BinaryPrimitives.ReadUInt16BigEndian(skb.Bytes.AsSpan((int)at));
        return true;
    }
}
