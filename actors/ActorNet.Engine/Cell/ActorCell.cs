using ActorNet.Engine.Loops;
using ActorNet.Engine.Refs;

namespace ActorNet.Engine.Cell;

/// <summary>
/// What surrounds an actor for as long as its reference lives: mailbox, behaviour, children, failure handling, watches, timers. The actor
/// object itself is replaced at each restart. All of it but the door (<see cref="LocalActorRef"/>) belongs to the thread of one loop.
/// </summary>
internal sealed partial class ActorCell : IUntypedActorContext
{
    private ActorBase? _actor;

    internal ActorCell(LocalActorSystem system, EventLoop loop, IInternalRef parent, Props props, ActorPath path)
    {
        OwnSystem = system;
        Loop = loop;
        ParentRef = parent;
        Props = props;
        Self = new LocalActorRef(this, path);
        TypeInfo = ActorTypeInfo.Of(props.Type);
        _mailbox = MailboxRing.Empty;
        _limit = loop.Options.MailboxLimit;
    }

    /// <summary>The loop that runs this actor; never changes.</summary>
    internal EventLoop Loop { get; }

    internal LocalActorRef Self { get; }

    internal LocalActorSystem OwnSystem { get; }

    internal IInternalRef ParentRef { get; }

    internal ActorTypeInfo TypeInfo { get; }

    public Props Props { get; }

    IActorRef IActorContext.Self => Self;

    ActorSystem IActorContext.System => OwnSystem;

    IActorRef IActorContext.Parent => ParentRef;

    public IActorRef Sender => _sender ?? OwnSystem.DeadLetters;

    /// <summary>True while this actor's turn runs on this thread.</summary>
    internal bool IsOnTurn => LoopThread.Current is { } loop && ReferenceEquals(loop.CurrentCell, this);

    internal static ActorCell? Current => LoopThread.Current?.CurrentCell;

    /// <summary>The cell whose turn runs on this thread.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    internal static ActorCell RequireCurrent() => Current ?? throw new NotSupportedException(
        "There is no actor context here: this code does not run in an actor's turn, perhaps because it continues after an await with "
        + "ConfigureAwait(false), in Task.Run or on a timer thread. Copy Self and Sender into locals before, or use PipeTo or ReceiveAsync.");

    /// <summary>Guards what may only be used in the actor's own turn.</summary>
    internal void RequireTurn(string what)
    {
        if (IsOnTurn) return;
        throw new NotSupportedException(
            $"{what} of {Self.Path} was used outside of the actor's turn. Send the actor a message and do it in the handler.");
    }

    public void Stop(IActorRef child)
    {
        ArgumentNullException.ThrowIfNull(child);
        OwnSystem.Stop(child);
    }
}
