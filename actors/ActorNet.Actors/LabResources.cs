using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;

namespace ActorNet.Actors;

/// <summary>What the actors of one lab share, all on one loop: buffers, message hulls, the namespaces, the clock.</summary>
internal sealed class LabResources
{
    private readonly MessagePool _wire = new(static () => new WireFrames());
    private readonly MessagePool _redirected = new(static () => new RedirectedFrames());
    private readonly MessagePool _mirrored = new(static () => new MirroredFrames());
    private readonly MessagePool _transmit = new(static () => new TransmitFrames());
    private readonly MessagePool _bridge = new(static () => new BridgeFrames());
    private readonly MessagePool _ifb = new(static () => new IfbFrames());
    private readonly MessagePool _reinjected = new(static () => new ReinjectedFrames());

    private readonly FrameTracer _tracer;

    public LabResources(SkBuffPool frames, ILabClock clock, bool recordsFrames = false, Action<TracedHop>? onHop = null)
    {
        Frames = frames;
        Clock = clock;
        RecordsFrames = recordsFrames;
        _tracer = new FrameTracer(clock, onHop);
        Tracer = frames.Tracer = _tracer.IsWanted ? _tracer : null;
    }

    /// <summary>Every device records what passes it, from its beginning on.</summary>
    public bool RecordsFrames { get; }

    /// <summary>Loses frames on purpose; null when nothing does.</summary>
    public IFrameFaults? Faults { get; init; }

    /// <summary>Numbers of qdiscs: Linux counts them for the whole machine.</summary>
    public QdiscHandles QdiscHandles { get; } = new();

    public SkBuffPool Frames { get; }

    /// <summary>Actors of devices and of queues that live.</summary>
    public int LiveActors { get; set; }

    public ILabClock Clock { get; }

    /// <summary>Devices that fell behind, to be told of now and then.</summary>
    public LateDrains LateDrains { get; } = new();

    public NetLab Lab { get; } = new();

    /// <summary>Follows frames; null while nobody wants to know.</summary>
    public IFrameTracer? Tracer { get; private set; }

    /// <summary>Somebody wants to know what happens to frames, or no longer; all devices of the lab are told.</summary>
    /// <exception cref="RtnlException">ENOSPC: too many do already.</exception>
    public void SetTrace(long owner, bool on)
    {
        _tracer.Set(owner, on);
        Tracer = Frames.Tracer = _tracer.IsWanted ? _tracer : null;
        foreach (var ns in Lab.Namespaces)
        {
            foreach (var device in ns.Devices) device.Tracer = Tracer;
        }
    }

    /// <summary>What happened to frames since the owner last asked.</summary>
    public Traced TakeTrace(long owner) => _tracer.Take(owner);

    /// <summary>An empty message of the kind that belongs to the path, addressed.</summary>
    public FrameMessage RentMessage(NetDevice target, FramePath path, MirredAction? via)
    {
        var message = PoolOf(path, via).Rent();
        message.Owner = this;
        message.Address(target, path, via);
        return message;
    }

    private MessagePool PoolOf(FramePath path, MirredAction? via)
    {
        if (via is not null) return via.Redirect ? _redirected : _mirrored;
        return path switch
        {
            FramePath.Wire => _wire,
            FramePath.BridgeInput => _bridge,
            FramePath.IfbQueue => _ifb,
            FramePath.Reinject => _reinjected,
            _ => _transmit,
        };
    }
}
