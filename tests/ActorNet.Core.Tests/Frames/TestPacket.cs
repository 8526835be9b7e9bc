using ActorNet.Core.Frames;
using FsCheck;
using FsCheck.Fluent;

namespace ActorNet.Core.Tests.Frames;

/// <summary>Describes a TCP or UDP packet and writes it byte by byte, without the code under test.</summary>
internal sealed record TestPacket
{
    public bool V6 { get; init; }

    public bool Udp { get; init; }

    /// <summary>VLAN tags in the bytes.</summary>
    public int Tags { get; init; }

    /// <summary>Words of 4 bytes of IPv4 options, or extension headers of 8 bytes of IPv6.</summary>
    public int IpExtras { get; init; }

    /// <summary>Words of 4 bytes of TCP options.</summary>
    public int TcpOptions { get; init; }

    public byte TcpFlags { get; init; } = 0x10;

    public uint Sequence { get; init; } = 0xFFFF_F000;

    public ushort Id { get; init; } = 0xFFFE;

    public int PayloadSeed { get; init; }

    public int PayloadLength { get; init; } = 5000;

    public int GsoSize { get; init; } = 1000;

    public byte Protocol => Udp ? IpProtocol.Udp : IpProtocol.Tcp;

    public int Network => 14 + (4 * Tags);

    public int Transport => Network + (V6 ? 40 + (8 * IpExtras) : 20 + (4 * IpExtras));

    public int PayloadOffset => Transport + (Udp ? 8 : 20 + (4 * TcpOptions));

    public int Length => PayloadOffset + PayloadLength;

    public int Segments => (PayloadLength + GsoSize - 1) / GsoSize;

    public GsoType Type => Udp ? GsoType.UdpL4 : V6 ? GsoType.TcpV6 : GsoType.TcpV4;

    public ushort EtherType => V6 ? (ushort)0x86DD : (ushort)0x0800;

    public byte[] Payload => Property.RandomBytes(PayloadLength, PayloadSeed);

    public static Gen<TestPacket> Generate(int mostPayload = 9000) =>
        from v6 in Gen.Elements(true, false)
        from udp in Gen.Elements(true, false)
        from tags in Gen.Choose(0, 2)
        from extras in Gen.Choose(0, 2)
        from options in Gen.Choose(0, 10)
        from flags in Gen.Choose(0, 255)
        from sequence in Gen.Choose(0, int.MaxValue)
        from id in Gen.Choose(0, 0xFFFF)
        from size in Gen.Choose(100, 1460)
        from length in Gen.Choose(1, mostPayload)
        from seed in Gen.Choose(0, 1 << 20)
        select new TestPacket
        {
            V6 = v6,
            Udp = udp,
            Tags = tags,
            IpExtras = extras,
            TcpOptions = options,
            TcpFlags = (byte)flags,
            Sequence = (uint)sequence * 2,
            Id = (ushort)id,
            GsoSize = size,
            PayloadLength = length,
            PayloadSeed = seed,
        };

    /// <summary>The frame with a right IPv4 header and a transport checksum of zero.</summary>
    public byte[] ToBytes()
    {
        var b = new byte[Length];
        Convert.FromHexString("020000000002020000000001").CopyTo(b, 0);
        for (var i = 0; i < Tags; i++) Put32(b, 12 + (4 * i), 0x8100_2005u + (uint)i);
        Put16(b, Network - 2, EtherType);
        if (V6) WriteV6(b);
        else WriteV4(b);
        if (Udp) WriteUdp(b);
        else WriteTcp(b);
        Payload.CopyTo(b, PayloadOffset);
        return b;
    }

    /// <summary>A super-frame that stands at its MAC header, as a TAP with offloads delivers it: pseudo-header sum in the checksum field.</summary>
    public SkBuff ToSkb(SkBuffPool pool)
    {
        var skb = ToPlainSkb(pool);
        skb.GsoType = Type;
        skb.GsoSize = (ushort)GsoSize;
        skb.GsoSegs = (ushort)Segments;
        skb.HeaderLength = (ushort)PayloadOffset;
        return skb;
    }

    /// <summary>The same with a checksum request but not to be cut.</summary>
    public SkBuff ToPlainSkb(SkBuffPool pool)
    {
        var bytes = ToRequestBytes();
        var skb = pool.Rent(bytes.Length)!;
        bytes.CopyTo(skb.Span);
        skb.Protocol = Tags > 0 ? Core.Frames.EtherType.Vlan : EtherType;
        skb.IpSummed = IpSummed.Partial;
        skb.CsumStart = (ushort)Transport;
        skb.CsumOffset = (ushort)(Udp ? 6 : 16);
        return skb;
    }

    /// <summary>The frame with the sum of the pseudo-header in the checksum field.</summary>
    public byte[] ToRequestBytes()
    {
        var bytes = ToBytes();
        Put16(bytes, Transport + (Udp ? 6 : 16), SlowChecksum.Transport(Addresses(bytes), Protocol, new byte[Length - Transport]));
        return bytes;
    }

    public ReadOnlySpan<byte> Addresses(ReadOnlySpan<byte> frame) => V6 ? frame.Slice(Network + 8, 32) : frame.Slice(Network + 12, 8);

    private void WriteV4(byte[] b)
    {
        var headerSize = Transport - Network;
        b[Network] = (byte)(0x40 | (headerSize / 4));
        b[Network + 1] = 0x02;
        Put16(b, Network + 2, Length - Network);
        Put16(b, Network + 4, Id);
        Put16(b, Network + 6, 0x4000);
        b[Network + 8] = 64;
        b[Network + 9] = Protocol;
        Put32(b, Network + 12, 0x0A090001);
        Put32(b, Network + 16, 0x0A090002);
        b.AsSpan(Network + 20, headerSize - 20).Fill(1);
        Put16(b, Network + 10, (ushort)~SlowChecksum.Sum(b.AsSpan(Network, headerSize)));
    }

    private void WriteV6(byte[] b)
    {
        b[Network] = 0x60;
        Put16(b, Network + 4, Length - Network - 40);
        b[Network + 6] = IpExtras > 0 ? IpProtocol.HopByHop : Protocol;
        b[Network + 7] = 64;
        Property.RandomBytes(32, 7).CopyTo(b, Network + 8);
        for (var i = 0; i < IpExtras; i++)
        {
            b[Network + 40 + (8 * i)] = i + 1 < IpExtras ? IpProtocol.DestinationOptions : Protocol;
            b[Network + 42 + (8 * i)] = 1;
            b[Network + 43 + (8 * i)] = 4;
        }
    }

    private void WriteTcp(byte[] b)
    {
        Put32(b, Transport, 0x1388_0050);
        Put32(b, Transport + 4, Sequence);
        Put32(b, Transport + 8, 0x01020304);
        b[Transport + 12] = (byte)((5 + TcpOptions) << 4);
        b[Transport + 13] = TcpFlags;
        Put16(b, Transport + 14, 0x7FFF);
        b.AsSpan(Transport + 20, 4 * TcpOptions).Fill(1);
    }

    private void WriteUdp(byte[] b)
    {
        Put32(b, Transport, 0x03E8_0009);
        Put16(b, Transport + 4, Length - Transport);
    }

    public static void Put16(byte[] b, int at, int value) => (b[at], b[at + 1]) = ((byte)(value >> 8), (byte)value);

    public static void Put32(byte[] b, int at, uint value)
    {
        Put16(b, at, (int)(value >> 16));
        Put16(b, at + 2, (ushort)value);
    }

    public static int Get16(ReadOnlySpan<byte> b, int at) => (b[at] << 8) | b[at + 1];

    public static uint Get32(ReadOnlySpan<byte> b, int at) => ((uint)Get16(b, at) << 16) | (uint)Get16(b, at + 2);
}
