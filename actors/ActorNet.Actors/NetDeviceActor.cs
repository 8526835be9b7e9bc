using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;

namespace ActorNet.Actors;

/// <summary>A network device: every burst of frames for it is a message, handled by the calls that its class in Core offers.</summary>
internal sealed class NetDeviceActor : UntypedActor
{
    private readonly NetDevice _device;
    private readonly DeviceRuntime _runtime;
    private readonly DeviceWatch _watching;

    public NetDeviceActor(NetDevice device, DeviceRuntime runtime)
    {
        _device = device;
        _runtime = runtime;
        _watching = new DeviceWatch(device, runtime);
    }

    public static Props Configure(NetDevice device, DeviceRuntime runtime) => Props.Create(() => new NetDeviceActor(device, runtime));

    protected override SupervisorStrategy SupervisorStrategy() => LabSupervision.Resume();

    protected override void PreStart()
    {
        _runtime.CountActor(1);
        if (_device is not IfbDevice ifb) return;
        var queues = new IActorRef[ifb.Queues.Count];
        for (var i = 0; i < queues.Length; i++) queues[i] = Context.ActorOf(IfbQueueActor.Configure(ifb.Queues[i], _runtime), "q" + i);
        _runtime.SetQueueActors(queues);
    }

    protected override void PostStop()
    {
        _runtime.CountActor(-1);
        _runtime.Stop();
    }

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
            case RunTx or WatchdogDue or IDeviceRequest or LeaveDevices when !ReferenceEquals(_device.Runtime, _runtime):
                // The device lives elsewhere now: what it would send in this turn, nobody would flush.
                if (message is IDeviceRequest request) Sender.Tell(new Refused(Errno.ENODEV, $"Cannot find device \"{request.Device}\""), Self);
                return true;
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
            case Arrive arrive:
                Sender.Tell(FrameArrival.Take(_device, arrive), Self);
                return true;
            case CrashActor crash when crash.Queue is null:
                Sender.Tell(Done.Instance, Self);
                throw new InjectedFaultException(_device.Name);
            case IDeviceRequest or LeaveDevices:
                _watching.Handle(message, Sender, Self);
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
        if (_device.Tracer is { } tracer) TraceArrival(message, tracer);
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

    private void TraceArrival(FrameMessage message, IFrameTracer tracer)
    {
        foreach (var skb in message.Frames)
        {
            switch (message.Path)
            {
                case FramePath.Wire: tracer.Trace(_device, FrameStep.Receive, skb, "from the wire"); break;
                case FramePath.Receive: tracer.Trace(_device, FrameStep.Receive, skb, "from mirred"); break;
                case FramePath.Reinject when skb.FromIngress: tracer.Trace(_device, FrameStep.Receive, skb, "from ifb"); break;
                case FramePath.BridgeInput: tracer.Trace(_device, FrameStep.Bridge, skb, "from " + skb.Dev?.Name); break;
            }
        }
    }

    private void Receive(FrameMessage message)
    {
        foreach (var skb in message.Frames)
        {
            var origin = MirredOrigin.Of(skb);
            if (!_device.NetifReceive(skb)) message.Via?.OnSendFailed(origin);
        }
    }

    private void Transmit(FrameMessage message)
    {
        foreach (var skb in message.Frames)
        {
            var origin = MirredOrigin.Of(skb);
            if (_device.Transmit(skb).IsLoss()) message.Via?.OnSendFailed(origin);
        }
    }

    private void Reinject(SkBuff skb)
    {
        // The result is ignored, as the drain does in Linux (rule IFB-15).
        if (skb.FromIngress) _device.NetifReceive(skb);
        else _device.Transmit(skb);
    }
}
