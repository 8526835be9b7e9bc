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
    private readonly NetNamespace _namespace;
    private readonly Iproute2Session _session;
    private long _adopted;

    public NetNamespaceActor(LabResources resources, NetNamespace ns)
    {
        _resources = resources;
        _namespace = ns;
        _session = new Iproute2Session(resources.Lab);
        var self = Self;
        ns.Clock = () => resources.Clock.Now;
        ns.DeviceRegistered = device => Introduce(device, self);
        ns.DeviceFreed = static device => (device.Runtime as DeviceRuntime)?.Retire();

        Receive<FrameMessage>(PassOn);
        Receive<AdoptDevice>(OnAdopt);
        Receive<RunCommand>(command => Sender.Tell(new CommandDone(_session.Execute(ns.Name, command.Words)), self));
        Receive<AttachPort>(port => Answer(() => Attach(port)));
        Receive<SetLink>(link => Answer(() => Set(link)));
        Receive<Inject>(OnInject);
        Receive<TakeSnapshot>(_ => Sender.Tell(SnapshotTaker.Take(ns), self));
        Receive<RemoveAll>(_ => OnRemoveAll());
    }

    public static Props Configure(LabResources resources, NetNamespace ns) => Props.Create(() => new NetNamespaceActor(resources, ns));

    protected override SupervisorStrategy SupervisorStrategy() => LabSupervision.Resume();

    protected override void PreStart() => _namespace.Register(new LoopbackDevice());

    protected override void PostStop()
    {
        _namespace.DeleteAll();
        _resources.Lab.Remove(_namespace.Name);
    }

    private void Introduce(NetDevice device, IActorRef self)
    {
        device.Runtime = new DeviceRuntime(_resources, device, self);
        self.Tell(new AdoptDevice(device), ActorRefs.NoSender);
    }

    private void OnAdopt(AdoptDevice message)
    {
        var device = message.Device;
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
        if (request.Wire is not null) endpoint.Attach(request.Wire((IWireSink)endpoint.Runtime));
        return new PortAttached(endpoint);
    }

    private Done Set(SetLink request)
    {
        var device = _namespace.Get(request.Name);
        if (request.Up) _namespace.OpenDevice(device);
        else _namespace.CloseDevice(device);
        return Done.Instance;
    }

    private void OnInject(Inject request)
    {
        if (_namespace.TryGet(request.Device, out var device) && device.Runtime is DeviceRuntime { IsAdopted: true } runtime) runtime.Actor.Forward(request);
        else Sender.Tell(new Refused(Errno.ENODEV, $"Cannot find device \"{request.Device}\""), Self);
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
