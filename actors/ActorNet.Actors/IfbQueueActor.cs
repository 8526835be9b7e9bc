using System.Globalization;
using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Actors;

/// <summary>
/// One queue of an IFB. Its mailbox is the transmit lock: arrivals are handled one after another. A drain is a message to itself, sent once while one is pending:
/// the tasklet.
/// </summary>
internal sealed class IfbQueueActor : UntypedActor
{
    private readonly IfbQueue _queue;
    private readonly DeviceRuntime _runtime;
    private readonly string _queueName;
    private bool _held;

    /// <summary>A drain was due while the queue is held: it stays pending until a step or the release.</summary>
    private bool _owed;

    public IfbQueueActor(IfbQueue queue, DeviceRuntime runtime)
    {
        _queue = queue;
        _queueName = queue.Index.ToString(CultureInfo.InvariantCulture);
        _runtime = runtime;
    }

    public static Props Configure(IfbQueue queue, DeviceRuntime runtime) => Props.Create(() => new IfbQueueActor(queue, runtime));

    /// <summary>A device that moved keeps its frames: the drain that was pending there is pending here.</summary>
    protected override void PreStart()
    {
        _runtime.CountActor(1);
        if (_queue.Pending) Self.Tell(Drain.Instance, ActorRefs.NoSender);
    }

    protected override void PostStop() => _runtime.CountActor(-1);

    protected override void OnReceive(object message)
    {
        _runtime.BeginTurn();
        switch (message)
        {
            case FrameMessage frames:
                Arrive(frames);
                break;
            case Drain when _held:
                _owed = true;
                break;
            case Drain:
                RunDrain();
                break;
            case HoldDrains hold:
                Hold(hold.Hold);
                break;
            case StepDrain:
                Sender.Tell(new DrainStepped(Step(), State(_queue)), Self);
                break;
            case CrashActor:
                Sender.Tell(Done.Instance, Self);
                throw new InjectedFaultException(_queue.Device.Name + " queue " + _queueName);
            default:
                Unhandled(message);
                break;
        }
    }

    /// <summary>The queue as users see it.</summary>
    public static IfbQueueState State(IfbQueue queue) => new(queue.Index, queue.RqLength, queue.TqLength, queue.Pending, queue.Stopped, queue.Credit);

    private void RunDrain()
    {
        if (_queue.Drain(_runtime)) Self.Tell(Drain.Instance, ActorRefs.NoSender);
        _runtime.Flush();
    }

    private bool Step()
    {
        if (!_owed) return false;
        _owed = false;
        RunDrain();
        return true;
    }

    private void Hold(bool hold)
    {
        _held = hold;
        if (hold || !_owed) return;
        _owed = false;
        Self.Tell(Drain.Instance, ActorRefs.NoSender);
    }

    private void Arrive(FrameMessage frames)
    {
        if (_queue.Device.RegState is RegState.Unregistered or RegState.Released)
        {
            // Nobody would drain them: the queue was emptied when its device ended.
            frames.Discard(DropReason.DeviceGone);
            return;
        }

        if (!ReferenceEquals(_queue.Device.Runtime, _runtime))
        {
            // The device lives elsewhere now, and so does its queue.
            if (_queue.Device.Runtime is DeviceRuntime { IsAdopted: true } runtime) runtime.Receiver(frames).Tell(frames, ActorRefs.NoSender);
            else frames.Discard(DropReason.DeviceGone);
            return;
        }

        var schedule = false;
        foreach (var skb in frames.Frames)
        {
            _queue.Device.Tracer?.Trace(_queue.Device, FrameStep.Queue, skb, _queueName);
            schedule |= _queue.Xmit(skb);
        }

        frames.Release();
        if (schedule) Self.Tell(Drain.Instance, ActorRefs.NoSender);
    }
}
