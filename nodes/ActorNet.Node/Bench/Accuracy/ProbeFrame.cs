using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>What a received frame is to the measurement.</summary>
internal enum ProbeVerdict
{
    /// <summary>None of the measurement's.</summary>
    Foreign,

    /// <summary>One of its frames, byte for byte.</summary>
    Whole,

    /// <summary>One of its frames, with something wrong in it, so that its number cannot be believed.</summary>
    Damaged,
}

/// <summary>
/// The frames that are measured: UDP datagrams over IPv4 to an Ethernet address that nobody has, so that no host answers. They carry the number of the run and their own.
/// </summary>
internal sealed class ProbeFrame
{
    /// <summary>UDP port of flow 0; the others follow.</summary>
    public const int FirstPort = 5000;

    /// <summary>Shortest frame with all the numbers in it.</summary>
    public const int MinBytes = NumberAt + 8;

    /// <summary>Where the port that tells the flow stands.</summary>
    public const int PortAt = UdpAt + 2;

    /// <summary>Where the number stands, and behind it the same upside down.</summary>
    public const int NumberAt = RunAt + 4;

    private const int IpAt = EthernetHeader.Size;
    private const int UdpAt = IpAt + 20;
    private const int RunAt = UdpAt + 8;
    /// <summary>Odd, so that numbers of runs stay different, and far from one bit apart.</summary>
    private const uint Spread = 0x9E37_79B1;

    private readonly byte[] _expected;
    private readonly uint _run;
    private readonly Traffic _traffic;

    /// <summary>Frames of one run.</summary>
    /// <param name="traffic">Their length and flows.</param>
    /// <param name="run">Number of the run, so that a late frame of the one before is none of this.</param>
    public ProbeFrame(Traffic traffic, uint run)
    {
        if (traffic.Bytes < MinBytes) throw new ArgumentException($"a frame of {traffic.Bytes} bytes has no room for its numbers; {MinBytes} are needed.", nameof(traffic));
        _traffic = traffic;
        _run = run * Spread;
        _expected = new byte[traffic.Bytes];
    }

    /// <summary>Length of each.</summary>
    public int Bytes => _traffic.Bytes;

    /// <summary>Writes the frame of a number.</summary>
    /// <param name="frame">As long as <see cref="Bytes"/>.</param>
    /// <param name="sequence">From 0.</param>
    public void Write(Span<byte> frame, int sequence)
    {
        frame.Clear();
        ReadOnlySpan<byte> addresses = [2, 0, 0, 0, 0, 0x99, 2, 0, 0, 0, 0, 1, 8, 0];
        addresses.CopyTo(frame);
        WriteIp(frame[IpAt..UdpAt]);
        BinaryPrimitives.WriteUInt16BigEndian(frame[UdpAt..], FirstPort);
        BinaryPrimitives.WriteUInt16BigEndian(frame[PortAt..], (ushort)(FirstPort + _traffic.FlowOf(sequence)));
        BinaryPrimitives.WriteUInt16BigEndian(frame[(UdpAt + 4)..], (ushort)(Bytes - UdpAt));
        BinaryPrimitives.WriteUInt32BigEndian(frame[RunAt..], _run);
        BinaryPrimitives.WriteInt32BigEndian(frame[NumberAt..], sequence);
        // The number again, upside down: one wrong bit never makes another number of it.
        BinaryPrimitives.WriteInt32BigEndian(frame[(NumberAt + 4)..], ~sequence);
    }

    /// <summary>Judges a received frame.</summary>
    /// <param name="frame">All of it.</param>
    /// <param name="sequence">Its number when it is whole.</param>
    public ProbeVerdict Read(ReadOnlySpan<byte> frame, out int sequence)
    {
        sequence = 0;
        if (frame.Length != Bytes) return ProbeVerdict.Foreign;
        var run = BinaryPrimitives.ReadUInt32BigEndian(frame[RunAt..]);
        sequence = BinaryPrimitives.ReadInt32BigEndian(frame[NumberAt..]);
        var agrees = sequence == ~BinaryPrimitives.ReadInt32BigEndian(frame[(NumberAt + 4)..]) && sequence >= 0 && sequence < _traffic.Frames;
        if (!agrees) return LooksLikeOurs(frame, run) ? ProbeVerdict.Damaged : ProbeVerdict.Foreign;
        Write(_expected, sequence);
        if (frame.SequenceEqual(_expected)) return ProbeVerdict.Whole;
        return LooksLikeOurs(frame, run) ? ProbeVerdict.Damaged : ProbeVerdict.Foreign;
    }

    /// <summary>At most one bit of a frame is wrong: when it is one of the run's number, all the rest is right.</summary>
    private bool LooksLikeOurs(ReadOnlySpan<byte> frame, uint run)
    {
        if (run == _run) return true;
        Write(_expected, BinaryPrimitives.ReadInt32BigEndian(frame[NumberAt..]));
        BinaryPrimitives.WriteUInt32BigEndian(_expected.AsSpan(RunAt), run);
        return System.Numerics.BitOperations.PopCount(run ^ _run) == 1 && frame.SequenceEqual(_expected);
    }

    private void WriteIp(Span<byte> header)
    {
        const byte version4 = 0x45;
        const byte timeToLive = 64;
        header[0] = version4;
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)(Bytes - IpAt));
        header[8] = timeToLive;
        header[9] = IpProtocol.Udp;
        ReadOnlySpan<byte> addresses = [10, 0, 0, 1, 10, 0, 0, 2];
        addresses.CopyTo(header[12..]);
        var sum = 0;
        for (var i = 0; i < header.Length; i += 2) sum += BinaryPrimitives.ReadUInt16BigEndian(header[i..]);
        while (sum > ushort.MaxValue) sum = (sum & ushort.MaxValue) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], (ushort)~sum);
    }
}
