using ActorNet.Engine.Cell;
using ActorNet.Engine.Loops;

namespace ActorNet.Engine.Refs;

/// <summary>A reference without an actor that completes a task by the first message it gets; later ones are dead letters.</summary>
internal sealed class PromiseRef<T> : ActorRefBase, IInternalRef
{
    private readonly TaskCompletionSource<T> _result;
    private readonly Lock _gate = new();
    private List<IActorRef>? _watchers = [];
    private CancellationTokenRegistration _cancellation;
    private DeadlineTimer? _timer;

    internal PromiseRef(LocalActorSystem system, EventLoop loop)
    {
        System = system;
        Loop = loop;
        Path = system.TemporaryPath();
        // In virtual time what waits for the answer goes on at once on the same thread, so that a run is the same each time.
        _result = new TaskCompletionSource<T>(loop.IsVirtual ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public override ActorPath Path { get; }

    public LocalActorSystem System { get; }

    internal EventLoop Loop { get; }

    internal Task<T> Task => _result.Task;

    /// <summary>Fails the task with an exception of the caller's making unless it has completed in time.</summary>
    internal void FailAfter(TimeSpan? timeout, Func<Exception> failure)
    {
        if (timeout is not { } span || span == Timeout.InfiniteTimeSpan) return;
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero, nameof(timeout));
        var deadline = Loop.RefreshNow() + (span.Ticks * TimeSpan.NanosecondsPerTick);
        _timer = Loop.CreateTimer(() => Fail(failure()));
        OnLoop(() =>
        {
            if (!Task.IsCompleted) _timer.Arm(deadline);
        });
    }

    internal void CancelOn(CancellationToken token)
    {
        if (token.CanBeCanceled) _cancellation = token.Register(() => Complete(_result.TrySetCanceled(token)));
    }

    internal void Fail(Exception cause) => Complete(_result.TrySetException(cause));

    public void SendSystem(SystemMessage message)
    {
        if (message.Kind == SystemKind.Died) TellInternal(new Terminated(message.Ref!, message.ExistenceConfirmed, addressTerminated: false), message.Ref);
        else if (message.Kind == SystemKind.Watch) AddWatcher(message.Ref!);
        else if (message.Kind == SystemKind.Unwatch) RemoveWatcher(message.Ref!);
        else if (message.Kind == SystemKind.Terminate) Fail(new TaskCanceledException($"{Path} was stopped before it got an answer."));
    }

    protected override void TellInternal(object message, IActorRef? sender)
    {
        var completed = message switch
        {
            T answer => _result.TrySetResult(answer),
            Status.Failure failure => _result.TrySetException(failure.Cause ?? new TaskCanceledException("The actor answered with a failure without a cause.")),
            _ => _result.TrySetException(new ArgumentException(
                $"The answer is a {message.GetType()}, asked for was a {typeof(T)}. Ask for the type that the actor sends.", nameof(message))),
        };
        if (completed) Complete(true);
        else System.Letters.Dead(message, sender, this);
    }

    private void Complete(bool isFirst)
    {
        if (!isFirst) return;
        _cancellation.Dispose();
        if (_timer is not null) OnLoop(_timer.Disarm);
        List<IActorRef> watchers;
        lock (_gate)
        {
            watchers = _watchers ?? [];
            _watchers = null;
        }
        foreach (var watcher in watchers) DeathNotice.Send(watcher, this, existenceConfirmed: true);
    }

    private void OnLoop(Action action)
    {
        if (ReferenceEquals(EventLoop.Current, Loop)) action();
        else Loop.PostAlways(action);
    }

    private void AddWatcher(IActorRef watcher)
    {
        lock (_gate)
        {
            if (_watchers is not null)
            {
                _watchers.Add(watcher);
                return;
            }
        }
        DeathNotice.Send(watcher, this, existenceConfirmed: false);
    }

    private void RemoveWatcher(IActorRef watcher)
    {
        lock (_gate) _watchers?.Remove(watcher);
    }
}
