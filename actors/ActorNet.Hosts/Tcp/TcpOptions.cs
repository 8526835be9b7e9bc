using System.Buffers.Binary;

namespace ActorNet.Hosts.Tcp;

/// <summary>Options of a SYN (RFC 9293 section 3.2, RFC 7323, RFC 2018), and where the blocks of a selective acknowledgement are.</summary>
/// <param name="Mss">Largest segment the peer takes; 0 when it did not say.</param>
/// <param name="WindowShift">By how much its windows are scaled; -1 when they are not.</param>
/// <param name="SackPermitted">Whether it understands selective acknowledgements.</param>
internal readonly record struct TcpOptions(int Mss, int WindowShift, bool SackPermitted)
{
    /// <summary>Bytes of the options in a SYN with all of them.</summary>
    internal const int SynSize = 12;

    /// <summary>Bytes of one block.</summary>
    internal const int BlockSize = 8;

    /// <summary>Most blocks that fit a header without other options.</summary>
    internal const int MaxBlocks = 4;

    /// <summary>Largest shift (RFC 7323, section 2.3).</summary>
    private const int MaxShift = 14;

    private const byte End = 0;
    private const byte NoOperation = 1;
    private const byte MssKind = 2;
    private const byte ShiftKind = 3;
    private const byte SackPermittedKind = 4;
    private const byte SackKind = 5;

    /// <summary>Reads the options of a SYN; what is damaged ends the reading.</summary>
    internal static TcpOptions Read(ReadOnlySpan<byte> bytes)
    {
        var options = new TcpOptions(0, -1, SackPermitted: false);
        while (TryNext(bytes, out var kind, out var value, out bytes))
        {
            if (kind == MssKind && value.Length == 2) options = options with { Mss = BinaryPrimitives.ReadUInt16BigEndian(value) };
            else if (kind == ShiftKind && value.Length == 1) options = options with { WindowShift = Math.Min(value[0], (byte)MaxShift) };
            else if (kind == SackPermittedKind && value.IsEmpty) options = options with { SackPermitted = true };
        }

        return options;
    }

    /// <summary>The blocks of a selective acknowledgement, whole ones; empty when there is none.</summary>
    internal static ReadOnlySpan<byte> Blocks(ReadOnlySpan<byte> bytes)
    {
        while (TryNext(bytes, out var kind, out var value, out bytes))
        {
            if (kind == SackKind) return value[..(value.Length / BlockSize * BlockSize)];
        }

        return default;
    }

    /// <summary>Writes the options of a SYN; what is not offered becomes padding.</summary>
    internal void Write(Span<byte> bytes)
    {
        bytes[..SynSize].Fill(NoOperation);
        bytes[0] = MssKind;
        bytes[1] = 4;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], (ushort)Mss);
        if (SackPermitted)
        {
            bytes[6] = SackPermittedKind;
            bytes[7] = 2;
        }

        if (WindowShift < 0) return;
        bytes[9] = ShiftKind;
        bytes[10] = 3;
        bytes[11] = (byte)WindowShift;
    }

    /// <summary>Writes the header of a selective acknowledgement of some blocks; they follow it.</summary>
    internal static void WriteSackHeader(Span<byte> bytes, int blocks)
    {
        bytes[0] = bytes[1] = NoOperation;
        bytes[2] = SackKind;
        bytes[3] = (byte)(2 + (blocks * BlockSize));
    }

    private static bool TryNext(ReadOnlySpan<byte> bytes, out byte kind, out ReadOnlySpan<byte> value, out ReadOnlySpan<byte> rest)
    {
        kind = End;
        value = rest = default;
        while (bytes.Length > 0 && bytes[0] == NoOperation) bytes = bytes[1..];
        if (bytes.Length < 2 || bytes[0] == End || bytes[1] < 2 || bytes[1] > bytes.Length) return false;
        kind = bytes[0];
        value = bytes[2..bytes[1]];
        rest = bytes[bytes[1]..];
        return true;
    }
}
