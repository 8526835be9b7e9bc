using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Actors;

/// <summary>
/// Connects a namespace to the lab from the moment it is made: clock, devices' runtimes, numbers of qdiscs. A command may make one and use it before its actor has had
/// its first turn; until then the lab's actor stands in.
/// </summary>
internal sealed class NamespaceHost
{
    /// <summary>Most recordings of devices that are gone.</summary>
    private const int MaxLeft = 256;

    private readonly LabResources _resources;
    private readonly Dictionary<(string Device, long Owner), FrameRecorder> _left = [];
    private IActorRef _owner;
    private bool _isAdopted;

    /// <summary>Makes a namespace with its loopback device.</summary>
    /// <param name="resources">The lab.</param>
    /// <param name="ns">The namespace, without devices.</param>
    /// <param name="standIn">Gets messages until the namespace's actor exists.</param>
    public NamespaceHost(LabResources resources, NetNamespace ns, IActorRef standIn)
    {
        _resources = resources;
        _owner = standIn;
        Namespace = ns;
        ns.Clock = () => resources.Clock.Now;
        ns.QdiscHandles = resources.QdiscHandles;
        ns.DeviceRegistered = Introduce;
        ns.DeviceFreed = Retire;
        ns.Register(new LoopbackDevice());
    }

    /// <summary>The namespace.</summary>
    public NetNamespace Namespace { get; }

    /// <summary>The namespace's actor exists: it answers for devices from now on, those that are there already included.</summary>
    public void Adopt(IActorRef actor)
    {
        _owner = actor;
        _isAdopted = true;
    }

    /// <summary>The recording of somebody who listened to a device of that name which is gone by now; it answers once.</summary>
    public bool TryTakeLeft(string device, long owner, out FrameRecorder? recorder) => _left.Remove((device, owner), out recorder);

    /// <summary>Forgets what an owner has not read.</summary>
    public void Forget(long owner)
    {
        foreach (var key in _left.Keys.Where(k => k.Owner == owner).ToArray()) _left.Remove(key);
    }

    private void Retire(NetDevice device)
    {
        if (device.Runtime is not DeviceRuntime runtime) return;
        foreach (var (owner, recorder) in runtime.Recorders.Clear())
        {
            if (_left.Count < MaxLeft) _left[(device.Name, owner)] = recorder;
        }

        runtime.Retire();
    }

    private void Introduce(NetDevice device)
    {
        var runtime = new DeviceRuntime(_resources, device, _owner);
        device.Runtime = runtime;
        device.Tracer = _resources.Tracer;
        if (_resources.RecordsFrames) runtime.Recorders.Of(LabSettings.RecordingOwner);
        // The namespace's actor adopts what is there when it begins.
        if (_isAdopted) _owner.Tell(new Messages.AdoptDevice(device), ActorRefs.NoSender);
    }
}
