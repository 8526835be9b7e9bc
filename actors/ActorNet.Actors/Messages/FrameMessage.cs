using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tc;

namespace ActorNet.Actors.Messages;

/// <summary>
/// A burst of frames on its way from one actor to another; the message owns the frames, whoever handles it takes them over. Messages are reused: after
/// <see cref="Release"/> nobody may touch one. All frames of a burst have the same target, entry and sender.
/// </summary>
public abstract class FrameMessage
{
    /// <summary>Most frames of one message.</summary>
    public const int MaxFrames = 64;

    /// <summary>Most bytes of one message, so that super-frames stay in the cache; the frame that crosses the limit still goes along.</summary>
    public const int MaxBytes = 256 * 1024;

    private readonly SkBuff[] _frames = new SkBuff[MaxFrames];
    private int _bytes;

    /// <summary>Frames under way.</summary>
    public int Count { get; private set; }

    /// <summary>The device they are for.</summary>
    public NetDevice Target { get; private set; } = null!;

    /// <summary>The mirred action that sent them, told of what the target refuses; null otherwise.</summary>
    public MirredAction? Via { get; private set; }

    /// <summary>The target's entry they are for.</summary>
    public FramePath Path { get; private set; }

    internal FrameMessage? Next { get; set; }

    internal MessagePool? Home { get; set; }

    /// <summary>The lab it belongs to; a dead message is cleared away by that lab's undertaker only.</summary>
    internal LabResources? Owner { get; set; }

    /// <summary>The frames, in order.</summary>
    public ReadOnlySpan<SkBuff> Frames => _frames.AsSpan(0, Count);

    /// <summary>Whether nothing more goes in.</summary>
    public bool IsFull => Count == MaxFrames || _bytes >= MaxBytes;

    /// <summary>Whether a frame for this target, entry, action, and IFB queue belongs into the message.</summary>
    internal bool IsFor(NetDevice target, FramePath path, MirredAction? via, SkBuff skb) =>
        ReferenceEquals(Target, target) && Path == path && ReferenceEquals(Via, via)
        && (path != FramePath.IfbQueue || _frames[0].QueueMapping == skb.QueueMapping);

    /// <summary>Addresses an empty message.</summary>
    internal void Address(NetDevice target, FramePath path, MirredAction? via)
    {
        Target = target;
        Path = path;
        Via = via;
    }

    /// <summary>Appends a frame; the message owns it.</summary>
    internal void Add(SkBuff skb)
    {
        _frames[Count++] = skb;
        _bytes += skb.Length;
    }

    /// <summary>Gives the empty hull back for reuse. The frames have been taken over or freed by then.</summary>
    public void Release()
    {
        Count = 0;
        _bytes = 0;
        Via = null;
        Home?.Return(this);
    }

    /// <summary>Frees the frames and the hull: nobody is left to take them.</summary>
    public void Discard(DropReason reason)
    {
        foreach (var skb in Frames) skb.Free(reason);
        Release();
    }
}

/// <summary>Frames that came in from the wire of <see cref="FrameMessage.Target"/>.</summary>
public sealed class WireFrames : FrameMessage;

/// <summary>Frames that a mirred <c>redirect</c> sends to another device: <c>tc ... action mirred egress|ingress redirect dev X</c>.</summary>
public sealed class RedirectedFrames : FrameMessage;

/// <summary>Copies that a mirred <c>mirror</c> sends to another device.</summary>
public sealed class MirroredFrames : FrameMessage;

/// <summary>Frames for a device's transmit path, from a bridge or a sender above.</summary>
public sealed class TransmitFrames : FrameMessage;

/// <summary>Frames from a port for its bridge.</summary>
public sealed class BridgeFrames : FrameMessage;

/// <summary>Frames that an IFB hands to the actor of one of its queues.</summary>
public sealed class IfbFrames : FrameMessage;

/// <summary>Frames that an IFB's drain sends back to where they were caught.</summary>
public sealed class ReinjectedFrames : FrameMessage;
