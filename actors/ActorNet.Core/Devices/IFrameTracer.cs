using ActorNet.Core.Frames;

namespace ActorNet.Core.Devices;

/// <summary>A station of a frame on its way through a device.</summary>
public enum FrameStep
{
    /// <summary>Sent by a program.</summary>
    Send,

    /// <summary>Received: from the wire, from a redirect, or given back by an IFB.</summary>
    Receive,

    /// <summary>The ingress filters decided.</summary>
    Ingress,

    /// <summary>The egress filters decided.</summary>
    Egress,

    /// <summary>A redirect sends it to another device.</summary>
    Redirect,

    /// <summary>A mirror sends a copy to another device.</summary>
    Mirror,

    /// <summary>An action tells of it: it was sampled, or logged.</summary>
    Report,

    /// <summary>Handed to a queueing discipline.</summary>
    Enqueue,

    /// <summary>Taken out of a queueing discipline.</summary>
    Dequeue,

    /// <summary>Handed to the driver.</summary>
    Transmit,

    /// <summary>In the queue of an IFB.</summary>
    Queue,

    /// <summary>Sent back by an IFB's drain.</summary>
    Reinject,

    /// <summary>Handed to a bridge.</summary>
    Bridge,

    /// <summary>Handed to the protocols.</summary>
    Up,

    /// <summary>Given up.</summary>
    Drop,
}

/// <summary>Follows frames station by station. While nobody traces, devices have none, and each station costs one comparison.</summary>
public interface IFrameTracer
{
    /// <summary>A frame passes a station. It is borrowed for the call; only <see cref="SkBuff.TraceId"/> may be written.</summary>
    /// <param name="device">Where; null when a frame is given up that is on no device.</param>
    /// <param name="step">The station.</param>
    /// <param name="skb">The frame.</param>
    /// <param name="detail">The particulars: a verdict, a device, a discipline, a reason.</param>
    void Trace(NetDevice? device, FrameStep step, SkBuff skb, string detail);
}
