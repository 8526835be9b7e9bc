using ActorNet.Engine.Cell;

namespace ActorNet.Engine;

/// <summary>An actor with one handler for all messages; the leanest form.</summary>
public abstract class UntypedActor : ActorBase
{
    /// <summary>The inside view, with behaviours that return nothing.</summary>
    /// <exception cref="NotSupportedException">No actor's turn runs on this thread.</exception>
    protected static new IUntypedActorContext Context => ActorCell.RequireCurrent();

    /// <inheritdoc/>
    protected sealed override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    /// <summary>Handles a message; calls <see cref="ActorBase.Unhandled"/> for what it does not know.</summary>
    protected abstract void OnReceive(object message);

    /// <summary>Handles the next messages by <paramref name="receive"/>.</summary>
    protected void Become(UntypedReceive receive) => Cell.Become(receive);

    /// <summary>Like <see cref="Become(UntypedReceive)"/>, keeping the present behaviour for <see cref="ActorBase.UnbecomeStacked"/>.</summary>
    protected void BecomeStacked(UntypedReceive receive) => Cell.BecomeStacked(receive);

    /// <summary>Runs the action as an asynchronous handler would run; here it ends before the call returns.</summary>
    protected void RunTask(Action action) => RunTask(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>Starts an asynchronous action. Further messages wait until its task has ended; its failure is this actor's.</summary>
    protected void RunTask(Func<Task> action) => Cell.RunTask(action);

    internal sealed override void ReceiveDirectly(object message) => OnReceive(message);
}
