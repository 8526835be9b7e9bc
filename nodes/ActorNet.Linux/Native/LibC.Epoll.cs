using System.Runtime.InteropServices;

namespace ActorNet.Linux.Native;

/// <summary>This part: <c>epoll(7)</c>, <c>eventfd(2)</c> and <c>poll(2)</c>.</summary>
internal static unsafe partial class LibC
{
    internal const int EPOLL_CLOEXEC = 0x80000;
    internal const int EPOLL_CTL_ADD = 1;
    internal const int EPOLL_CTL_DEL = 2;
    internal const int EPOLL_CTL_MOD = 3;
    internal const uint EPOLLIN = 1;
    internal const uint EPOLLOUT = 4;
    internal const uint EPOLLERR = 8;
    internal const uint EPOLLHUP = 16;
    internal const int EFD_CLOEXEC = 0x80000;
    internal const int EFD_NONBLOCK = 0x800;
    internal const short POLLIN = 1;
    internal const short POLLOUT = 4;

    /// <summary>
    /// Number of <c>epoll_pwait2</c>, the same on every architecture; called by number because C libraries before 2.35 lack it.
    /// </summary>
    private const nint SYS_epoll_pwait2 = 441;

    private const int PR_SET_TIMERSLACK = 29;
    private const int PR_GET_TIMERSLACK = 30;

    /// <summary><c>struct timespec</c> with 64-bit fields.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec64
    {
        internal long Seconds;
        internal long Nanoseconds;
    }

    /// <summary><c>struct pollfd</c> of <c>poll.h</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PollFd
    {
        internal int Descriptor;
        internal short Events;
        internal short Returned;
    }

    [LibraryImport(Library, EntryPoint = "epoll_create1", SetLastError = true)]
    internal static partial int EpollCreate(int flags);

    [LibraryImport(Library, EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int EpollControlRaw(int epoll, int operation, int descriptor, byte* epollEvent);

    [LibraryImport(Library, EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int EpollWaitRaw(int epoll, byte* events, int count, int milliseconds);

    [LibraryImport(Library, EntryPoint = "epoll_wait")]
    [SuppressGCTransition]
    private static partial int EpollWaitNoTransition(int epoll, byte* events, int count, int milliseconds);

    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    private static partial nint EpollPwait2Raw(
        nint number, nint epoll, byte* events, nint count, TimeSpec64* timeout, void* signalMask, nint signalMaskSize);

    [LibraryImport(Library, EntryPoint = "prctl")]
    private static partial int PrCtl(int option, nuint first, nuint second, nuint third, nuint fourth);

    [LibraryImport(Library, EntryPoint = "eventfd", SetLastError = true)]
    internal static partial int EventFd(uint initial, int flags);

    /// <summary>How late the kernel may end waits of the calling thread, in nanoseconds (<c>PR_SET_TIMERSLACK</c>); 50,000 unless said otherwise.</summary>
    internal static int SetTimerSlack(uint nanoseconds) => PrCtl(PR_SET_TIMERSLACK, nanoseconds, 0, 0, 0);

    /// <summary>What it is now (<c>PR_GET_TIMERSLACK</c>).</summary>
    internal static int GetTimerSlack() => PrCtl(PR_GET_TIMERSLACK, 0, 0, 0, 0);

    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    private static partial int PollRaw(PollFd* descriptors, nuint count, int milliseconds);

    /// <summary>Adds, changes or removes a watched descriptor: 0, or the negated errno.</summary>
    internal static int EpollControl(int epoll, int operation, int descriptor, uint events, ulong data)
    {
        byte* record = stackalloc byte[EpollRecords.MaxSize];
        EpollRecords.Write(new Span<byte>(record, EpollRecords.MaxSize), events, data);
        return EpollControlRaw(epoll, operation, descriptor, record) == 0 ? 0 : -Marshal.GetLastPInvokeError();
    }

    /// <summary>Looks without waiting, and without the garbage collector's transition: ready descriptors, or -1.</summary>
    internal static int EpollLook(int epoll, Span<byte> records)
    {
        fixed (byte* pointer = records) return EpollWaitNoTransition(epoll, pointer, EpollRecords.Capacity(records), 0);
    }

    /// <summary>Waits with a resolution of milliseconds (-1: without end): ready descriptors, or the negated errno.</summary>
    internal static int EpollWait(int epoll, Span<byte> records, int milliseconds)
    {
        fixed (byte* pointer = records)
        {
            int count = EpollWaitRaw(epoll, pointer, EpollRecords.Capacity(records), milliseconds);
            return count >= 0 ? count : -Marshal.GetLastPInvokeError();
        }
    }

    /// <summary>Waits with a resolution of nanoseconds (Linux 5.11 and newer): ready descriptors, or the negated errno.</summary>
    internal static int EpollWaitPrecise(int epoll, Span<byte> records, long nanoseconds)
    {
        var timeout = new TimeSpec64 { Seconds = nanoseconds / 1_000_000_000, Nanoseconds = nanoseconds % 1_000_000_000 };
        fixed (byte* pointer = records)
        {
            nint count = EpollPwait2Raw(SYS_epoll_pwait2, epoll, pointer, EpollRecords.Capacity(records), &timeout, null, 0);
            return count >= 0 ? (int)count : -Marshal.GetLastPInvokeError();
        }
    }

    /// <summary>Waits for one descriptor without a poller: true when it became ready (or failed), false when the time was over.</summary>
    internal static bool WaitFor(int descriptor, short events, int milliseconds)
    {
        var poll = new PollFd { Descriptor = descriptor, Events = events };
        long end = Environment.TickCount64 + milliseconds;
        while (true)
        {
            int left = milliseconds < 0 ? -1 : (int)Math.Max(0, end - Environment.TickCount64);
            int count = PollRaw(&poll, 1, left);
            if (count >= 0) return count > 0;
            if (Marshal.GetLastPInvokeError() != Errno.EINTR) throw LinuxException.Last($"poll of descriptor {descriptor}");
        }
    }
}
