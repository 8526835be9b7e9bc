namespace ActorNet.Engine.Loops;

/// <summary>What a descriptor waits for, or has become; the bits of <c>epoll(7)</c> that a loop needs.</summary>
[Flags]
public enum PollEvents
{
    /// <summary>Nothing: the descriptor stays registered but reports errors only.</summary>
    None = 0,

    /// <summary>A read would not block.</summary>
    Readable = 1,

    /// <summary>A write would not block.</summary>
    Writable = 4,

    /// <summary>The descriptor failed or was closed by its peer; always reported, never asked for.</summary>
    Error = 8,
}

/// <summary>Owner of a descriptor that a loop polls.</summary>
public interface IPollable
{
    /// <summary>Called on the loop's thread, level-triggered: as long as the condition lasts it is called once per poll.</summary>
    /// <param name="events">What has become possible, never wider than what was asked for plus <see cref="PollEvents.Error"/>.</param>
    void OnReady(PollEvents events);
}

/// <summary>
/// Where an event loop blocks when it has nothing to run. All members but <see cref="Wake"/> belong to the loop's thread.
/// The portable one only sleeps and wakes; the one of <c>ActorNet.Linux</c> is epoll with an eventfd.
/// </summary>
public interface IPoller : IDisposable
{
    /// <summary>Watches a descriptor. The poller never closes it.</summary>
    /// <param name="descriptor">An open, non-blocking descriptor that is not watched yet.</param>
    /// <param name="interest">What to report.</param>
    /// <param name="target">Whom to call.</param>
    /// <exception cref="NotSupportedException">This poller cannot watch descriptors.</exception>
    void Add(int descriptor, PollEvents interest, IPollable target);

    /// <summary>Changes what a watched descriptor reports.</summary>
    void Modify(int descriptor, PollEvents interest);

    /// <summary>Stops watching; afterwards the target is not called any more, not even for what was reported in the same poll.</summary>
    void Remove(int descriptor);

    /// <summary>Reports what is ready, or waits for it.</summary>
    /// <param name="timeoutNanoseconds">0 looks only, a positive number waits at most that long, -1 waits until <see cref="Wake"/> or a descriptor.</param>
    /// <returns>Number of descriptors reported.</returns>
    int Poll(long timeoutNanoseconds);

    /// <summary>Ends a current or the next <see cref="Poll"/> early. Callable from any thread; several calls may collapse into one.</summary>
    void Wake();
}
