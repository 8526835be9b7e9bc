using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorNet.Linux.Native;

/// <summary>
/// The C library. This part: descriptors and files. Every call keeps <c>errno</c> for <see cref="Marshal.GetLastPInvokeError"/>.
/// The declarations hold the pointers; what the rest of the project calls takes spans.
/// </summary>
internal static unsafe partial class LibC
{
    internal const int O_RDONLY = 0;
    internal const int O_RDWR = 2;
    internal const int O_CREAT = 0x40;
    internal const int O_EXCL = 0x80;
    internal const int O_NONBLOCK = 0x800;
    internal const int LOCK_EX = 2;
    internal const int LOCK_NB = 4;
    internal const int LOCK_UN = 8;

    /// <summary>Read and write for the owner only (0600).</summary>
    internal const uint OwnerOnlyFile = 0x180;

    /// <summary>Everything for the owner, nothing for others (0700).</summary>
    internal const uint OwnerOnlyDirectory = 0x1C0;

    /// <summary>Everything for the owner, reading and entering for all (0755).</summary>
    internal const uint PublicDirectory = 0x1ED;

    internal const int O_CLOEXEC = 0x80000;

    private const string Library = "libc";

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenRaw(string path, int flags, uint mode);

    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadSlow(int descriptor, byte* buffer, nint count);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteSlow(int descriptor, byte* buffer, nint count);

    [LibraryImport(Library, EntryPoint = "fsync", SetLastError = true)]
    internal static partial int FSync(SafeFileHandle descriptor);

    [LibraryImport(Library, EntryPoint = "flock", SetLastError = true)]
    internal static partial int FLock(SafeFileHandle descriptor, int operation);

    [LibraryImport(Library, EntryPoint = "mkdir", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MkDir(string path, uint mode);

    [LibraryImport(Library, EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Rename(string from, string to);

    [LibraryImport(Library, EntryPoint = "unlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Unlink(string path);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    private static partial int IoctlRaw(int descriptor, nuint request, void* argument);

    /// <summary>
    /// Opens a path; a negative descriptor means refused. <c>O_CLOEXEC</c> is always added: no descriptor may leak into a child.
    /// </summary>
    internal static int Open(string path, int flags, uint mode = 0) => OpenRaw(path, flags | O_CLOEXEC, mode);

    /// <summary>Opens a path as a handle, or throws.</summary>
    internal static SafeFileHandle OpenHandle(string path, int flags, uint mode = 0)
    {
        int descriptor = Open(path, flags, mode);
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : throw LinuxException.Last($"open '{path}'");
    }

    /// <summary>Makes a directory; one that exists already is fine and keeps its mode.</summary>
    internal static void MakeDirectory(string path, uint mode)
    {
        if (MkDir(path, mode) == 0) return;
        var failure = LinuxException.Last($"make directory '{path}'");
        if (failure.ErrorNumber != Errno.EEXIST) throw failure;
    }

    /// <summary>Makes what was created, renamed or removed in a directory survive a loss of power.</summary>
    internal static void SyncDirectory(string path)
    {
        using var handle = OpenHandle(path, O_RDONLY);
        if (FSync(handle) != 0) throw LinuxException.Last($"fsync of directory '{path}'");
    }

    /// <summary>An ioctl whose argument is a structure that the kernel reads or writes.</summary>
    internal static int Ioctl<T>(int descriptor, nuint request, ref T argument)
        where T : unmanaged
    {
        fixed (T* pointer = &argument) return IoctlRaw(descriptor, request, pointer);
    }

    /// <summary>An ioctl whose argument is the number itself.</summary>
    internal static int IoctlValue(int descriptor, nuint request, nuint value) => IoctlRaw(descriptor, request, (void*)value);

    /// <summary>The plain <c>read</c>: bytes read, or the negated errno.</summary>
    internal static int Read(int descriptor, Span<byte> into)
    {
        fixed (byte* pointer = into)
        {
            nint count = ReadSlow(descriptor, pointer, into.Length);
            return count >= 0 ? (int)count : -Marshal.GetLastPInvokeError();
        }
    }

    /// <summary>The plain <c>write</c>: bytes written, or the negated errno.</summary>
    internal static int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* pointer = bytes)
        {
            nint count = WriteSlow(descriptor, pointer, bytes.Length);
            return count >= 0 ? (int)count : -Marshal.GetLastPInvokeError();
        }
    }
}
