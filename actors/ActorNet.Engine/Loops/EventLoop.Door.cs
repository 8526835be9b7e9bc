using ActorNet.Engine.Cell;

namespace ActorNet.Engine.Loops;

/// <content>What other threads hand in.</content>
public sealed partial class EventLoop
{
    /// <summary>So that a flood from outside cannot keep the actors of the loop from running.</summary>
    private const int DrainBatch = 4096;

    private long _received;

    internal LoopDoor Door { get; }

    private void DrainInbox(int limit)
    {
        var left = limit;
        while (left > 0 && Door.Inbox.TryTake(out var item))
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
        if (left != limit) _received += limit - left;
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
}
