using System.Runtime.ExceptionServices;

namespace ActorNet.Engine.Cell;

/// <content>Asynchronous handlers: user messages wait until the task has ended, its steps run as turns of the actor.</content>
internal sealed partial class ActorCell
{
    private CellTaskScheduler? _scheduler;
    private IActorRef? _asyncSender;
    private object? _asyncMessage;

    internal void RunTask(Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        RequireTurn("RunTask");
        var first = new Task<Task>(action);
        first.RunSynchronously(_scheduler ??= new CellTaskScheduler(this));
        var whole = first.GetAwaiter().GetResult() ?? throw new InvalidOperationException("An asynchronous handler returned null instead of a task.");
        if (whole.IsCompleted)
        {
            whole.GetAwaiter().GetResult();
            return;
        }
        Block();
        (_asyncMessage, _asyncSender) = (_message, _sender);
        _ = whole.ContinueWith(TellDone, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void TellDone(Task task)
    {
        var cause = task.IsCanceled ? new TaskCanceledException(task) : task.Exception?.InnerException;
        Self.SendSystem(new SystemMessage(SystemKind.TaskDone) { Cause = cause });
    }

    private void RunAsyncStep(Task step)
    {
        var (message, sender) = (_message, _sender);
        (_message, _sender) = (_asyncMessage, _asyncSender);
        _scheduler!.Execute(step);
        (_message, _sender) = (message, sender);
    }

    private void EndAsync(Exception? cause)
    {
        Unblock();
        (_message, _sender) = (_asyncMessage, _asyncSender);
        (_asyncMessage, _asyncSender) = (null, null);
        if (_idleTimeout is not null && _message is not null) NoteInfluence(_message);
        if (cause is not null) ExceptionDispatchInfo.Throw(cause);
        (_message, _sender) = (null, null);
    }
}
