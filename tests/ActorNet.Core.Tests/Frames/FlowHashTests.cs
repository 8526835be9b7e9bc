using ActorNet.Core.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

public sealed class FlowHashTests : IDisposable
{
    private readonly SkBuffPool _pool = new();

    public void Dispose() => _pool.Outstanding.ShouldBe(0);

    [Fact]
    public void Frames_of_one_flow_hash_alike_whatever_they_carry()
    {
        var a = HashOf(new TestPacket { PayloadLength = 10, Sequence = 1, Id = 7 });
        var b = HashOf(new TestPacket { PayloadLength = 900, Sequence = 99, Id = 8, PayloadSeed = 5, TcpOptions = 3 });
        a.ShouldBe(b);
    }

    [Theory]
    [InlineData(26)] // IPv4 source
    [InlineData(33)] // IPv4 destination
    [InlineData(34)] // source port
    [InlineData(37)] // destination port
    [InlineData(23)] // protocol
    public void Each_part_of_the_five_tuple_matters(int offset)
    {
        var packet = new TestPacket { PayloadLength = 40 };
        HashOf(packet, b => b[offset] ^= 0x17).ShouldNotBe(HashOf(packet));
    }

    [Theory]
    [InlineData(22)]
    [InlineData(53)]
    [InlineData(54)]
    public void Each_part_of_the_ipv6_tuple_matters(int offset)
    {
        var packet = new TestPacket { V6 = true, PayloadLength = 40 };
        HashOf(packet, b => b[offset] ^= 0x17).ShouldNotBe(HashOf(packet));
    }

    [Fact]
    public void Fragments_of_one_datagram_stay_together()
    {
        // given a first fragment with ports and a later one that has payload in their place
        var packet = new TestPacket { Udp = true, PayloadLength = 40 };
        var first = HashOf(packet, b => TestPacket.Put16(b, 20, 0x2000));
        var later = HashOf(packet, b =>
        {
            TestPacket.Put16(b, 20, 0x2005);
            TestPacket.Put32(b, 34, 0xDEADBEEF);
        });

        // then
        later.ShouldBe(first);
    }

    [Fact]
    public void Other_protocols_hash_their_stations_and_type()
    {
        var packet = new TestPacket { PayloadLength = 40 };
        var arp = HashOf(packet, b => TestPacket.Put16(b, 12, EtherType.Arp));
        HashOf(packet, b => (b[12], b[13], b[30]) = (8, 6, 99)).ShouldBe(arp);
        HashOf(packet, b => (b[12], b[13], b[0]) = (8, 6, 4)).ShouldNotBe(arp);
        HashOf(packet, b => (b[12], b[13]) = (0x88, 0xB5)).ShouldNotBe(arp);
    }

    [Fact]
    public void The_same_frame_hashes_alike_before_and_behind_its_mac_header()
    {
        var skb = new TestPacket().ToSkb(_pool);
        var hash = FlowHash.Of(skb, 1);
        skb.Pull(14);
        FlowHash.Of(skb, 1).ShouldBe(hash);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void The_seed_changes_the_hash()
    {
        var skb = new TestPacket().ToSkb(_pool);
        FlowHash.Of(skb, 1).ShouldNotBe(FlowHash.Of(skb, 2));
        FlowHash.Of(skb, 1).ShouldBe(FlowHash.Of(skb, 1));
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void Many_flows_spread_evenly_over_queues()
    {
        // given 4096 flows that differ in one port, as one client makes them
        var counts = new int[8];
        for (var port = 0; port < 4096; port++)
        {
            var hash = HashOf(new TestPacket { Udp = true, PayloadLength = 18 }, b => TestPacket.Put16(b, 34, port));
            counts[(int)(((ulong)hash * 8) >> 32)]++;
        }

        // then no queue has much more or less than its 512
        counts.Min().ShouldBeGreaterThan(400);
        counts.Max().ShouldBeLessThan(620);
    }

    [Fact]
    public void No_bytes_whatsoever_make_it_fail_or_answer_zero() =>
        Property.Holds(Property.Bytes(120), bytes =>
        {
            var skb = _pool.Rent(bytes.Length)!;
            bytes.CopyTo(skb.Span);
            FlowHash.Of(skb, 3).ShouldNotBe(0u);
            skb.Free(DropReason.Consumed);
        });

    [Theory]
    [InlineData(0, 883884293u)]
    [InlineData(1, 9867376u)]
    [InlineData(1, 265345183u)]
    [InlineData(2, 718864535u)]
    public void A_hash_that_comes_out_as_zero_is_moved_to_one(int length, uint seed)
    {
        // given seeds found by trying all of them
        var skb = _pool.Rent(length)!;
        FlowHash.Of(skb, seed).ShouldBe(1u);
        skb.Free(DropReason.Consumed);
    }

    private uint HashOf(TestPacket packet, Action<byte[]>? edit = null)
    {
        var bytes = packet.ToBytes();
        edit?.Invoke(bytes);
        var skb = _pool.Rent(bytes.Length)!;
        bytes.CopyTo(skb.Span);
        var hash = FlowHash.Of(skb, 42);
        skb.Free(DropReason.Consumed);
        return hash;
    }
}
