using System.Buffers.Binary;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;

namespace ActorNet.Actors.Tests.Lifetime;

/// <summary>
/// Knows where every frame belongs. A frame carries the number that its device has here and the number that it had in its namespace when the frame was made; it may be
/// delivered at that device, wherever and under whatever name, or at a later one with the same number in its namespace (rule IFB-17), and nowhere else.
/// </summary>
internal sealed class Origin : IProtocolHandler
{
    public const ushort EtherTypeOfTests = 0x88B5;

    private const int Size = 60;
    private const int Anybody = -1;

    private readonly List<NetDevice> _devices = [];
    private readonly Dictionary<NetDevice, int> _numbers = new(ReferenceEqualityComparer.Instance);

    public ushort Protocol => EtherTypeOfTests;

    /// <summary>Frames that came up in a namespace.</summary>
    public long Delivered { get; private set; }

    /// <summary>Frames that left by a wire.</summary>
    public long Written { get; private set; }

    /// <summary>Frames that a later device got since it has the number.</summary>
    public long Inherited { get; private set; }

    /// <summary>Deliveries where they do not belong.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>A frame that belongs to a device.</summary>
    public byte[] Frame(NetDevice device)
    {
        if (!_numbers.TryGetValue(device, out var known))
        {
            known = _devices.Count;
            _devices.Add(device);
            _numbers.Add(device, known);
        }

        return Frame(known, device.IfIndex, device.Address);
    }

    /// <summary>A frame that a socket sends on whatever device has a name when its turn comes.</summary>
    public static byte[] FrameOfAnybody() => Frame(Anybody, 0, MacAddress.Zero);

    private static byte[] Frame(int known, int number, MacAddress destination)
    {
        var frame = new byte[Size];
        destination.Write(frame);
        frame[6] = 2;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(12), EtherTypeOfTests);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(EthernetHeader.Size), known);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(EthernetHeader.Size + sizeof(int)), number);
        return frame;
    }

    public void Receive(SkBuff skb, NetDevice device)
    {
        Delivered++;
        Check(skb.Span, device, "came up at");
        skb.Free(DropReason.Consumed);
    }

    public void OnWritten(ReadOnlySpan<byte> frame, NetDevice device)
    {
        Written++;
        Check(frame[EthernetHeader.Size..], device, "left by");
    }

    private void Check(ReadOnlySpan<byte> payload, NetDevice device, string how)
    {
        var known = BinaryPrimitives.ReadInt32BigEndian(payload);
        if (known == Anybody) return;
        var meant = _devices[known];
        var number = BinaryPrimitives.ReadInt32BigEndian(payload[sizeof(int)..]);
        if (ReferenceEquals(meant, device)) return;
        if (device.IfIndex == number) Inherited++;
        else if (Wrong.Count < 10) Wrong.Add($"a frame of {meant.Name} ({number}) {how} {device.Name} ({device.IfIndex})");
    }
}

/// <summary>The far end of a TAP endpoint that looks at every frame it is written.</summary>
internal sealed class OriginWire(Origin origin, IWireSink sink, NetDevice device) : IWire
{
    /// <summary>The endpoint.</summary>
    public NetDevice Device => device;

    public DeviceFeatures Offloads => DeviceFeatures.None;

    public WireStatus Write(SkBuff skb, int queue)
    {
        origin.OnWritten(skb.Span, device);
        return WireStatus.Written;
    }

    /// <summary>Frames of the endpoint itself arrive.</summary>
    public void Arrive(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var frame = origin.Frame(device);
            var skb = sink.Pool.Rent(frame.Length)!;
            frame.CopyTo(skb.Span);
            sink.Receive(skb);
        }

        sink.EndOfBurst();
    }
}
