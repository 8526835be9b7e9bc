using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <summary>
/// One change of a 32-bit word of a frame (<c>struct tc_pedit_key</c>). Value and mask are written as tc shows them: the first byte of the frame is the
/// highest. The word keeps the bits of <see cref="Mask"/> and is then combined with <see cref="Value"/> by exclusive or.
/// </summary>
public readonly record struct PeditKey
{
    /// <summary>Where <see cref="Offset"/> counts from.</summary>
    public PeditHeader Header { get; init; }

    /// <summary>Adds <see cref="Value"/> to the word instead of setting it.</summary>
    public bool Add { get; init; }

    /// <summary>What is set, inverted or added.</summary>
    public uint Value { get; init; }

    /// <summary>Bits that stay.</summary>
    public uint Mask { get; init; }

    /// <summary>Offset of the word in bytes, negative in front of the header.</summary>
    public int Offset { get; init; }

    /// <summary>Offset of a byte that moves the word, when <see cref="OffsetMask"/> is not zero.</summary>
    public int At { get; init; }

    /// <summary>Bits of that byte.</summary>
    public uint OffsetMask { get; init; }

    /// <summary>By how many bits they are shifted to the right, at most 31.</summary>
    public int Shift { get; init; }

    /// <summary>Changes a frame whose bytes are not shared.</summary>
    /// <returns>False when the header is not there, or the word lies outside of the frame or not on a multiple of four: nothing is changed.</returns>
    internal bool TryApply(SkBuff skb)
    {
        if (!TryFindHeader(skb, out var header)) return false;
        long offset = Offset;
        if (OffsetMask != 0)
        {
            if (!TryGet(skb, (long)header + At, 1, out var moving)) return false;
            offset += (moving[0] & OffsetMask) >> Shift;
            if (offset % sizeof(uint) != 0) return false;
        }

        if (!TryGet(skb, header + offset, sizeof(uint), out var bytes)) return false;
        Change(bytes);
        return true;
    }

    private void Change(Span<byte> bytes)
    {
        var word = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var value = Add ? Sum(word) & ~Mask : Value;
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (word & Mask) ^ value);
    }

    /// <summary>The kernel adds in the processor's byte order, so that a carry goes from a byte of the frame to the byte behind it.</summary>
    private uint Sum(uint word) =>
        BinaryPrimitives.ReverseEndianness(unchecked(BinaryPrimitives.ReverseEndianness(word) + BinaryPrimitives.ReverseEndianness(Value)));

    private bool TryFindHeader(SkBuff skb, out int position)
    {
        position = Header == PeditHeader.Ethernet ? skb.MacHeader : skb.NetworkHeader;
        if (Header is not (PeditHeader.Tcp or PeditHeader.Udp)) return true;
        var end = skb.Data + skb.Length;
        if (position > end) return false;
        var packet = skb.Bytes.AsSpan(position, end - position);
        var size = 0;
        if (skb.Protocol == EtherType.IPv4 && packet.Length >= PacketHeaders.IPv4Size) size = (packet[0] & 0xF) * sizeof(uint);
        else if (skb.Protocol != EtherType.IPv6 || !IPv6Headers.TryFind(packet, Header == PeditHeader.Tcp ? IpProtocol.Tcp : IpProtocol.Udp, out size)) return false;
        position += size;
        return true;
    }

    /// <summary>Bytes of the frame, or of the room in front of it.</summary>
    private static bool TryGet(SkBuff skb, long position, int count, out Span<byte> bytes)
    {
        bytes = default;
        if (position < 0 || position + count > skb.Data + skb.Length) return false;
        bytes = skb.Bytes.AsSpan((int)position, count);
        return true;
    }
}
