using System.Buffers.Binary;

namespace ActorNet.Core.Tc.Bpf;

/// <summary>Looks for a netlink attribute in a frame (<c>SKF_AD_NLATTR</c>, <c>SKF_AD_NLATTR_NEST</c>): a length and a type, each of two bytes, then the value.</summary>
public static class BpfNetlink
{
    private const int HeaderSize = 4;
    private const int TypeMask = 0x3FFF;
    private const int Alignment = 3;

    /// <summary>Offset of the attribute of that type among those from <paramref name="offset"/> on; 0 when there is none.</summary>
    public static uint Find(ReadOnlySpan<byte> frame, uint offset, uint type)
    {
        if (frame.Length < HeaderSize || offset > frame.Length - HeaderSize) return 0;
        return FindIn(frame, (int)offset, frame.Length, type);
    }

    /// <summary>Offset of the attribute of that type inside the one at <paramref name="offset"/>; 0 when there is none.</summary>
    public static uint FindNested(ReadOnlySpan<byte> frame, uint offset, uint type)
    {
        if (frame.Length < HeaderSize || offset > frame.Length - HeaderSize) return 0;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(frame[(int)offset..]);
        if (length < HeaderSize || length > frame.Length - (int)offset) return 0;
        return FindIn(frame, (int)offset + HeaderSize, (int)offset + length, type);
    }

    private static uint FindIn(ReadOnlySpan<byte> frame, int at, int end, uint type)
    {
        while (end - at >= HeaderSize)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(frame[at..]);
            if (length < HeaderSize || length > end - at) return 0;
            if ((BinaryPrimitives.ReadUInt16LittleEndian(frame[(at + 2)..]) & TypeMask) == type) return (uint)at;
            at += (length + Alignment) & ~Alignment;
        }

        return 0;
    }
}
