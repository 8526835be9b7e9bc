using System.Runtime.InteropServices;
using ActorNet.Engine.Cell;

namespace ActorNet.Engine.Loops;

/// <summary>
/// Where other threads hand things to a loop, and how they wake it. Apart from the loop object, whose fields change with every turn: a sender
/// that had to read those would wait for the loop's cache each time.
/// </summary>
internal sealed class LoopDoor
{
    private readonly EventLoop _loop;
    private Flags _flags;

    internal LoopDoor(EventLoop loop, int limit)
    {
        _loop = loop;
        Inbox = new Inbox(limit);
    }

    internal Inbox Inbox { get; }

    internal bool HasEnded => Volatile.Read(ref _flags.HasEnded);

    /// <summary>Hands a message to an actor of the loop; what the loop will not take becomes a dead letter or a counted drop.</summary>
    internal void Accept(ActorCell cell, object payload, IActorRef? sender)
    {
        var isSystem = payload is SystemMessage;
        if (!HasEnded && Admit(new InboxItem(cell, payload, sender), isSystem)) return;
        Refuse(cell, payload, sender);
    }

    /// <summary>Puts an item into the inbox and wakes the loop if it sleeps.</summary>
    /// <param name="item">What to hand over.</param>
    /// <param name="force">Even when the inbox is full.</param>
    /// <returns>False when the inbox is full.</returns>
    internal bool Admit(in InboxItem item, bool force)
    {
        if (!Inbox.TryAdd(item, force)) return false;
        // The item must be visible before the flag is read, else the loop falls asleep on it: it sets the flag, then looks at the inbox.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _flags.Asleep) != 0) WakeUp();
        return true;
    }

    /// <summary>Only one of several writers pays for the wake.</summary>
    internal void WakeUp()
    {
        if (Interlocked.Exchange(ref _flags.Asleep, 0) != 0) _loop.Poller.Wake();
    }

    /// <summary>The loop, before it looks at the inbox for the last time and blocks.</summary>
    internal void FallAsleep()
    {
        Volatile.Write(ref _flags.Asleep, 1);
        Interlocked.MemoryBarrier();
    }

    /// <summary>The loop, after it has blocked.</summary>
    internal void Rise() => Volatile.Write(ref _flags.Asleep, 0);

    /// <summary>The loop at its end: nothing is taken any more, and what waits is refused.</summary>
    internal void Close()
    {
        Volatile.Write(ref _flags.HasEnded, true);
        while (Inbox.TryTake(out var item))
        {
            if (item.Cell is { } cell) Refuse(cell, item.Payload, item.Sender);
        }
    }

    private void Refuse(ActorCell cell, object payload, IActorRef? sender)
    {
        var letters = cell.OwnSystem.Letters;
        if (payload is SystemMessage system) SystemMessage.Refuse(system, cell.Self);
        else if (HasEnded) letters.Dead(payload, sender, cell.Self);
        else letters.Drop(payload, "inbox of " + _loop.Name + " is full", sender, cell.Self);
    }

    /// <summary>On a cache line of its own.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 136)]
    private struct Flags
    {
        [FieldOffset(64)]
        internal int Asleep;

        [FieldOffset(68)]
        internal bool HasEnded;
    }
}
