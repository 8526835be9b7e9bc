using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Addresses translated without state. The same was seen on Linux 6.1 (scenarios act-nat-*). Packets here go from 10.9.0.1 to 10.9.0.2.</summary>
public sealed class NatTests
{
    private static TestPacket[] Everyday => [new() { PayloadLength = 20 }, new() { Udp = true, PayloadLength = 21 }, new() { IpExtras = 2, PayloadLength = 1 }];

    [Theory]
    [Trait("rule", "NAT-01"), Trait("rule", "NAT-02")]
    [InlineData("nat egress 10.9.0.0/24 192.0.2.77", 12, 0xC0000201u)]
    [InlineData("nat ingress 10.9.0.0/16 192.0.2.77", 16, 0xC0000002u)]
    [InlineData("nat ingress 10.9.0.2 192.0.2.77", 16, 0xC000024Du)]
    public void The_bits_of_the_prefix_are_replaced_and_checksums_stay_right(string words, int field, uint expected)
    {
        using var bench = new ActionBench();
        foreach (var packet in Everyday)
        {
            var bytes = Checksummed(packet);

            var result = bench.Run(words, bytes);

            TestPacket.Get32(result, packet.Network + field).ShouldBe(expected);
            ShouldBeRight(packet, result);
        }
    }

    [Fact]
    [Trait("rule", "NAT-02")]
    public void There_and_back_is_identity()
    {
        using var bench = new ActionBench();
        var there = bench.Make("nat egress 10.9.0.0/24 192.0.2.0");
        var back = bench.Make("nat egress 192.0.2.0/24 10.9.0.0");
        Property.Holds(TestPacket.Generate(200).Select(p => p with { Tags = 0, V6 = false }), packet =>
        {
            var bytes = Checksummed(packet);

            bench.Run(back, bench.Run(there, bytes)).ShouldBe(bytes);
        });
    }

    [Fact]
    [Trait("rule", "NAT-01")]
    public void Other_addresses_pass_as_they_are()
    {
        using var bench = new ActionBench();
        var bytes = Checksummed(Everyday[0]);

        bench.Run("nat egress 10.9.1.0/24 192.0.2.0", bytes).ShouldBe(bytes);
        bench.Run("nat egress 10.9.0.2 192.0.2.0", bytes).ShouldBe(bytes);
    }

    [Fact]
    [Trait("rule", "NAT-02")]
    public void UDP_without_a_checksum_gets_none()
    {
        using var bench = new ActionBench();
        var packet = Everyday[1];

        TestPacket.Get16(bench.Run("nat egress 10.9.0.0/24 192.0.2.0", packet.ToBytes()), packet.Transport + 6).ShouldBe(0);
    }

    [Fact]
    [Trait("rule", "NAT-02")]
    public void A_sum_left_to_the_device_follows_the_address()
    {
        using var bench = new ActionBench();
        var packet = new TestPacket();
        var skb = packet.ToSkb(bench.Pool);

        bench.Run(bench.Make("nat egress 10.9.0.0/24 192.0.2.0"), skb);

        var result = skb.Frame.ToArray();
        var sum = SlowChecksum.Transport(packet.Addresses(result), IpProtocol.Tcp, new byte[packet.Length - packet.Transport]);
        TestPacket.Get16(result, packet.Transport + 16).ShouldBe(sum);
        skb.IpSummed.ShouldBe(IpSummed.Partial);
        skb.Free(DropReason.Consumed);
    }

    [Theory]
    [Trait("rule", "NAT-03")]
    [InlineData(19, false)]
    [InlineData(39, false)]
    [InlineData(40, true)]
    public void What_is_cut_short_is_shot(int length, bool passes)
    {
        using var bench = new ActionBench();
        var action = bench.Make("nat egress 10.9.0.0/24 192.0.2.0 pipe");

        bench.Run(action, Checksummed(Everyday[0])[..(14 + length)]);

        bench.Last.ShouldBe(passes ? (TcVerdict.Pipe, DropReason.Consumed) : (TcVerdict.Shot, DropReason.Malformed));
        action.Stats.Drops.ShouldBe(passes ? 0 : 1);
    }

    [Fact]
    [Trait("rule", "NAT-03")]
    public void Later_fragments_have_no_ports_to_repair()
    {
        using var bench = new ActionBench();
        var packet = Everyday[0];
        var bytes = Checksummed(packet);
        TestPacket.Put16(bytes, packet.Network + 6, 5);

        var result = bench.Run("nat egress 10.9.0.0/24 192.0.2.0", bytes);

        TestPacket.Get32(result, packet.Network + 12).ShouldBe(0xC0000201u);
        result[packet.Transport..].ShouldBe(bytes[packet.Transport..]);
    }

    [Fact]
    [Trait("rule", "NAT-02")]
    public void A_copy_keeps_its_bytes_and_without_a_buffer_the_frame_is_shot()
    {
        using var bench = new ActionBench();
        var bytes = Checksummed(Everyday[0]);
        var skb = bench.Frame(bytes);
        var copy = bench.Pool.Clone(skb)!;
        var action = bench.Make("nat egress 10.9.0.0/24 192.0.2.0");

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
    [Trait("rule", "NAT-03")]
    public void Random_bytes_never_lead_out_of_the_frame()
    {
        using var bench = new ActionBench();
        var action = bench.Make("nat egress 0.0.0.0/1 192.0.2.0");
        Property.Holds(Property.Bytes(90), random =>
        {
            var bytes = new byte[14 + random.Length];
            random.CopyTo(bytes, 14);
            if (random.Length > 10) bytes[14 + 9] = (byte)(random[0] % 3 == 0 ? 1 : random[0] % 3 == 1 ? 6 : 17);

            bench.Run(action, bytes, random.Length % 2 == 0).Length.ShouldBe(bytes.Length);
        }, 2000);
    }

    private static byte[] Checksummed(TestPacket packet)
    {
        var bytes = packet.ToBytes();
        var sum = (ushort)~SlowChecksum.Transport(packet.Addresses(bytes), packet.Udp ? IpProtocol.Udp : IpProtocol.Tcp, bytes.AsSpan(packet.Transport));
        TestPacket.Put16(bytes, packet.Transport + (packet.Udp ? 6 : 16), packet.Udp && sum == 0 ? ushort.MaxValue : sum);
        return bytes;
    }

    private static void ShouldBeRight(TestPacket packet, byte[] bytes)
    {
        SlowChecksum.Sum(bytes.AsSpan(packet.Network..packet.Transport)).ShouldBe(ushort.MaxValue);
        SlowChecksum.Transport(packet.Addresses(bytes), packet.Udp ? IpProtocol.Udp : IpProtocol.Tcp, bytes.AsSpan(packet.Transport)).ShouldBe(ushort.MaxValue);
    }
}
