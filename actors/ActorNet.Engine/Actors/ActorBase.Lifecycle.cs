namespace ActorNet.Engine;

/// <content>What the engine calls in an actor's life.</content>
public abstract partial class ActorBase
{
    /// <summary>Wraps the handling of each message: call the base to handle it, or answer for it.</summary>
    /// <returns>True when the message was handled.</returns>
    protected virtual bool AroundReceive(Receive receive, object message)
    {
        ArgumentNullException.ThrowIfNull(receive);
        var handled = receive(message);
        if (!handled) Unhandled(message);
        return handled;
    }

    /// <summary>Before the first message; also after a restart unless <see cref="PostRestart"/> says otherwise. Throwing fails the creation.</summary>
    protected virtual void PreStart()
    {
    }

    /// <summary>After the last message, children have ended before. Throwing is logged and changes nothing.</summary>
    protected virtual void PostStop()
    {
    }

    /// <summary>On the failed actor, before the new one is made. By default stops and unwatches all children, then runs <see cref="PostStop"/>.</summary>
    /// <param name="reason">What the actor threw.</param>
    /// <param name="message">The message it was handling; null outside of one.</param>
    protected virtual void PreRestart(Exception reason, object? message)
    {
        foreach (var child in Context.GetChildren())
        {
            Context.Unwatch(child);
            Context.Stop(child);
        }
        PostStop();
    }

    /// <summary>On the new actor after a restart. By default runs <see cref="PreStart"/>.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>Wraps <see cref="PreStart"/>.</summary>
    public virtual void AroundPreStart() => PreStart();

    /// <summary>Wraps <see cref="PostStop"/>; the base cancels the timers first.</summary>
    public virtual void AroundPostStop()
    {
        _cell.CancelTimers();
        PostStop();
    }

    /// <summary>Wraps <see cref="PreRestart"/>; the base cancels the timers first.</summary>
    public virtual void AroundPreRestart(Exception cause, object? message)
    {
        _cell.CancelTimers();
        PreRestart(cause, message);
    }

    /// <summary>Wraps <see cref="PostRestart"/>.</summary>
    public virtual void AroundPostRestart(Exception cause, object? message) => PostRestart(cause);
}
