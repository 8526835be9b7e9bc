using ActorNet.Engine.Cell;
using ActorNet.Engine.Loops;

namespace ActorNet.Engine;

/// <summary>A behaviour: true when the message was handled, false to report it as unhandled.</summary>
public delegate bool Receive(object message);

/// <summary>A behaviour that handles whatever it is given.</summary>
public delegate void UntypedReceive(object message);

/// <summary>
/// Base of all actors. One message at a time; its state needs no lock. Made by the engine only, from <see cref="Props"/>; thrown away and made
/// anew at a restart, while reference, mailbox, children that PreRestart leaves and watches live on.
/// </summary>
public abstract partial class ActorBase
{
    private readonly ActorCell _cell;

    /// <summary>Runs in the new actor's first turn; <see cref="Context"/> and <see cref="Self"/> work already, <c>Timers</c> and <c>Stash</c> do not yet.</summary>
    /// <exception cref="ActorInitializationException">The actor was made with <c>new</c> by somebody else than the engine.</exception>
    protected ActorBase() => _cell = ActorCell.ClaimForConstruction(GetType());

    /// <summary>The inside view of the actor whose turn runs on this thread.</summary>
    /// <exception cref="NotSupportedException">No actor's turn runs on this thread.</exception>
    protected static IActorContext Context => ActorCell.RequireCurrent();

    /// <summary>Matches nothing: each message is unhandled.</summary>
    protected static Receive EmptyReceive { get; } = static _ => false;

    /// <summary>This actor's address; usable at any time and from any thread.</summary>
    protected IActorRef Self => _cell.Self;

    /// <summary>Who sent the current message; the dead letters when nobody is named.</summary>
    /// <exception cref="NotSupportedException">Not in this actor's turn.</exception>
    protected IActorRef Sender
    {
        get
        {
            if (!ReferenceEquals(LoopThread.Current?.CurrentCell, _cell)) ActorCell.RequireCurrent();
            return _cell.Sender;
        }
    }

    internal ActorCell Cell => _cell;

    /// <summary>Handles a message; false reports it as unhandled.</summary>
    protected abstract bool Receive(object message);

    /// <summary>Publishes an <see cref="UnhandledMessage"/>; a <see cref="Terminated"/> nobody handled is a failure instead.</summary>
    /// <exception cref="DeathPactException">The message is <see cref="Terminated"/>.</exception>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated) throw new DeathPactException(terminated.ActorRef);
        _cell.OwnSystem.Letters.Unhandled(message, _cell.Sender, _cell.Self);
    }

    /// <summary>Handles the next messages by <paramref name="receive"/> instead of the present behaviour.</summary>
    protected void Become(Receive receive) => _cell.Become(receive);

    /// <summary>Like <see cref="Become(Receive)"/>, keeping the present behaviour for <see cref="UnbecomeStacked"/>.</summary>
    protected void BecomeStacked(Receive receive) => _cell.BecomeStacked(receive);

    /// <summary>Back to the behaviour before the last stacked one; at the bottom to the actor's own.</summary>
    protected void UnbecomeStacked() => _cell.UnbecomeStacked();

    /// <summary>Sends this actor <see cref="ReceiveTimeout"/> whenever no message came for that long, until set to null.</summary>
    protected void SetReceiveTimeout(TimeSpan? timeout) => _cell.SetReceiveTimeout(timeout);

    /// <summary>What to do about failing children; asked once per incarnation. Props may override it.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Engine.SupervisorStrategy.DefaultStrategy;

    internal SupervisorStrategy OwnStrategy() => SupervisorStrategy();

    /// <summary>The data path: one message to the actor's own behaviour.</summary>
    internal virtual void ReceiveDirectly(object message)
    {
        if (!Receive(message)) Unhandled(message);
    }

    internal void RunUnhandled(object message) => Unhandled(message);

    internal void RunAround(Receive? behavior, object message) => AroundReceive(behavior ?? Receive, message);

    /// <summary>The constructor has run and the interfaces are served.</summary>
    internal virtual void OnConstructed()
    {
    }
}
