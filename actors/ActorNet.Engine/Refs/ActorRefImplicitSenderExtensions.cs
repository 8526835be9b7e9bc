using ActorNet.Engine.Cell;
using ActorNet.Engine.Loops;
using ActorNet.Engine.Refs;

namespace ActorNet.Engine;

/// <summary>Telling without naming the sender.</summary>
public static class ActorRefImplicitSenderExtensions
{
    /// <summary>Sends as the actor whose turn it is; outside of a turn without a sender, in a kit's test as the test's actor.</summary>
    public static void Tell(this IActorRef receiver, object message)
    {
        var loop = LoopThread.Current;
        var sender = loop is null ? OutsideSender.For(receiver) : loop.CurrentCell?.Self;
        if (receiver is LocalActorRef local) local.TellFrom(loop, message, sender);
        else receiver.Tell(message, sender);
    }

    /// <summary>Passes a message on so that the receiver sees the original sender.</summary>
    /// <exception cref="NotSupportedException">Called outside of an actor's turn.</exception>
    public static void Forward(this IActorRef receiver, object message)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        receiver.Tell(message, ActorCell.RequireCurrent().Sender);
    }
}
