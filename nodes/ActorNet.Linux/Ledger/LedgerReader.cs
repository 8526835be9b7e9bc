namespace ActorNet.Linux.Ledger;

/// <summary>Reads a ledger file: all of it that can be read, with a complaint for every line that cannot.</summary>
public static class LedgerReader
{
    /// <summary>Largest ledger in bytes; a larger file is refused before it is read.</summary>
    public const int MaxBytes = 16 << 20;

    /// <summary>Longest line in bytes.</summary>
    public const int MaxLineBytes = 8192;

    /// <summary>Reads a file without locking it, so also while its topology runs.</summary>
    /// <exception cref="LedgerFormatException">It is not a ledger, of a newer version, or too large.</exception>
    /// <exception cref="LinuxException">It cannot be opened.</exception>
    public static LedgerContents Read(string path)
    {
        using var handle = Native.LibC.OpenHandle(path, Native.LibC.O_RDONLY);
        return Read(path, handle);
    }

    internal static LedgerContents Read(string path, Microsoft.Win32.SafeHandles.SafeFileHandle handle)
    {
        long length = RandomAccess.GetLength(handle);
        if (length > MaxBytes)
            throw new LedgerFormatException(path, $"{length} bytes are more than the {MaxBytes} a ledger may have; it is damaged, or not a ledger.");
        byte[] bytes = new byte[length];
        int count = 0;
        while (count < bytes.Length)
        {
            int piece = RandomAccess.Read(handle, bytes.AsSpan(count), count);
            if (piece == 0) break;
            count += piece;
        }
        return Parse(path, bytes.AsSpan(0, count));
    }

    internal static LedgerContents Parse(string path, ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)'\n');
        if (end < 0)
            throw new LedgerFormatException(path, "line 1: the header is missing or torn: the topology had not made anything yet. Remove the file.");
        var header = Header(path, bytes[..end]);
        var state = new LedgerState();
        int line = 1;
        long valid = end + 1;
        for (var rest = bytes[(end + 1)..]; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
        {
            line++;
            valid += end + 1;
            state.Apply(line, rest[..end]);
        }
        return new LedgerContents(header.Topology!, header.Boot!, state.Items, state.Problems, valid, state.NextId);
    }

    private static LedgerLine Header(string path, ReadOnlySpan<byte> bytes)
    {
        string? fault = bytes.Length > MaxLineBytes ? "too long" : null;
        var header = fault is null ? LedgerCodec.Read(bytes, out fault) : null;
        if (header?.Ledger is null)
            throw new LedgerFormatException(path, $"line 1: not the header of a ledger{(fault is null ? "" : $": {fault}")}.");
        if (header.Ledger != LedgerCodec.Version)
            throw new LedgerFormatException(
                path, $"line 1: version {header.Ledger} of the format; this program reads {LedgerCodec.Version}. Use the program that wrote it.");
        fault = Words.FileNameFault(header.Topology, OwnershipLedger.MaxTopologyLength);
        if (fault is not null || header.Boot is null)
            throw new LedgerFormatException(path, $"line 1: topology name or boot id: {fault ?? "missing"}.");
        return header;
    }
}
