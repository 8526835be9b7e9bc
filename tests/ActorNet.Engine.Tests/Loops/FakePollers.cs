using ActorNet.Engine.Loops;

namespace ActorNet.Engine.Tests;

/// <summary>A portable poller whose <see cref="Poll"/> a test can count.</summary>
internal sealed class CountingPoller : IPoller
{
    private readonly PortablePoller _inner = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _goal = long.MaxValue;
    private long _count;
    private long _longestSleep;

    public long Count => Volatile.Read(ref _count);

    /// <summary>The longest time limit so far, in nanoseconds; a sleep without one does not count.</summary>
    public long LongestSleep => Volatile.Read(ref _longestSleep);

    public Task Reached(long goal)
    {
        Volatile.Write(ref _goal, goal);
        return _reached.Task;
    }

    public int Poll(long timeoutNanoseconds)
    {
        if (Interlocked.Increment(ref _count) >= Volatile.Read(ref _goal)) _reached.TrySetResult();
        Volatile.Write(ref _longestSleep, Math.Max(LongestSleep, timeoutNanoseconds));
        return _inner.Poll(timeoutNanoseconds);
    }

    public void Wake() => _inner.Wake();

    public void Add(int descriptor, PollEvents interest, IPollable target) => _inner.Add(descriptor, interest, target);

    public void Modify(int descriptor, PollEvents interest) => _inner.Modify(descriptor, interest);

    public void Remove(int descriptor) => _inner.Remove(descriptor);

    public void Dispose() => _inner.Dispose();
}

/// <summary>A portable poller that throws once as a failing descriptor callback would.</summary>
internal sealed class FailingPoller : IPoller
{
    private readonly PortablePoller _inner = new();
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _armed;

    public Task Failed => _failed.Task;

    public void FailOnce()
    {
        Volatile.Write(ref _armed, 1);
        _inner.Wake();
    }

    public int Poll(long timeoutNanoseconds)
    {
        var reported = _inner.Poll(timeoutNanoseconds);
        if (Interlocked.Exchange(ref _armed, 0) == 0) return reported;
        _failed.SetResult();
        throw new InvalidOperationException("poll");
    }

    public void Wake() => _inner.Wake();

    public void Add(int descriptor, PollEvents interest, IPollable target) => _inner.Add(descriptor, interest, target);

    public void Modify(int descriptor, PollEvents interest) => _inner.Modify(descriptor, interest);

    public void Remove(int descriptor) => _inner.Remove(descriptor);

    public void Dispose() => _inner.Dispose();
}
