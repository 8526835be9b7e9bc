using System.Collections.Concurrent;

namespace ActorNet.Engine.TestKit;

/// <summary>
/// Takes what follows an await in a test's asynchronous function, and runs it between the runs of a virtual system: inside of one it could not
/// wait for actors itself. In force from its making until it is disposed.
/// </summary>
internal sealed class ContinuationPump : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly SynchronizationContext? _before = Current;

    internal ContinuationPump() => SetSynchronizationContext(this);

    /// <summary>Keeps it until <see cref="RunPosted"/>; after the end of the function it runs at once, for nobody will run it any more.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        if (!TryAdd(d, state)) base.Post(d, state);
    }

    /// <summary>The same context: what a copy of it posts belongs to the same function.</summary>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Ends its force.</summary>
    public void Dispose()
    {
        SetSynchronizationContext(_before);
        _posted.CompleteAdding();
    }

    /// <summary>Runs what waits.</summary>
    /// <returns>False when nothing did.</returns>
    internal bool RunPosted()
    {
        var any = false;
        while (_posted.TryTake(out var item))
        {
            any = true;
            item.Callback(item.State);
        }
        return any;
    }

    /// <summary>Waits, in real time, for something to be posted by another thread, and runs it.</summary>
    internal void WaitForPost(int milliseconds)
    {
        if (_posted.TryTake(out var item, milliseconds)) item.Callback(item.State);
    }

    private bool TryAdd(SendOrPostCallback callback, object? state)
    {
        try
        {
            return !_posted.IsAddingCompleted && _posted.TryAdd((callback, state));
        }
        catch (InvalidOperationException)
        {
            // It was disposed between the two looks, by another thread.
            return false;
        }
    }
}
