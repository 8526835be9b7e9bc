using ActorNet.Engine.Cell;

namespace ActorNet.Engine.Loops;

/// <content>What other threads hand in.</content>
public sealed partial class EventLoop
{
    /// <summary>So that a flood from outside cannot keep the actors of the loop from running.</summary>
    private const int DrainBatch = 4096;

    private volatile int _asleep;
    private volatile bool _hasEnded;
    private long _received;

    internal void AcceptRemote(ActorCell cell, object payload, IActorRef? sender)
    {
        var isSystem = payload is SystemMessage;
        if (!_hasEnded && Admit(new InboxItem(cell, payload, sender), isSystem)) return;
        if (isSystem) SystemMessage.Refuse((SystemMessage)payload, cell.Self);
        else if (_hasEnded) System.Letters.Dead(payload, sender, cell.Self);
        else System.Letters.Drop(payload, "inbox of " + Name + " is full", sender, cell.Self);
    }

    private bool Admit(in InboxItem item, bool force)
    {
        if (!_inbox.TryAdd(item, force)) return false;
        // The item must be visible before the flag is read, else the loop falls asleep on it: it sets the flag, then looks at the inbox.
        Interlocked.MemoryBarrier();
        if (_asleep != 0) WakeUp();
        return true;
    }

    private void WakeUp()
    {
        // Only one of several writers pays for the wake.
        if (Interlocked.Exchange(ref _asleep, 0) != 0) Poller.Wake();
    }

    private void DrainInbox()
    {
        var left = DrainBatch;
        while (left > 0 && _inbox.TryTake(out var item))
        {
            left--;
            if (item.Cell is { } cell)
            {
                if (item.Payload is SystemMessage system) cell.AcceptSystem(system);
                else cell.Accept(item.Payload, item.Sender);
            }
            else
            {
                RunPosted((Action)item.Payload);
            }
        }
        if (left != DrainBatch) _received += DrainBatch - left;
    }

    private void RunPosted(Action action)
    {
        _nowIsFresh = false;
        try
        {
            action();
        }
        catch (Exception e)
        {
            Contain("A posted action", e);
        }
    }

    private void RefuseTheRest()
    {
        _hasEnded = true;
        while (_inbox.TryTake(out var item))
        {
            if (item.Cell is not { } cell) continue;
            if (item.Payload is SystemMessage system) SystemMessage.Refuse(system, cell.Self);
            else System.Letters.Dead(item.Payload, item.Sender, cell.Self);
        }
    }
}
