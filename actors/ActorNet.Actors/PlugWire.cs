using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Actors;

/// <summary>
/// A program that has a TAP open without offloads and reads when it is told to: what is sent waits in a ring as long as the device's transmit queue; more is dropped
/// (rule TUN-01).
/// </summary>
internal sealed class PlugWire : IWire
{
    /// <summary>Longest ring, whatever the queue length.</summary>
    private const int MaxFrames = 65536;

    private readonly TapEndpointDevice _tap;
    private readonly Queue<byte[]> _ring = new();

    public PlugWire(TapEndpointDevice tap) => _tap = tap;

    DeviceFeatures IWire.Offloads => DeviceFeatures.None;

    WireStatus IWire.Write(SkBuff skb, int queue)
    {
        if (_ring.Count >= Math.Min(_tap.TxQueueLength, MaxFrames)) return WireStatus.Refused;
        _ring.Enqueue(skb.Span.ToArray());
        return WireStatus.Buffered;
    }

    /// <summary>Reads everything that waits; only now it counts as sent.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Read()
    {
        var frames = new ReadOnlyMemory<byte>[_ring.Count];
        for (var i = 0; i < frames.Length; i++)
        {
            var frame = _ring.Dequeue();
            _tap.CountRead(frame.Length);
            frames[i] = frame;
        }

        return frames;
    }
}
