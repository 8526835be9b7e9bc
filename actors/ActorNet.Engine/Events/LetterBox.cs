namespace ActorNet.Engine;

/// <summary>Counts and publishes what was not handled. A notice that cannot be delivered itself is only counted, so notices never breed notices.</summary>
internal sealed class LetterBox(EventStream stream, IActorRef deadLetters)
{
    private long _dead;
    private long _dropped;
    private long _unhandled;

    internal long DeadCount => Volatile.Read(ref _dead);

    internal long DroppedCount => Volatile.Read(ref _dropped);

    internal long UnhandledCount => Volatile.Read(ref _unhandled);

    internal void Dead(object message, IActorRef? sender, IActorRef recipient)
    {
        Interlocked.Increment(ref _dead);
        if (message is AllDeadLetters) return;
        var from = sender ?? deadLetters;
        if (message is IDeadLetterSuppression quiet) stream.Publish(new SuppressedDeadLetter(quiet, from, recipient));
        else stream.Publish(new DeadLetter(message, from, recipient));
    }

    internal void Drop(object message, string reason, IActorRef? sender, IActorRef recipient)
    {
        Interlocked.Increment(ref _dropped);
        if (message is AllDeadLetters) return;
        stream.Publish(new Dropped(message, reason, sender ?? deadLetters, recipient));
    }

    internal void Unhandled(object message, IActorRef sender, IActorRef recipient)
    {
        Interlocked.Increment(ref _unhandled);
        if (message is AllDeadLetters) return;
        stream.Publish(new UnhandledMessage(message, sender, recipient));
    }
}
