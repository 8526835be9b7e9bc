using ActorNet.Core.Frames;
using ActorNet.Hosts.Tcp;

namespace ActorNet.Hosts.Tests.Harness;

/// <summary>What becomes of a frame.</summary>
/// <param name="Copies">How often it arrives; 0 loses it.</param>
/// <param name="Delay">Nanoseconds beyond the delay of the cable.</param>
/// <param name="Mark">Whether it is marked CE, if its sender can take that.</param>
/// <param name="Flip">Whether a bit of it is flipped.</param>
internal readonly record struct Fate(int Copies = 1, long Delay = 0, bool Mark = false, bool Flip = false)
{
    internal static readonly Fate Arrives = new(Copies: 1);
    internal static readonly Fate Lost = new(Copies: 0);
}

/// <summary>One direction of a cable: delay, rate with a queue in front, and whatever a test does to single frames.</summary>
internal sealed class Direction(Wire wire)
{
    private long _busyUntil;

    internal HostStack To { get; set; } = null!;

    internal long Delay { get; set; } = Wire.Millisecond;

    /// <summary>Bits per second; 0 is as fast as it likes.</summary>
    internal long Rate { get; set; }

    /// <summary>Frames that find more bytes than this in the queue are lost.</summary>
    internal long QueueBytes { get; set; } = long.MaxValue;

    /// <summary>Frames that find more bytes than this in the queue are marked CE.</summary>
    internal long MarkBytes { get; set; } = long.MaxValue;

    /// <summary>Decides about the n-th frame, counted from 0.</summary>
    internal Func<int, SentFrame, Fate> Decide { get; set; } = (_, _) => Fate.Arrives;

    /// <summary>Changes frames on their way; null leaves them alone.</summary>
    internal Action<byte[]>? Rewrite { get; set; }

    /// <summary>Every frame that was sent, as it was sent.</summary>
    internal List<SentFrame> Sent { get; } = [];

    /// <summary>Frames that did not arrive.</summary>
    internal int Lost { get; private set; }

    /// <summary>Whether frames are kept in <see cref="Sent"/>; a long transfer would keep too many.</summary>
    internal bool Records { get; set; } = true;

    internal int Count { get; private set; }

    internal void Send(ReadOnlySpan<byte> bytes)
    {
        var frame = new SentFrame(wire.Time, bytes.ToArray());
        FrameCheck.Verify(frame.Bytes);
        var fate = Decide(Count++, frame);
        if (Records) Sent.Add(frame);
        var backlog = Rate == 0 ? 0 : Math.Max(0, _busyUntil - wire.Time) * Rate / 8 / Wire.Second;
        if (backlog > QueueBytes || fate.Copies == 0)
        {
            Lost++;
            return;
        }

        var arriving = bytes.ToArray();
        Rewrite?.Invoke(arriving);
        if (fate.Mark || backlog > MarkBytes) FrameCheck.Mark(arriving);
        if (fate.Flip) arriving[^1] ^= 1;
        _busyUntil = Math.Max(_busyUntil, wire.Time) + (Rate == 0 ? 0 : bytes.Length * 8 * Wire.Second / Rate);
        for (var i = 0; i < fate.Copies; i++) wire.Deliver(To, arriving, _busyUntil + Delay + fate.Delay);
    }
}

/// <summary>A frame that a host sent.</summary>
internal sealed record SentFrame(long Time, byte[] Bytes)
{
    internal ushort Type => System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(Bytes.AsSpan(12));

    internal MacAddress Destination => MacAddress.Read(Bytes);

    /// <summary>Protocol of IP without extensions; 0 for ARP.</summary>
    internal byte Protocol => Type switch { EtherType.IPv4 => Bytes[23], EtherType.IPv6 => Bytes[20], _ => 0 };

    internal int TransportOffset => 14 + (Type == EtherType.IPv6 ? 40 : 20);

    internal ReadOnlySpan<byte> Transport => Bytes.AsSpan(TransportOffset);

    internal int Ecn => Type == EtherType.IPv6 ? (Bytes[15] >> 4) & 3 : Bytes[15] & 3;

    internal TcpFlags TcpFlags => Protocol == IpProtocol.Tcp ? (TcpFlags)Transport[13] : 0;

    internal uint Sequence => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Transport[4..]);

    internal uint Ack => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Transport[8..]);

    internal int TcpHeader => (Transport[12] >> 4) * 4;

    internal int TcpPayload => Protocol == IpProtocol.Tcp ? Transport.Length - TcpHeader : 0;
}
