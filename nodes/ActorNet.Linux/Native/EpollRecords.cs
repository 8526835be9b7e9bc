using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorNet.Linux.Native;

/// <summary>
/// Reads and writes <c>struct epoll_event</c> in a byte buffer. The structure is packed to 12 bytes on x86-64 and has its natural
/// 16 bytes elsewhere, so a C# structure would be wrong on one of them.
/// </summary>
internal static class EpollRecords
{
    internal const int MaxSize = 16;

    private static readonly int DataOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;

    /// <summary>Bytes from one record to the next.</summary>
    internal static int Stride => DataOffset + sizeof(ulong);

    internal static int Capacity(ReadOnlySpan<byte> records) => records.Length / Stride;

    internal static void Write(Span<byte> record, uint events, ulong data)
    {
        MemoryMarshal.Write(record, in events);
        MemoryMarshal.Write(record[DataOffset..], in data);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint EventsAt(ReadOnlySpan<byte> records, int index) =>
        MemoryMarshal.Read<uint>(records[(index * Stride)..]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong DataAt(ReadOnlySpan<byte> records, int index) =>
        MemoryMarshal.Read<ulong>(records[((index * Stride) + DataOffset)..]);
}
