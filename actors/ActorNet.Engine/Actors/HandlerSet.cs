namespace ActorNet.Engine.Cell;

/// <summary>The handlers of one behaviour of one actor, and the table of its class that says which of them a type of message concerns.</summary>
internal sealed class HandlerSet(Handler[] handlers, HandlerShape shape)
{
    internal static readonly HandlerSet None = new([], HandlerShape.For(typeof(ReceiveActor), []));

    internal bool TryHandle(object message)
    {
        var candidates = shape.CandidatesFor(message.GetType());
        for (var i = 0; i < candidates.Length; i++)
        {
            if (handlers[candidates[i]].TryHandle(message)) return true;
        }
        return false;
    }
}

/// <summary>Collects handlers while they are registered.</summary>
internal sealed class HandlerListBuilder
{
    private readonly List<Handler> _handlers = [];

    internal void Add(Handler handler)
    {
        if (_handlers.Count > 0 && _handlers[^1].TakesEverything)
        {
            throw new InvalidOperationException(
                $"A handler for {handler.MessageType.Name} follows one that takes every message, so it would never run. Register it before.");
        }
        _handlers.Add(handler);
    }

    internal HandlerSet Build(Type actorType) =>
        new([.. _handlers], HandlerShape.For(actorType, _handlers.ConvertAll(handler => handler.MessageType)));
}
