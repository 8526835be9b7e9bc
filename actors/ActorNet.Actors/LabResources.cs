using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
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

    public LabResources(SkBuffPool frames, ILabClock clock)
    {
        Frames = frames;
        Clock = clock;
    }

    public SkBuffPool Frames { get; }

    public ILabClock Clock { get; }

    public NetLab Lab { get; } = new();

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
