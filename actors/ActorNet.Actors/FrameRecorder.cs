using System.Buffers.Binary;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Actors;

/// <summary>
/// What a packet socket on a device would have seen since it was last asked. Bounded: the oldest frames give way and are counted. While it listens it counts as a
/// receiver, otherwise it changes nothing.
/// </summary>
internal sealed class FrameRecorder : ITap
{
    /// <summary>Most frames kept.</summary>
    public const int MaxFrames = 4096;

    /// <summary>Most bytes kept.</summary>
    public const int MaxBytes = 4 << 20;

    private const int AddressBytes = 2 * MacAddress.Size;

    private readonly NetDevice _device;
    private readonly Queue<SniffedFrame> _frames = new();
    private int _bytes;
    private long _lost;

    public FrameRecorder(NetDevice device) => _device = device;

    /// <summary>A socket is open, rather than a passive recording.</summary>
    public bool Listening { get; private set; }

    bool ITap.IsReceiver => Listening && _device.IsUp;

    /// <summary>Opens the socket: it has seen nothing yet.</summary>
    public void Open()
    {
        Take();
        Listening = true;
    }

    /// <summary>Closes the socket.</summary>
    public void Close() => Listening = false;

    /// <summary>Everything since the last call.</summary>
    public Sniffed Take()
    {
        var result = new Sniffed([.. _frames], _lost);
        _frames.Clear();
        _bytes = 0;
        _lost = 0;
        return result;
    }

    /// <summary>The kernel takes a socket off a device that is down, although frames may still be handed to it (rule IFB-16).</summary>
    void ITap.OnFrame(SkBuff skb, bool outgoing, Instant now)
    {
        if (!_device.IsUp) return;
        var bytes = Bytes(skb);
        _frames.Enqueue(new SniffedFrame(now, outgoing, outgoing ? PacketType.Outgoing : skb.PacketType, bytes) { Frame = skb.TraceId });
        _bytes += bytes.Length;
        while (_frames.Count > MaxFrames || _bytes > MaxBytes)
        {
            _bytes -= _frames.Dequeue().Bytes.Length;
            _lost++;
        }
    }

    /// <summary>The frame with the tag of its metadata back in the bytes, as tcpdump shows it.</summary>
    private static byte[] Bytes(SkBuff skb)
    {
        var frame = skb.Frame;
        if (!skb.VlanPresent || frame.Length < AddressBytes) return frame.ToArray();
        var bytes = new byte[frame.Length + EthernetHeader.VlanSize];
        frame[..AddressBytes].CopyTo(bytes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(AddressBytes), skb.VlanProtocol);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(AddressBytes + 2), skb.VlanTci);
        frame[AddressBytes..].CopyTo(bytes.AsSpan(AddressBytes + EthernetHeader.VlanSize));
        return bytes;
    }
}
