using ActorNet.Engine.Cell;

namespace ActorNet.Engine;

/// <summary>
/// An actor with one handler per message type. Handlers are registered in the constructor, or in the action given to
/// <see cref="Become(Action)"/>, and tried in that order; the first that matches wins, so the more special comes first.
/// </summary>
public abstract partial class ReceiveActor : UntypedActor
{
    private HandlerSet _handlers = HandlerSet.None;
    private HandlerListBuilder? _registering = new();

    /// <inheritdoc/>
    protected sealed override void OnReceive(object message)
    {
        if (!_handlers.TryHandle(message)) Unhandled(message);
    }

    /// <summary>Handles the next messages by the handlers that <paramref name="configure"/> registers.</summary>
    protected void Become(Action configure) => Cell.Become(Register(configure).TryHandle);

    /// <summary>Like <see cref="Become(Action)"/>, keeping the present behaviour for <see cref="ActorBase.UnbecomeStacked"/>.</summary>
    protected void BecomeStacked(Action configure) => Cell.BecomeStacked(Register(configure).TryHandle);

    internal override void OnConstructed()
    {
        _handlers = _registering!.Build(GetType());
        _registering = null;
    }

    private HandlerSet Register(Action configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        // A Become in the constructor: what the constructor registers itself goes on afterwards.
        var outer = _registering;
        _registering = new HandlerListBuilder();
        try
        {
            configure();
            return _registering.Build(GetType());
        }
        finally
        {
            _registering = outer;
        }
    }

    private void Add(Handler handler)
    {
        if (_registering is null)
        {
            throw new InvalidOperationException(
                $"{GetType().Name} registered a handler for {handler.MessageType.Name} at the wrong time. Do it in the constructor or in the action given to Become.");
        }
        _registering.Add(handler);
    }
}
