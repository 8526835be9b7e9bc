using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;

namespace ActorNet.Actors;

/// <summary>
/// One queue of an IFB. Its mailbox is the transmit lock: arrivals are handled one after another. A drain is a message to itself, sent once while one is pending:
/// the tasklet.
/// </summary>
internal sealed class IfbQueueActor : UntypedActor
{
    private readonly IfbQueue _queue;
    private readonly DeviceRuntime _runtime;

    public IfbQueueActor(IfbQueue queue, DeviceRuntime runtime)
    {
        _queue = queue;
        _runtime = runtime;
    }

    public static Props Configure(IfbQueue queue, DeviceRuntime runtime) => Props.Create(() => new IfbQueueActor(queue, runtime));

    protected override void OnReceive(object message)
    {
        _runtime.BeginTurn();
        switch (message)
        {
            case FrameMessage frames:
                Arrive(frames);
                break;
            case Drain:
                if (_queue.Drain(_runtime)) Self.Tell(Drain.Instance, ActorRefs.NoSender);
                _runtime.Flush();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Arrive(FrameMessage frames)
    {
        var schedule = false;
        foreach (var skb in frames.Frames) schedule |= _queue.Xmit(skb);
        frames.Release();
        if (schedule) Self.Tell(Drain.Instance, ActorRefs.NoSender);
    }
}
