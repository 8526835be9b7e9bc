using System.Globalization;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Actors;

/// <summary>
/// A network namespace: it takes configuration one request at a time, which makes it the RTNL lock, and is the parent of its devices' actors. It shares its loop
/// with them, so that during its turn no device is in the middle of a frame: what <c>synchronize_net</c> gives Linux.
/// </summary>
internal sealed class NetNamespaceActor : ReceiveActor
{
    private readonly LabResources _resources;
    private readonly NamespaceHost _host;
    private readonly NetNamespace _namespace;
    private readonly Iproute2Session _session;
    private long _adopted;

    public NetNamespaceActor(LabResources resources, NamespaceHost host)
    {
        _resources = resources;
        _host = host;
        _namespace = host.Namespace;
        _session = new Iproute2Session(resources.Lab);
        var ns = _namespace;
        var self = Self;

        Receive<FrameMessage>(PassOn);
        Receive<AdoptDevice>(message => Adopt(message.Device));
        Receive<RunCommand>(command => Sender.Tell(new CommandDone(_session.Execute(ns.Name, command.Words)), self));
        Receive<AttachPort>(port => Answer(() => Attach(port)));
        Receive<SetLink>(link => Answer(() => Set(link)));
        Receive<Sniff>(OnSniff);
        Receive<IDeviceRequest>(OnDeviceRequest);
        Receive<LeaveDevices>(OnLeave);
        Receive<TakeSnapshot>(_ => Sender.Tell(SnapshotTaker.Take(ns), self));
        Receive<RemoveAll>(_ => OnRemoveAll());
    }

    public static Props Configure(LabResources resources, NamespaceHost host) => Props.Create(() => new NetNamespaceActor(resources, host));

    protected override SupervisorStrategy SupervisorStrategy() => LabSupervision.Resume();

    /// <summary>Devices made before this actor had its first turn are adopted ahead of every message about them.</summary>
    protected override void PreStart()
    {
        _host.Adopt(Self);
        foreach (var device in _namespace.Devices.ToArray()) Adopt(device);
    }

    protected override void PostStop()
    {
        _namespace.DeleteAll();
        // A new one may have the name by now.
        if (ReferenceEquals(_resources.Lab.Find(_namespace.Name), _namespace)) _resources.Lab.Remove(_namespace.Name);
    }

    private void Adopt(NetDevice device)
    {
        if (device.Runtime is not DeviceRuntime { IsAdopted: false } runtime || device.RegState != RegState.Registered) return;
        var name = string.Create(CultureInfo.InvariantCulture, $"dev{device.IfIndex}-{++_adopted}");
        runtime.Adopted(Context.ActorOf(NetDeviceActor.Configure(device, runtime), name));
    }

    private static void PassOn(FrameMessage frames)
    {
        if (frames.Target.Runtime is DeviceRuntime { IsAdopted: true } runtime) runtime.Receiver(frames).Tell(frames, ActorRefs.NoSender);
        else frames.Discard(DropReason.DeviceGone);
    }

    private PortAttached Attach(AttachPort request)
    {
        if (!_namespace.TryGet(request.Name, out var device))
        {
            device = new TapEndpointDevice(request.Name, request.Queues);
            _namespace.Register(device);
        }

        if (device is not TapEndpointDevice endpoint) throw new RtnlException(Errno.EEXIST, $"Device \"{request.Name}\" exists and is a {device.Kind}; choose another name for the port.");
        if (request.Wire is not null) endpoint.Attach(Faulty(request.Wire((IWireSink)endpoint.Runtime), endpoint));
        return new PortAttached(endpoint);
    }

    private IWire Faulty(IWire wire, NetDevice endpoint) => _resources.Faults is { } faults ? new FaultyWire(wire, faults, endpoint) : wire;

    private Done Set(SetLink request)
    {
        var device = _namespace.Get(request.Name);
        if (request.Up) _namespace.OpenDevice(device);
        else _namespace.CloseDevice(device);
        return Done.Instance;
    }

    private void OnDeviceRequest(IDeviceRequest request)
    {
        if (_namespace.TryGet(request.Device, out var device) && device.Runtime is DeviceRuntime { IsAdopted: true } runtime) runtime.Actor.Forward(request);
        else Sender.Tell(new Refused(Errno.ENODEV, $"Cannot find device \"{request.Device}\""), Self);
    }

    /// <summary>Who listened to a device that is gone can still read what the socket has.</summary>
    private void OnSniff(Sniff request)
    {
        if (!_namespace.TryGet(request.Device, out _) && _host.TryTakeLeft(request.Device, request.Owner, out var left)) Sender.Tell(left!.Take(), Self);
        else OnDeviceRequest(request);
    }

    private void OnLeave(LeaveDevices request)
    {
        _host.Forget(request.Owner);
        foreach (var device in _namespace.Devices)
        {
            if (device.Runtime is DeviceRuntime { IsAdopted: true } runtime) runtime.Actor.Tell(request, ActorRefs.NoSender);
        }

        Sender.Tell(Done.Instance, Self);
    }

    private void OnRemoveAll()
    {
        _namespace.DeleteAll();
        Sender.Tell(Done.Instance, Self);
    }

    private void Answer(Func<object> request)
    {
        try
        {
            Sender.Tell(request(), Self);
        }
        catch (RtnlException refusal)
        {
            Sender.Tell(new Refused(refusal.Errno, refusal.Message), Self);
        }
    }
}
