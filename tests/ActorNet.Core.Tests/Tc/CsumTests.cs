using System.Buffers.Binary;
using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Checksums computed anew. The same was seen on Linux 6.1 (scenarios act-csum-*).</summary>
public sealed class CsumTests
{
    private const string Everything = "csum iph icmp igmp tcp udp udplite sctp pipe";

    [Fact]
    [Trait("rule", "CSUM-01"), Trait("rule", "CSUM-02"), Trait("rule", "CSUM-03")]
    public void Spoiled_checksums_become_right()
    {
        using var bench = new ActionBench();
        var action = bench.Make(Everything);
        Property.Holds(TestPacket.Generate(600).Select(p => p with { Tags = 0 }), packet =>
        {
            var bytes = packet.ToBytes();
            if (!packet.V6) TestPacket.Put16(bytes, packet.Network + 10, 0xDEAD);
            TestPacket.Put16(bytes, packet.Transport + (packet.Udp ? 6 : 16), 0xDEAD);

            var result = bench.Run(action, bytes, packet.PayloadSeed % 2 == 0);

            if (!packet.V6) SlowChecksum.Sum(result.AsSpan(packet.Network..packet.Transport)).ShouldBe(ushort.MaxValue);
            SlowChecksum.Transport(packet.Addresses(result), packet.Udp ? IpProtocol.Udp : IpProtocol.Tcp, result.AsSpan(packet.Transport)).ShouldBe(ushort.MaxValue);
            bench.Last.Verdict.ShouldBe(TcVerdict.Pipe);
        });
    }

    [Fact]
    [Trait("rule", "CSUM-02")]
    public void A_UDP_checksum_of_zero_stays_over_IPv4_and_is_made_over_IPv6()
    {
        using var bench = new ActionBench();
        var v4 = new TestPacket { Udp = true, PayloadLength = 20 };
        var v6 = new TestPacket { Udp = true, V6 = true, PayloadLength = 20 };

        TestPacket.Get16(bench.Run(Everything, v4.ToBytes()), v4.Transport + 6).ShouldBe(0);
        TestPacket.Get16(bench.Run(Everything, v6.ToBytes()), v6.Transport + 6).ShouldNotBe(0);
    }

    [Theory]
    [Trait("rule", "CSUM-02")]
    [InlineData("0001000211223344deadbeef")]
    [InlineData("0001000211223344deadbeef68656c6c6f2073637470")]
    [InlineData("0001000211223344000000000102030405060708090a0b0c0d0e0f1011")]
    public void The_checksum_of_SCTP_is_a_CRC(string hex)
    {
        using var bench = new ActionBench();
        var sctp = Convert.FromHexString(hex);
        var bytes = new TestPacket { Udp = true, PayloadLength = sctp.Length - 8 }.ToBytes();
        bytes[14 + 9] = IpProtocol.Sctp;
        sctp.CopyTo(bytes, 34);

        var result = bench.Run(Everything, bytes);

        BinaryPrimitives.ReadUInt32LittleEndian(result.AsSpan(34 + 8)).ShouldBe(SlowCrc(sctp));
    }

    [Theory]
    [Trait("rule", "CSUM-04")]
    [InlineData(2, 4000, "longer than the frame")]
    [InlineData(2, 27, "no room for a UDP header")]
    public void What_its_own_header_belies_is_shot(int field, int value, string why)
    {
        using var bench = new ActionBench();
        var packet = new TestPacket { Udp = true, PayloadLength = 20 };
        var bytes = packet.ToBytes();
        TestPacket.Put16(bytes, packet.Network + field, value);
        var action = bench.Make(Everything);

        bench.Run(action, bytes);

        bench.Last.ShouldBe((TcVerdict.Shot, DropReason.Malformed), why);
        (action.Stats.Packets, action.Stats.Drops).ShouldBe((1, 1));
    }

    [Fact]
    [Trait("rule", "CSUM-04")]
    public void Later_fragments_keep_their_bytes_but_for_the_header()
    {
        using var bench = new ActionBench();
        var packet = new TestPacket { Udp = true, PayloadLength = 20 };
        var bytes = packet.ToBytes();
        TestPacket.Put16(bytes, packet.Network + 6, 5);

        var result = bench.Run(Everything, bytes);

        result[packet.Transport..].ShouldBe(bytes[packet.Transport..]);
        SlowChecksum.Sum(result.AsSpan(packet.Network..packet.Transport)).ShouldBe(ushort.MaxValue);
    }

    [Theory]
    [Trait("rule", "CSUM-07")]
    [InlineData(false)]
    [InlineData(true)]
    public void A_super_frame_of_TCP_keeps_the_sum_of_its_pseudo_header(bool v6)
    {
        using var bench = new ActionBench();
        var packet = new TestPacket { V6 = v6 };
        var skb = packet.ToSkb(bench.Pool);

        bench.Run(bench.Make("csum tcp udp"), skb);

        skb.Frame.ToArray().ShouldBe(packet.ToRequestBytes());
        skb.IpSummed.ShouldBe(IpSummed.Partial);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    [Trait("rule", "CSUM-07")]
    public void A_checksum_left_to_the_device_is_finished()
    {
        using var bench = new ActionBench();
        var packet = new TestPacket { PayloadLength = 333 };
        var skb = packet.ToPlainSkb(bench.Pool);

        bench.Run(bench.Make("csum tcp"), skb);

        var result = skb.Frame.ToArray();
        SlowChecksum.Transport(packet.Addresses(result), IpProtocol.Tcp, result.AsSpan(packet.Transport)).ShouldBe(ushort.MaxValue);
        skb.IpSummed.ShouldBe(IpSummed.None);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    [Trait("rule", "CSUM-01")]
    public void A_copy_keeps_its_bytes_and_without_a_buffer_the_frame_is_shot()
    {
        using var bench = new ActionBench();
        var bytes = new TestPacket { PayloadLength = 20 }.ToBytes();
        var skb = bench.Frame(bytes);
        var copy = bench.Pool.Clone(skb)!;
        var action = bench.Make("csum tcp");

        bench.Run(action, skb);
        var unchanged = bench.RunWithoutBuffers(action, bytes);

        skb.Frame.ToArray().ShouldNotBe(bytes);
        copy.Frame.ToArray().ShouldBe(bytes);
        unchanged.ShouldBe(bytes);
        bench.Last.ShouldBe((TcVerdict.Shot, DropReason.NoMemory));
        skb.Free(DropReason.Consumed);
        copy.Free(DropReason.Consumed);
    }

    [Fact]
    [Trait("rule", "CSUM-05")]
    public void Drop_counts_a_drop_and_repairs_nothing()
    {
        using var bench = new ActionBench();
        var bytes = new TestPacket { PayloadLength = 20 }.ToBytes();
        var action = bench.Make("csum tcp drop");

        bench.Run(action, bytes).ShouldBe(bytes);

        (bench.Last.Verdict, action.Stats.Drops).ShouldBe((TcVerdict.Shot, 1));
    }

    [Fact]
    [Trait("rule", "CSUM-04")]
    public void Random_bytes_never_lead_out_of_the_frame()
    {
        using var bench = new ActionBench();
        var action = bench.Make(Everything);
        Property.Holds(Property.Bytes(120), random =>
        {
            var bytes = new byte[14 + random.Length];
            random.CopyTo(bytes, 14);
            TestPacket.Put16(bytes, 12, random.Length % 3 == 0 ? EtherType.IPv6 : random.Length % 3 == 1 ? EtherType.IPv4 : EtherType.Vlan);

            bench.Run(action, bytes, random.Length % 2 == 0).Length.ShouldBe(bytes.Length);
        }, 2000);
    }

    /// <summary>Bit by bit, with zeros where the sum stands.</summary>
    private static uint SlowCrc(byte[] packet)
    {
        var crc = uint.MaxValue;
        for (var i = 0; i < packet.Length; i++)
        {
            crc ^= i is >= 8 and < 12 ? (byte)0 : packet[i];
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
        }

        return ~crc;
    }
}
