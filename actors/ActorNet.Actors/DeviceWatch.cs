using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;

namespace ActorNet.Actors;

/// <summary>What people ask of a device beside its frames: recordings, the far end of a TAP, an IFB's drains. Part of the device's actor.</summary>
internal sealed class DeviceWatch
{
    private readonly NetDevice _device;
    private readonly DeviceRuntime _runtime;
    private PlugWire? _plug;
    private long _plugOwner;
    private long? _holder;

    public DeviceWatch(NetDevice device, DeviceRuntime runtime)
    {
        _device = device;
        _runtime = runtime;
    }

    /// <summary>Answers a request, or has it answered.</summary>
    public void Handle(object message, IActorRef sender, IActorRef self)
    {
        if (message is LeaveDevices leave)
        {
            Leave(leave.Owner);
            return;
        }

        try
        {
            if (Answer(message, sender) is { } answer) sender.Tell(answer, self);
        }
        catch (RtnlException refusal)
        {
            sender.Tell(new Refused(refusal.Errno, refusal.Message), self);
        }
    }

    private object? Answer(object message, IActorRef sender) => message switch
    {
        Listen listen => Open(listen),
        Unlisten unlisten => Close(unlisten),
        Sniff sniff => _runtime.Recorders.Of(sniff.Owner).Take(),
        QueryIfbQueues => new IfbQueues([.. Ifb().Queues.Select(IfbQueueActor.State)]),
        HoldDrains hold => Hold(hold),
        StepDrain step => Step(step, sender),
        CrashActor { Queue: { } queue } crash => Crash(crash, queue, sender),
        PlugTap plug => Plug(plug),
        UnplugTap unplug => Unplug(unplug.Owner),
        ReadTap read => new TapRead(Plugged(read.Owner).Read()),
        _ => throw new RtnlException(Errno.EOPNOTSUPP, $"Device \"{_device.Name}\" does not understand {message.GetType().Name}."),
    };

    private Done Open(Listen request)
    {
        _runtime.Recorders.Of(request.Owner).Open();
        return Done.Instance;
    }

    private Done Close(Unlisten request)
    {
        if (_runtime.Recorders.Find(request.Owner) is not { Listening: true } recorder) throw new RtnlException(Errno.ENOENT, $"\"{_device.Name}\" is not listened to; use \"listen {_device.Name}\" first");
        recorder.Close();
        return Done.Instance;
    }

    private IfbDevice Ifb() => _device as IfbDevice
        ?? throw new RtnlException(Errno.EOPNOTSUPP, $"\"{_device.Name}\" is a {_device.Kind} device and has no such queues; only an ifb has");

    private Done Hold(HoldDrains request)
    {
        Ifb();
        if (request.Hold && _holder is { } holder && holder != request.Owner) throw new RtnlException(Errno.EBUSY, $"\"{_device.Name}\" is held by somebody else; wait until it is released");
        if (!request.Hold && _holder is null) throw new RtnlException(Errno.ENOENT, $"\"{_device.Name}\" is not held; use \"hold {_device.Name}\" first");
        Hold(request.Hold, request.Owner);
        return Done.Instance;
    }

    private void Hold(bool hold, long owner)
    {
        _holder = hold ? owner : null;
        var order = new HoldDrains(_device.Name, hold, owner);
        foreach (var queue in _runtime.QueueActors) queue.Tell(order, ActorRefs.NoSender);
    }

    private object? Step(StepDrain request, IActorRef sender)
    {
        CheckQueue(request.Queue);
        if (_holder is null) throw new RtnlException(Errno.EINVAL, $"the drains of \"{_device.Name}\" run by themselves; use \"hold {_device.Name}\" first");
        _runtime.QueueActors[request.Queue].Tell(request, sender);
        return null;
    }

    private object? Crash(CrashActor request, int queue, IActorRef sender)
    {
        CheckQueue(queue);
        _runtime.QueueActors[queue].Tell(request, sender);
        return null;
    }

    private void CheckQueue(int queue)
    {
        var queues = Ifb().Queues.Count;
        if (queue < 0 || queue >= queues) throw new RtnlException(Errno.EINVAL, $"\"{_device.Name}\" has no queue {queue}; its queues are 0 to {queues - 1}");
    }

    private Done Plug(PlugTap request)
    {
        if (_device is not TapEndpointDevice tap) throw new RtnlException(Errno.EINVAL, $"\"{_device.Name}\" is a {_device.Kind} device; only the far end of a tun or tap can be taken");
        if (tap.HasWire) throw new RtnlException(Errno.EBUSY, $"the far end of \"{_device.Name}\" is taken already (Device or resource busy)");
        _plug = new PlugWire(tap);
        _plugOwner = request.Owner;
        tap.Attach(_plug);
        return Done.Instance;
    }

    private PlugWire Plugged(long owner) => _plug is { } plug && _plugOwner == owner
        ? plug
        : throw new RtnlException(Errno.ENOENT, $"\"{_device.Name}\" is not plugged; use \"plug {_device.Name}\" first");

    private Done Unplug(long owner)
    {
        Plugged(owner);
        _plug = null;
        ((TapEndpointDevice)_device).Attach(null);
        return Done.Instance;
    }

    private void Leave(long owner)
    {
        _runtime.Recorders.Remove(owner);
        if (_holder == owner) Hold(hold: false, owner);
        if (_plug is not null && _plugOwner == owner) Unplug(owner);
    }
}
