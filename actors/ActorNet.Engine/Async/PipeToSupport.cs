namespace ActorNet.Engine;

/// <summary>The result of a task as a message: how an actor waits without waiting.</summary>
public static class PipeToSupport
{
    private const TaskContinuationOptions AtOnce = TaskContinuationOptions.ExecuteSynchronously;

    /// <summary>Sends the result, or <see cref="Status.Failure"/>, when the task completes.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Whom to tell.</param>
    /// <param name="sender">Whom the recipient sees as sender; null for nobody.</param>
    /// <param name="success">Makes the message from the result; null sends the result itself.</param>
    /// <param name="failure">Makes the message from the exception; null sends a <see cref="Status.Failure"/>.</param>
    /// <returns>Completes after the message was sent; fails only when <paramref name="success"/> or <paramref name="failure"/> throws.</returns>
    public static Task PipeTo<T>(
        this Task<T> taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<T, object>? success = null, Func<Exception, object>? failure = null)
    {
        ArgumentNullException.ThrowIfNull(taskToPipe);
        ArgumentNullException.ThrowIfNull(recipient);
        return taskToPipe.ContinueWith(Send, CancellationToken.None, AtOnce, TaskScheduler.Default);

        void Send(Task<T> task)
        {
            if (!task.IsCompletedSuccessfully) recipient.Tell(FailureMessage(task, failure), sender);
            else recipient.Tell(success is null ? task.Result! : success(task.Result), sender);
        }
    }

    /// <summary>Sends what <paramref name="success"/> makes (nothing without it), or <see cref="Status.Failure"/>, when the task completes.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Whom to tell.</param>
    /// <param name="sender">Whom the recipient sees as sender; null for nobody.</param>
    /// <param name="success">Makes the message of success; null sends none.</param>
    /// <param name="failure">Makes the message from the exception; null sends a <see cref="Status.Failure"/>.</param>
    /// <returns>Completes after the message was sent; fails only when <paramref name="success"/> or <paramref name="failure"/> throws.</returns>
    public static Task PipeTo(
        this Task taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<object>? success = null, Func<Exception, object>? failure = null)
    {
        ArgumentNullException.ThrowIfNull(taskToPipe);
        ArgumentNullException.ThrowIfNull(recipient);
        return taskToPipe.ContinueWith(Send, CancellationToken.None, AtOnce, TaskScheduler.Default);

        void Send(Task task)
        {
            if (!task.IsCompletedSuccessfully) recipient.Tell(FailureMessage(task, failure), sender);
            else if (success is not null) recipient.Tell(success(), sender);
        }
    }

    private static object FailureMessage(Task task, Func<Exception, object>? failure)
    {
        var cause = task.IsCanceled ? new TaskCanceledException(task) : task.Exception!.InnerException!;
        return failure is null ? new Status.Failure(cause) : failure(cause);
    }
}
