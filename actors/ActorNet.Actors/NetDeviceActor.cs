using ActorNet.Actors.Messages;
using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Actors;

/// <summary>A network device: every burst of frames for it is a message, handled by the calls that its class in Core offers.</summary>
internal sealed class NetDeviceActor : UntypedActor
{
    private readonly NetDevice _device;
    private readonly DeviceRuntime _runtime;

    public NetDeviceActor(NetDevice device, DeviceRuntime runtime)
    {
        _device = device;
        _runtime = runtime;
    }

    public static Props Configure(NetDevice device, DeviceRuntime runtime) => Props.Create(() => new NetDeviceActor(device, runtime));

    protected override SupervisorStrategy SupervisorStrategy() => LabSupervision.Resume();

    protected override void PreStart()
    {
        if (_device is not IfbDevice ifb) return;
        var queues = new IActorRef[ifb.Queues.Count];
        for (var i = 0; i < queues.Length; i++) queues[i] = Context.ActorOf(IfbQueueActor.Configure(ifb.Queues[i], _runtime), "q" + i);
        _runtime.SetQueueActors(queues);
    }

    protected override void PostStop() => _runtime.Stop();

    protected override void OnReceive(object message)
    {
        _runtime.BeginTurn();
        if (message is FrameMessage frames) Take(frames);
        else if (!Control(message)) return;
        _runtime.Flush();
    }

    private void Take(FrameMessage frames)
    {
        if (!ReferenceEquals(_device.Runtime, _runtime))
        {
            PassOn(frames);
        }
        else if (_device.RegState is RegState.Unregistered or RegState.Released)
        {
            frames.Discard(DropReason.DeviceGone);
        }
        else
        {
            Handle(frames);
            frames.Release();
        }
    }

    private bool Control(object message)
    {
        switch (message)
        {
            case RunTx:
                _runtime.TxRuns();
                _device.RunTxQueues();
                return true;
            case WatchdogDue:
                _device.OnWatchdog();
                return true;
            case Inject inject:
                Sender.Tell(SocketSender.Send(_device, inject), Self);
                return true;
            default:
                Unhandled(message);
                return false;
        }
    }

    /// <summary>The device moved to another namespace while the message was under way.</summary>
    private static void PassOn(FrameMessage frames)
    {
        if (frames.Target.Runtime is DeviceRuntime { IsAdopted: true } runtime) runtime.Receiver(frames).Tell(frames, ActorRefs.NoSender);
        else frames.Discard(DropReason.DeviceGone);
    }

    private void Handle(FrameMessage message)
    {
        switch (message.Path)
        {
            case FramePath.Wire:
                foreach (var skb in message.Frames) _device.ReceiveFromWire(skb);
                break;
            case FramePath.Receive:
                Receive(message);
                break;
            case FramePath.Transmit:
                Transmit(message);
                break;
            case FramePath.BridgeInput when _device is BridgeDevice bridge:
                foreach (var skb in message.Frames) bridge.Input(skb);
                break;
            case FramePath.Reinject:
                foreach (var skb in message.Frames) Reinject(skb);
                break;
            default:
                foreach (var skb in message.Frames) skb.Free(DropReason.DeviceGone);
                break;
        }
    }

    private void Receive(FrameMessage message)
    {
        var failed = 0;
        foreach (var skb in message.Frames)
        {
            if (!_device.NetifReceive(skb)) failed++;
        }

        if (failed > 0) message.Via?.OnSendFailed(failed);
    }

    private void Transmit(FrameMessage message)
    {
        var failed = 0;
        foreach (var skb in message.Frames)
        {
            if (_device.Transmit(skb) != XmitResult.Success) failed++;
        }

        if (failed > 0) message.Via?.OnSendFailed(failed);
    }

    private void Reinject(SkBuff skb)
    {
        // The result is ignored, as the drain does in Linux (rule IFB-15).
        if (skb.FromIngress) _device.NetifReceive(skb);
        else _device.Transmit(skb);
    }
}
