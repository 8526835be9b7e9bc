using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorNet.Linux.Native;

/// <summary>
/// This part: the calls of the data path. They leave the garbage collector's transition out, which is allowed because the descriptors
/// never block, and pays because the transition costs as much as a short system call.
/// </summary>
/// <remarks>
/// Between such a call and the look at <c>errno</c> the runtime may suspend the thread, and suspending may change <c>errno</c>.
/// So a failure other than "would block" is never believed: the call is made again the ordinary way, which keeps <c>errno</c> safe.
/// A wrong "would block" is harmless, a level-triggered poller reports the descriptor again.
/// </remarks>
internal static unsafe partial class LibC
{
    /// <summary><c>struct iovec</c> of <c>bits/types/struct_iovec.h</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct IoVec
    {
        internal void* Base;
        internal nuint Length;
    }

    [LibraryImport(Library, EntryPoint = "read")]
    [SuppressGCTransition]
    private static partial nint ReadNoTransition(int descriptor, byte* buffer, nint count);

    [LibraryImport(Library, EntryPoint = "write")]
    [SuppressGCTransition]
    private static partial nint WriteNoTransition(int descriptor, byte* buffer, nint count);

    [LibraryImport(Library, EntryPoint = "writev")]
    [SuppressGCTransition]
    private static partial nint WriteVNoTransition(int descriptor, IoVec* vectors, int count);

    [LibraryImport(Library, EntryPoint = "writev", SetLastError = true)]
    private static partial nint WriteVSlow(int descriptor, IoVec* vectors, int count);

    /// <summary>Reads from a non-blocking descriptor: bytes read, or the negated errno.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int ReadNonBlocking(int descriptor, Span<byte> into)
    {
        fixed (byte* pointer = into)
        {
            nint count = ReadNoTransition(descriptor, pointer, into.Length);
            if (count >= 0) return (int)count;
            return Marshal.GetLastSystemError() == Errno.EAGAIN ? -Errno.EAGAIN : Read(descriptor, into);
        }
    }

    /// <summary>Writes to a non-blocking descriptor: bytes written, or the negated errno.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int WriteNonBlocking(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* pointer = bytes)
        {
            nint count = WriteNoTransition(descriptor, pointer, bytes.Length);
            if (count >= 0) return (int)count;
            return Marshal.GetLastSystemError() == Errno.EAGAIN ? -Errno.EAGAIN : Write(descriptor, bytes);
        }
    }

    /// <summary>Writes two pieces as one message to a non-blocking descriptor: bytes written, or the negated errno.</summary>
    internal static int WriteNonBlocking(int descriptor, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        fixed (byte* one = first)
        fixed (byte* two = second)
        {
            IoVec* vectors = stackalloc IoVec[2];
            vectors[0] = new IoVec { Base = one, Length = (nuint)first.Length };
            vectors[1] = new IoVec { Base = two, Length = (nuint)second.Length };
            nint count = WriteVNoTransition(descriptor, vectors, 2);
            if (count >= 0) return (int)count;
            if (Marshal.GetLastSystemError() == Errno.EAGAIN) return -Errno.EAGAIN;
            count = WriteVSlow(descriptor, vectors, 2);
            return count >= 0 ? (int)count : -Marshal.GetLastPInvokeError();
        }
    }
}
