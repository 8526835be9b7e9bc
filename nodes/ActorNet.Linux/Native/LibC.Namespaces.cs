using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorNet.Linux.Native;

/// <summary>This part: namespaces, mounts, file identity and processes.</summary>
internal static unsafe partial class LibC
{
    internal const int CLONE_NEWNET = 0x40000000;
    internal const nuint MS_BIND = 0x1000;
    internal const nuint MS_REC = 0x4000;
    internal const nuint MS_SHARED = 1 << 20;
    internal const int MNT_DETACH = 2;
    internal const int UMOUNT_NOFOLLOW = 8;
    internal const int SIGTERM = 15;
    internal const int SIGKILL = 9;

    private const int AT_FDCWD = -100;
    private const int AT_SYMLINK_NOFOLLOW = 0x100;
    private const int AT_EMPTY_PATH = 0x1000;
    private const uint STATX_INO = 0x100;
    private const nint SYS_pidfd_send_signal = 424;
    private const nint SYS_pidfd_open = 434;

    /// <summary>What is read of <c>struct statx</c>, whose layout is the same on every architecture (<c>linux/stat.h</c>).</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct StatX
    {
        [FieldOffset(32)]
        internal ulong Inode;

        [FieldOffset(136)]
        internal uint DeviceMajor;

        [FieldOffset(140)]
        internal uint DeviceMinor;
    }

    [LibraryImport(Library, EntryPoint = "unshare", SetLastError = true)]
    internal static partial int Unshare(int flags);

    [LibraryImport(Library, EntryPoint = "setns", SetLastError = true)]
    internal static partial int SetNs(SafeFileHandle descriptor, int type);

    [LibraryImport(Library, EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MountRaw(string source, string target, string type, nuint flags, void* data);

    [LibraryImport(Library, EntryPoint = "umount2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Unmount(string target, int flags);

    [LibraryImport(Library, EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatXRaw(int directory, string path, int flags, uint mask, StatX* result);

    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint first, nint second, nint third, nint fourth);

    [LibraryImport(Library, EntryPoint = "if_nametoindex", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial uint IfNameToIndex(string name);

    [LibraryImport(Library, EntryPoint = "if_indextoname", SetLastError = true)]
    private static partial byte* IfIndexToNameRaw(uint index, byte* name);

    internal static int Mount(string source, string target, string type, nuint flags) => MountRaw(source, target, type, flags, null);

    /// <summary>Device and inode of a path, without following a final link: 0, or the negated errno.</summary>
    internal static int Identify(string path, out FileIdentity identity) => Identify(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, out identity);

    /// <summary>Device and inode of an open descriptor: 0, or the negated errno.</summary>
    internal static int Identify(SafeFileHandle handle, out FileIdentity identity) =>
        Identify((int)handle.DangerousGetHandle(), "", AT_EMPTY_PATH, out identity);

    /// <summary>Name of an interface index in the calling thread's network namespace; null when there is none.</summary>
    internal static string? IfIndexToName(uint index)
    {
        byte* name = stackalloc byte[NetConstants.IFNAMSIZ];
        return IfIndexToNameRaw(index, name) is null ? null : Marshal.PtrToStringUTF8((nint)name);
    }

    /// <summary>A descriptor that stands for a process and cannot come to mean another one: the descriptor, or the negated errno.</summary>
    internal static int PidFdOpen(int pid)
    {
        nint descriptor = SystemCall(SYS_pidfd_open, pid, 0, 0, 0);
        return descriptor >= 0 ? (int)descriptor : -Marshal.GetLastPInvokeError();
    }

    /// <summary>Signals the process that a descriptor of <see cref="PidFdOpen"/> stands for: 0, or the negated errno.</summary>
    internal static int PidFdSendSignal(int descriptor, int signal) =>
        SystemCall(SYS_pidfd_send_signal, descriptor, signal, 0, 0) == 0 ? 0 : -Marshal.GetLastPInvokeError();

    private static int Identify(int directory, string path, int flags, out FileIdentity identity)
    {
        StatX result = default;
        int outcome = StatXRaw(directory, path, flags, STATX_INO, &result);
        identity = new FileIdentity(((ulong)result.DeviceMajor << 32) | result.DeviceMinor, result.Inode);
        return outcome == 0 ? 0 : -Marshal.GetLastPInvokeError();
    }
}
