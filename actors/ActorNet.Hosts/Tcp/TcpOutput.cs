using System.Buffers.Binary;
using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Ip;

namespace ActorNet.Hosts.Tcp;

/// <summary>Writes segments. One at a time: <see cref="Begin"/>, fill options and payload, <see cref="Finish"/>.</summary>
internal sealed class TcpOutput
{
    private readonly IpOutput _output;

    internal TcpOutput(IpOutput output) => _output = output;

    /// <summary>Largest segment of a connection.</summary>
    internal int MaxSegment(bool isV6) => _output.MaxPayload(isV6) - PacketHeaders.TcpSize;

    /// <summary>Begins a segment.</summary>
    /// <returns>All of it: the options begin at <see cref="PacketHeaders.TcpSize"/>, the payload behind them.</returns>
    internal Span<byte> Begin(in TcpEndpoints ends, long sequence, long ack, TcpFlags flags, ushort window, int options, int payload, Ecn ecn)
    {
        var header = PacketHeaders.TcpSize + options;
        var segment = _output.Begin(ends.Local, ends.Remote, IpProtocol.Tcp, header + payload, ecn);
        BinaryPrimitives.WriteUInt16BigEndian(segment, (ushort)ends.LocalPort);
        BinaryPrimitives.WriteUInt16BigEndian(segment[2..], (ushort)ends.RemotePort);
        BinaryPrimitives.WriteUInt32BigEndian(segment[4..], (uint)sequence);
        BinaryPrimitives.WriteUInt32BigEndian(segment[8..], (uint)ack);
        segment[12] = (byte)(header / 4 << 4);
        segment[13] = (byte)flags;
        BinaryPrimitives.WriteUInt16BigEndian(segment[14..], window);
        // Checksum and urgent pointer.
        segment[16..PacketHeaders.TcpSize].Clear();
        return segment;
    }

    /// <summary>Sums and sends what was begun.</summary>
    internal void Finish(Span<byte> segment, Instant now)
    {
        BinaryPrimitives.WriteUInt16BigEndian(segment[16..], _output.TransportSum());
        _output.Send(now);
    }

    /// <summary>Refuses a segment (RFC 9293, section 3.10.7.1).</summary>
    internal void Refuse(in TcpEndpoints ends, in TcpSegment segment, Instant now)
    {
        if (segment.Has(TcpFlags.Rst)) return;
        var answersAck = segment.Has(TcpFlags.Ack);
        var reset = answersAck
            ? Begin(ends, segment.Acknowledgement, 0, TcpFlags.Rst, 0, 0, 0, Ecn.NotCapable)
            : Begin(ends, 0, segment.Sequence + (uint)segment.Length, TcpFlags.Rst | TcpFlags.Ack, 0, 0, 0, Ecn.NotCapable);
        Finish(reset, now);
    }
}
