using ActorNet.Engine.Refs;

namespace ActorNet.Engine.Loops;

/// <summary>Making systems on event loops, and looking at their loops.</summary>
public static class LoopSystem
{
    /// <summary>A system on threads; they are background threads and end with the system.</summary>
    /// <param name="name">Letters, digits, dash and underscore.</param>
    /// <param name="options">Checked here.</param>
    /// <exception cref="ArgumentException">Name or options are out of range; the message names all faults.</exception>
    public static ActorSystem Create(string name, LoopOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new LocalActorSystem(name, options, null);
    }

    /// <summary>A system on a virtual clock with one loop and no thread: nothing happens but in calls of <see cref="VirtualSystem"/>.</summary>
    /// <param name="name">Letters, digits, dash and underscore.</param>
    /// <param name="seed">Which interleaving: 0 is the plain one, first come first served. Any other value throws seeded dice wherever threads
    /// would leave the order open, to find faults that depend on it: which actor goes on, after how many messages the next one does, which
    /// of equal deadlines comes first and whether before the actors that wait, how much of what was sent from outside has arrived. What one
    /// sends another stays in order. No source of chance for what is emulated: give that a seed of its own.</param>
    /// <param name="startNanoseconds">What the clock shows first; the time of day counts it from 1970.</param>
    public static VirtualSystem CreateVirtual(string name, ulong seed = 0, long startNanoseconds = 0) =>
        CreateVirtual(name, new LoopOptions(), seed, startNanoseconds);

    /// <summary>The same with options; number of loops, spinning and polling do not matter there.</summary>
    public static VirtualSystem CreateVirtual(string name, LoopOptions options, ulong seed = 0, long startNanoseconds = 0)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(startNanoseconds);
        var clock = new VirtualClock(startNanoseconds, seed);
        return new VirtualSystem(new LocalActorSystem(name, options with { Loops = 1 }, clock), clock);
    }

    /// <summary>The loop that an actor runs on, for life.</summary>
    /// <exception cref="ArgumentException">The reference is no actor of this engine.</exception>
    public static EventLoop LoopOf(IActorRef actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor is LocalActorRef local ? local.Cell.Loop : throw new ArgumentException($"{actor} is no actor of this engine, so it has no loop.", nameof(actor));
    }

    /// <summary>The loops of a system, by index.</summary>
    public static IReadOnlyList<EventLoop> Loops(ActorSystem system) => Own(system).Loops;

    /// <summary>What the system could not deliver so far.</summary>
    public static LetterStatistics Letters(ActorSystem system)
    {
        var own = Own(system);
        return new LetterStatistics(own.Letters.DeadCount, own.Letters.DroppedCount, own.Letters.UnhandledCount, own.LogSink.Lost);
    }

    private static LocalActorSystem Own(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return system as LocalActorSystem ?? throw new ArgumentException("The system belongs to another engine.", nameof(system));
    }
}

/// <summary>Messages of a system that were not handled, since its start.</summary>
/// <param name="DeadLetters">Sent to actors that had ended.</param>
/// <param name="Dropped">Refused by a full mailbox or inbox.</param>
/// <param name="Unhandled">Without a handler.</param>
/// <param name="LostLogEntries">Log entries whose sink threw.</param>
public readonly record struct LetterStatistics(long DeadLetters, long Dropped, long Unhandled, long LostLogEntries);
