using ActorNet.Engine.Loops;
using ActorNet.Linux.Native;

namespace ActorNet.Linux.Loops;

/// <summary>
/// The poller of an event loop on Linux: <c>epoll(7)</c>, level-triggered, woken through an eventfd, with nanosecond waits where the kernel
/// has <c>epoll_pwait2</c> (5.11) and waits rounded up to milliseconds where it has not. No call but <see cref="Add"/> allocates.
/// </summary>
public sealed class EpollPoller : IPoller
{
    /// <summary>Descriptors reported by one poll; what is ready beyond that is reported by the next one, the kernel takes turns.</summary>
    public const int MaxReportedPerPoll = 256;

    private const ulong WakeData = ulong.MaxValue;

    private static readonly byte[] WakeCount = BitConverter.GetBytes(1UL);

    private readonly PollTable _table;
    private readonly byte[] _records = GC.AllocateArray<byte>(MaxReportedPerPoll * EpollRecords.Stride, pinned: true);
    private readonly Lock _wakeGate = new();
    private readonly int _epoll;
    private readonly int _wake;
    private int _wakePending;
    private bool _precise;
    private bool _isPunctual;
    private bool _disposed;

    /// <summary>Opens the epoll instance and its wake descriptor.</summary>
    /// <param name="maxDescriptors">Highest descriptor number that can be watched, plus one. 65536 unless said otherwise.</param>
    /// <exception cref="LinuxException">The process has no descriptor left.</exception>
    public EpollPoller(int maxDescriptors = PollTable.DefaultCapacity)
        : this(maxDescriptors, precise: true)
    {
    }

    internal EpollPoller(int maxDescriptors, bool precise)
    {
        _table = new PollTable(maxDescriptors);
        _precise = precise;
        _epoll = Opened(LibC.EpollCreate(LibC.EPOLL_CLOEXEC), "epoll_create1");
        _wake = LibC.EventFd(0, LibC.EFD_CLOEXEC | LibC.EFD_NONBLOCK);
        if (_wake >= 0 && LibC.EpollControl(_epoll, LibC.EPOLL_CTL_ADD, _wake, LibC.EPOLLIN, WakeData) == 0) return;
        var failure = LinuxException.Last("eventfd for the wake-up of an event loop");
        LibC.Close(_epoll);
        if (_wake >= 0) LibC.Close(_wake);
        throw failure;
    }

    /// <summary>Descriptors watched now, without the poller's own.</summary>
    public int Count => _table.Count;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The descriptor is watched already.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The descriptor is negative or beyond the limit given to the constructor.</exception>
    /// <exception cref="LinuxException">The descriptor is closed, or is a plain file, which cannot be polled.</exception>
    public void Add(int descriptor, PollEvents interest, IPollable target)
    {
        ArgumentNullException.ThrowIfNull(target);
        ObjectDisposedException.ThrowIf(_disposed, this);
        ulong data = _table.Take(descriptor, target, interest);
        int outcome = LibC.EpollControl(_epoll, LibC.EPOLL_CTL_ADD, descriptor, ToEpoll(interest), data);
        if (outcome == 0) return;
        _table.Release(descriptor);
        throw new LinuxException($"epoll_ctl ADD of descriptor {descriptor}", -outcome);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The descriptor is not watched.</exception>
    public void Modify(int descriptor, PollEvents interest)
    {
        ulong data = _table.Change(descriptor, interest);
        int outcome = LibC.EpollControl(_epoll, LibC.EPOLL_CTL_MOD, descriptor, ToEpoll(interest), data);
        if (outcome != 0) throw new LinuxException($"epoll_ctl MOD of descriptor {descriptor}", -outcome);
    }

    /// <inheritdoc/>
    /// <remarks>A descriptor that is not watched is left alone. One that was closed first may be removed too: the kernel has forgotten it
    /// already.</remarks>
    public void Remove(int descriptor)
    {
        if (_disposed || !_table.Release(descriptor)) return;
        int outcome = LibC.EpollControl(_epoll, LibC.EPOLL_CTL_DEL, descriptor, 0, 0);
        if (outcome is 0 or -Errno.EBADF or -Errno.ENOENT or -Errno.EPERM) return;
        throw new LinuxException($"epoll_ctl DEL of descriptor {descriptor}", -outcome);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A signal (the garbage collector sends some) ends a wait with a time limit early, with 0. An exception of a target leaves the
    /// method at once; what was not reported yet is reported by the next poll.
    /// </remarks>
    public int Poll(long timeoutNanoseconds)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        int ready = timeoutNanoseconds == 0 ? Look() : Wait(timeoutNanoseconds);
        int reported = 0;
        for (int index = 0; index < ready && !_disposed; index++)
        {
            ulong data = EpollRecords.DataAt(_records, index);
            if (data == WakeData) AcceptWake();
            else if (Report(data, EpollRecords.EventsAt(_records, index))) reported++;
        }
        return reported;
    }

    /// <inheritdoc/>
    /// <remarks>Does nothing once the poller is disposed.</remarks>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _wakePending, 1) != 0) return;
        // The gate only keeps the descriptor from being closed, and its number from being given to someone else, under the write.
        lock (_wakeGate)
        {
            if (!_disposed) LibC.WriteNonBlocking(_wake, WakeCount);
        }
    }

    /// <summary>Closes the poller's own descriptors; the watched ones stay open. Belongs to the loop's thread.</summary>
    public void Dispose()
    {
        lock (_wakeGate)
        {
            if (_disposed) return;
            _disposed = true;
            LibC.Close(_wake);
            LibC.Close(_epoll);
        }
        _table.Clear();
    }

    private bool Report(ulong data, uint events)
    {
        var target = _table.Find(data, out PollEvents interest);
        if (target is null) return false;
        var what = (PollEvents)events & interest & (PollEvents.Readable | PollEvents.Writable);
        if ((events & (LibC.EPOLLERR | LibC.EPOLLHUP)) != 0) what |= PollEvents.Error;
        // A descriptor that was changed earlier in this batch may have nothing left to say.
        if (what == PollEvents.None) return false;
        target.OnReady(what);
        return true;
    }

    private void AcceptWake()
    {
        Span<byte> counter = stackalloc byte[sizeof(ulong)];
        LibC.ReadNonBlocking(_wake, counter);
        // Only after the read: a flag cleared before it could let a new write be swallowed by the read, and every later wake with it.
        Interlocked.Exchange(ref _wakePending, 0);
    }

    private int Look()
    {
        int ready = LibC.EpollLook(_epoll, _records);
        return ready >= 0 ? ready : Settle(LibC.EpollWait(_epoll, _records, 0));
    }

    private int Wait(long nanoseconds)
    {
        if (nanoseconds > 0) return Settle(WaitAtMost(nanoseconds));
        int ready;
        do ready = LibC.EpollWait(_epoll, _records, -1);
        while (ready == -Errno.EINTR);
        return Settle(ready);
    }

    private int WaitAtMost(long nanoseconds)
    {
        if (_precise)
        {
            BePunctual();
            int ready = LibC.EpollWaitPrecise(_epoll, _records, nanoseconds);
            // Old kernels answer ENOSYS, old container sandboxes EPERM.
            if (ready is not (-Errno.ENOSYS or -Errno.EPERM)) return ready;
            _precise = false;
        }
        return LibC.EpollWait(_epoll, _records, RoundUpToMilliseconds(nanoseconds));
    }

    /// <summary>
    /// A thread's waits end up to 50 microseconds late so that the kernel can join wake-ups, unless it asks for less: that would be the error of every delay that is
    /// emulated. Refusals do no harm.
    /// </summary>
    private void BePunctual()
    {
        if (_isPunctual) return;
        _isPunctual = true;
        LibC.SetTimerSlack(1);
    }

    private static int RoundUpToMilliseconds(long nanoseconds) =>
        (int)Math.Min(int.MaxValue, ((nanoseconds - 1) / 1_000_000) + 1);

    private static int Settle(int ready)
    {
        if (ready >= 0) return ready;
        return ready == -Errno.EINTR ? 0 : throw new LinuxException("epoll_wait", -ready);
    }

    private static uint ToEpoll(PollEvents interest) => (uint)interest & (LibC.EPOLLIN | LibC.EPOLLOUT);

    private static int Opened(int descriptor, string operation) =>
        descriptor >= 0 ? descriptor : throw LinuxException.Last(operation, "Raise the limit of open files (ulimit -n).");
}
