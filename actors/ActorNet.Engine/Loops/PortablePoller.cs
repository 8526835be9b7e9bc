namespace ActorNet.Engine.Loops;

/// <summary>
/// The poller for every platform: it watches no descriptors, it only sleeps and wakes. Waits of under a millisecond are spun, because the
/// framework's timed waits are no finer.
/// </summary>
public sealed class PortablePoller : IPoller
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    private readonly object _gate = new();
    private bool _woken;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public void Add(int descriptor, PollEvents interest, IPollable target) => throw NoDescriptors();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public void Modify(int descriptor, PollEvents interest) => throw NoDescriptors();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public void Remove(int descriptor) => throw NoDescriptors();

    /// <inheritdoc/>
    public int Poll(long timeoutNanoseconds)
    {
        if (timeoutNanoseconds == 0) Volatile.Write(ref _woken, false);
        else if (timeoutNanoseconds is > 0 and < NanosecondsPerMillisecond) Spin(timeoutNanoseconds);
        else Block(timeoutNanoseconds);
        return 0;
    }

    /// <inheritdoc/>
    public void Wake()
    {
        lock (_gate)
        {
            _woken = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Spin(long timeout)
    {
        var end = LoopClock.Now() + timeout;
        var spinner = default(SpinWait);
        while (!Volatile.Read(ref _woken) && LoopClock.Now() < end) spinner.SpinOnce(sleep1Threshold: -1);
        Volatile.Write(ref _woken, false);
    }

    private void Block(long timeout)
    {
        var milliseconds = timeout < 0 ? Timeout.Infinite : (int)Math.Min(timeout / NanosecondsPerMillisecond, int.MaxValue);
        lock (_gate)
        {
            // Once is enough: a spurious return only makes the loop look around and come back.
            if (!_woken) Monitor.Wait(_gate, milliseconds);
            _woken = false;
        }
    }

    private static NotSupportedException NoDescriptors() =>
        new("The portable poller watches no descriptors. Set LoopOptions.PollerFactory to one that does, for example the epoll poller of ActorNet.Linux.");
}
