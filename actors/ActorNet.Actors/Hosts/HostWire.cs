using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Actors.Hosts;

/// <summary>The wire between an emulated endpoint and a built-in host: every frame is copied into a message. It never fills up and offers no offloads.</summary>
public sealed class HostWire : IWire
{
    private readonly IActorRef _host;
    private readonly Stack<FrameArrived> _idle = new();

    /// <summary>Plugs a host in; call it where <see cref="Messages.AttachPort"/> makes its wire.</summary>
    /// <param name="sink">Where the host's frames go.</param>
    /// <param name="host">A <see cref="HostActor"/> on the same loop.</param>
    public HostWire(IWireSink sink, IActorRef host)
    {
        _host = host;
        host.Tell(new Plugged(sink), ActorRefs.NoSender);
    }

    /// <summary>None: what arrives is complete, checksums included, and fits the MTU.</summary>
    public DeviceFeatures Offloads => DeviceFeatures.None;

    /// <inheritdoc/>
    public WireStatus Write(SkBuff skb, int queue)
    {
        ArgumentNullException.ThrowIfNull(skb);
        var frame = skb.Frame;
        // The host gives a message back when it has read it; one that never arrives is the garbage collector's.
        if (!_idle.TryPop(out var message)) message = new FrameArrived(_idle);
        message.Fill(frame);
        _host.Tell(message, ActorRefs.NoSender);
        return WireStatus.Written;
    }
}
