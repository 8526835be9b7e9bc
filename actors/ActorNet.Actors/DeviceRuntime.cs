using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;

namespace ActorNet.Actors;

/// <summary>
/// A device's connection to the world of actors: what it sends becomes messages, what it asks for becomes messages to itself. Until its own actor exists the
/// namespace's actor stands in and passes messages on.
/// </summary>
internal sealed class DeviceRuntime : IDeviceRuntime, IWireSink
{
    private readonly LabResources _resources;
    private readonly NetDevice _device;
    private readonly Outbox _outbox;
    /// <summary>What arrives from a wire; only devices that have one use it.</summary>
    private Outbox? _inbox;

    private RecorderSet? _recorders;
    private IActorRef[] _queueActors = [];
    private ILabTimer? _watchdog;
    private Instant _armed = Instant.Never;
    private Instant _now;
    private bool _nowIsRead;
    private bool _raised;
    private DrainLateness _lateSinceReport;

    public DeviceRuntime(LabResources resources, NetDevice device, IActorRef standIn)
    {
        _resources = resources;
        _device = device;
        _outbox = new Outbox(resources);
        Actor = standIn;
    }

    /// <summary>The time: read once in a turn, and only if somebody asks.</summary>
    public Instant Now
    {
        get
        {
            if (_nowIsRead) return _now;
            _nowIsRead = true;
            return _now = _resources.Clock.Now;
        }
    }

    public Instant Jiffies => _resources.Clock.Coarse;

    public SkBuffPool Pool => _resources.Frames;

    /// <summary>What is recorded of the frames that pass the device.</summary>
    public RecorderSet Recorders => _recorders ??= new RecorderSet(_device);

    /// <summary>An actor of the device, or of one of its queues, began (1) or ended (-1).</summary>
    public void CountActor(int by) => _resources.LiveActors += by;

    /// <summary>The device's actor, or who stands in for it.</summary>
    public IActorRef Actor { get; private set; }

    /// <summary>Whether the device has its own actor.</summary>
    public bool IsAdopted { get; private set; }

    /// <summary>The actor exists from now on.</summary>
    public void Adopted(IActorRef actor)
    {
        Actor = actor;
        IsAdopted = true;
        _watchdog = _resources.Clock.CreateTimer(actor, WatchdogDue.Instance);
        if (_armed != Instant.Never) _watchdog.Arm(_armed);
        if (_raised) Actor.Tell(RunTx.Instance, ActorRefs.NoSender);
    }

    /// <summary>The device is gone, or lives elsewhere now: its actor ends after what it was sent before.</summary>
    public void Retire()
    {
        if (IsAdopted) Actor.Tell(PoisonPill.Instance, ActorRefs.NoSender);
    }

    /// <summary>The actors of an IFB's queues, by number; empty for other kinds.</summary>
    public IReadOnlyList<IActorRef> QueueActors => _queueActors;

    /// <summary>Sets <see cref="QueueActors"/>.</summary>
    public void SetQueueActors(IActorRef[] queues) => _queueActors = queues;

    public void Send(NetDevice target, FramePath path, SkBuff skb, MirredAction? via = null)
    {
        if (_device.Tracer is { } tracer) TraceSend(tracer, target, path, skb, via);
        if (_resources.Faults is { } faults && IsLost(faults, target, path, skb)) return;
        _outbox.Add(target, path, skb, via);
    }

    public XmitResult SendThrough(NetDevice from, NetDevice target, SkBuff skb)
    {
        // The actors of one namespace share a loop, and no turn of the device below is under way while the stacked one has its own.
        if (!ReferenceEquals(from.Namespace, target.Namespace) || target.Runtime is not DeviceRuntime { IsAdopted: true } below)
        {
            Send(target, FramePath.Transmit, skb);
            return XmitResult.Success;
        }

        if (_resources.Faults is { } faults && IsLost(faults, target, FramePath.Transmit, skb)) return XmitResult.Success;
        below.BeginTurn();
        var result = target.Transmit(skb);
        below.Flush();
        return result;
    }

    /// <summary>What an IFB hands to its queue is on no way yet, and the credit for it is taken.</summary>
    private bool IsLost(IFrameFaults faults, NetDevice target, FramePath path, SkBuff skb)
    {
        if (path == FramePath.IfbQueue || !faults.Drops(_device, target, path, skb)) return false;
        if (path == FramePath.Wire && target is VethDevice veth) veth.CountLostInFlight();
        skb.Free(DropReason.FaultInjected);
        return true;
    }

    private void TraceSend(IFrameTracer tracer, NetDevice target, FramePath path, SkBuff skb, MirredAction? via)
    {
        if (path == FramePath.Reinject) tracer.Trace(_device, FrameStep.Reinject, skb, target.Name + (skb.FromIngress ? " ingress" : " egress"));
        else if (via is not null) tracer.Trace(_device, via.Redirect ? FrameStep.Redirect : FrameStep.Mirror, skb, target.Name + (via.ToIngress ? " ingress" : " egress"));
    }

    /// <summary>A turn of the device, or of one of its queues, begins.</summary>
    public void BeginTurn() => _nowIsRead = false;

    /// <summary>End of a turn: what was sent is told.</summary>
    public void Flush() => _outbox.Flush();

    /// <summary>Who handles a message for this device.</summary>
    public IActorRef Receiver(FrameMessage message)
    {
        if (message.Path != FramePath.IfbQueue) return Actor;
        var queue = message.Frames[0].QueueMapping;
        return queue < _queueActors.Length ? _queueActors[queue] : Actor;
    }

    public void RaiseTx()
    {
        if (_raised) return;
        _raised = true;
        if (IsAdopted) Actor.Tell(RunTx.Instance, ActorRefs.NoSender);
    }

    /// <summary>The qdiscs run now; the next <see cref="RaiseTx"/> sends a message again.</summary>
    public void TxRuns() => _raised = false;

    public void ArmWatchdog(Instant deadline)
    {
        _armed = deadline;
        if (deadline == Instant.Never) _watchdog?.Disarm();
        else _watchdog?.Arm(deadline);
    }

    public void RanLate(long late, long frames)
    {
        _lateSinceReport.Count(late, frames);
        _resources.LateDrains.Add(this);
    }

    /// <summary>The device, and how far behind its drains ran since this was last asked.</summary>
    public LateDevice TakeLateness()
    {
        var taken = new LateDevice(_device.Namespace.Name, _device.Name, _lateSinceReport);
        _lateSinceReport = default;
        return taken;
    }

    /// <summary>The device is gone: no timer fires any more.</summary>
    public void Stop() => _watchdog?.Disarm();

    void IWireSink.Receive(SkBuff skb)
    {
        if (_resources.Faults is { } faults && faults.Drops(from: null, _device, FramePath.Wire, skb))
        {
            skb.Dev = _device;
            skb.Free(DropReason.FaultInjected);
            return;
        }

        (_inbox ??= new Outbox(_resources)).Add(_device, FramePath.Wire, skb, via: null);
    }

    void IWireSink.EndOfBurst() => _inbox?.Flush();

    void IWireSink.ReceiveFailed(DropReason reason)
    {
        if (_device is not TapEndpointDevice tap) return;
        if (reason == DropReason.NoMemory) tap.CountReceiveDrop();
        else tap.CountReceiveError();
    }

    void IWireSink.Writable(int queue) => (_device as TapEndpointDevice)?.OnWritable(queue);
}
