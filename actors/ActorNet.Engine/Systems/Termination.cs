namespace ActorNet.Engine;

/// <summary>Counts the loops down and completes the system's last task.</summary>
internal sealed class Termination(LocalActorSystem system, int loops)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Stack<Action>? _callbacks = new();
    private int _running = loops;

    internal Task Task => _ended.Task;

    internal void Register(Action code)
    {
        ArgumentNullException.ThrowIfNull(code);
        lock (_gate)
        {
            if (_callbacks is null) throw new InvalidOperationException($"System {system.Name} has ended; no code can be registered for its end any more.");
            _callbacks.Push(code);
        }
    }

    internal void RunCallbacks()
    {
        Stack<Action> callbacks;
        lock (_gate)
        {
            callbacks = _callbacks ?? new Stack<Action>();
            _callbacks = null;
        }
        foreach (var callback in callbacks)
        {
            try
            {
                callback();
            }
            catch (Exception e)
            {
                system.LogSink.Write(LogLevel.ErrorLevel, system.Name, "Code registered for the end of the system failed.", e);
            }
        }
    }

    internal void OnLoopEnded()
    {
        if (Interlocked.Decrement(ref _running) == 0) _ended.TrySetResult();
    }
}
