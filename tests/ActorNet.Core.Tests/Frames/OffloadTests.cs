using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

public sealed class OffloadTests : IDisposable
{
    private const DeviceFeatures Tags = DeviceFeatures.HwVlanCtagTx;
    private const DeviceFeatures Everything = DeviceFeatures.HwCsum | DeviceFeatures.GsoSoftware | Tags;

    private readonly SkBuffPool _pool = new();
    private readonly SkBuffQueue _output = new();

    public void Dispose()
    {
        _output.Purge(DropReason.Consumed);
        _pool.Outstanding.ShouldBe(0);
    }

    [Theory]
    [InlineData(GsoType.None, DeviceFeatures.None, true)]
    [InlineData(GsoType.TcpV4, DeviceFeatures.Tso, true)]
    [InlineData(GsoType.TcpV4, DeviceFeatures.Tso6, false)]
    [InlineData(GsoType.TcpV6, DeviceFeatures.Tso6, true)]
    [InlineData(GsoType.TcpV6, DeviceFeatures.Tso, false)]
    [InlineData(GsoType.TcpV4 | GsoType.TcpEcn, DeviceFeatures.Tso, false)]
    [InlineData(GsoType.TcpV4 | GsoType.TcpEcn, DeviceFeatures.Tso | DeviceFeatures.TsoEcn, true)]
    [InlineData(GsoType.UdpL4, DeviceFeatures.AllTso, false)]
    [InlineData(GsoType.UdpL4, DeviceFeatures.GsoUdpL4, true)]
    public void A_super_frame_needs_every_feature_of_its_type(GsoType type, DeviceFeatures features, bool can) =>
        Offload.CanSegment(features, type).ShouldBe(can);

    [Theory]
    [InlineData(EtherType.IPv4, DeviceFeatures.IpCsum, true)]
    [InlineData(EtherType.IPv6, DeviceFeatures.IpCsum, false)]
    [InlineData(EtherType.IPv6, DeviceFeatures.Ipv6Csum, true)]
    [InlineData(EtherType.Arp, DeviceFeatures.HwCsum, true)]
    [InlineData(EtherType.Arp, DeviceFeatures.IpCsum | DeviceFeatures.Ipv6Csum, false)]
    public void Checksums_are_finished_for_the_protocols_of_the_feature(ushort protocol, DeviceFeatures features, bool can) =>
        Offload.CanChecksum(features, protocol).ShouldBe(can);

    [Fact]
    public void A_device_that_can_do_all_gets_the_frame_as_it_is()
    {
        // given
        var skb = Tagged(new TestPacket().ToSkb(_pool));

        // when
        Offload.IsNeeded(skb, Everything).ShouldBeFalse();
        Offload.Prepare(skb, Everything, _pool, _output).ShouldBeTrue();

        // then
        _output.Peek().ShouldBeSameAs(skb);
        (skb.IsGso, skb.VlanPresent, skb.IpSummed, skb.QdiscPktLen).ShouldBe((true, true, IpSummed.Partial, 5054 + (4 * 54)));
    }

    [Fact]
    public void Whatever_the_features_the_same_payload_leaves_and_nothing_is_left_to_do() =>
        Property.Holds(
            from packet in TestPacket.Generate()
            from mask in Gen.Choose(0, 63)
            from tagged in Gen.Elements(true, false)
            from shared in Gen.Elements(true, false)
            select (packet: packet with { Tags = 0 }, mask, tagged, shared),
            x =>
            {
                // given
                var features = FeaturesOf(x.mask);
                var skb = x.packet.Segments > 1 ? x.packet.ToSkb(_pool) : x.packet.ToPlainSkb(_pool);
                if (x.tagged) Tagged(skb);
                var clone = x.shared ? _pool.Clone(skb) : null;
                var before = clone?.Frame.ToArray();

                // when
                Offload.Prepare(skb, features, _pool, _output).ShouldBeTrue();

                // then
                clone?.Frame.ToArray().ShouldBe(before);
                clone?.Free(DropReason.Consumed);
                Verify(x.packet with { Tags = x.tagged && (features & Tags) == 0 ? 1 : 0 }, features);
                _pool.Outstanding.ShouldBe(0);
            },
            600);

    [Fact]
    public void A_super_frame_that_lies_is_dropped_with_its_reason()
    {
        // given
        var skb = new TestPacket().ToSkb(_pool);
        skb.Frame[17]++;

        // when
        Offload.Prepare(skb, DeviceFeatures.None, _pool, _output).ShouldBeFalse();

        // then
        _pool.Dropped(DropReason.BadOffloadHeader).ShouldBe(1);
        _output.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_frame_for_whose_segments_no_buffer_is_left_is_one_drop()
    {
        // given
        var pool = new SkBuffPool(64, SkBuffPool.LargeFrame + SkBuffPool.Headroom + (3 * 2048));
        var skb = new TestPacket().ToSkb(pool);

        // when
        Offload.Prepare(skb, DeviceFeatures.None, pool, _output).ShouldBeFalse();

        // then
        pool.Dropped(DropReason.NoMemory).ShouldBe(1);
        pool.Outstanding.ShouldBe(0);
    }

    [Fact]
    public void A_service_tag_needs_the_feature_of_service_tags()
    {
        var skb = Tagged(new TestPacket { PayloadLength = 40 }.ToPlainSkb(_pool));
        skb.VlanProtocol = EtherType.VlanService;
        Offload.IsNeeded(skb, Everything).ShouldBeTrue();
        Offload.IsNeeded(skb, Everything | DeviceFeatures.HwVlanStagTx).ShouldBeFalse();
        skb.Free(DropReason.Consumed);
    }

    private static SkBuff Tagged(SkBuff skb)
    {
        (skb.VlanPresent, skb.VlanProtocol, skb.VlanTci) = (true, EtherType.Vlan, 0x2005);
        return skb;
    }

    private static DeviceFeatures FeaturesOf(int mask)
    {
        DeviceFeatures[] all = [Tags, DeviceFeatures.HwCsum, DeviceFeatures.IpCsum, DeviceFeatures.Tso, DeviceFeatures.Tso6, DeviceFeatures.GsoUdpL4];
        return all.Where((_, i) => (mask & (1 << i)) != 0).Aggregate(DeviceFeatures.None, (a, b) => a | b);
    }

    /// <summary>Checks what came out and gives it back.</summary>
    private void Verify(TestPacket packet, DeviceFeatures features)
    {
        var frames = new List<byte[]>();
        var whole = false;
        while (_output.Dequeue() is { } skb)
        {
            Offload.IsNeeded(skb, features).ShouldBeFalse();
            skb.QdiscPktLen.ShouldBe(Gso.QdiscPktLen(skb));
            whole |= skb.IsGso || skb.IpSummed == IpSummed.Partial;
            frames.Add(skb.Frame.ToArray());
            skb.Free(DropReason.Consumed);
        }

        if (whole) frames.ShouldHaveSingleItem().ShouldBe(packet.ToRequestBytes());
        else if (packet.Segments > 1) SegmentModel.Verify(packet, packet.ToRequestBytes(), frames);
        else SlowChecksum.Transport(packet.Addresses(frames.ShouldHaveSingleItem()), packet.Protocol, frames[0].AsSpan(packet.Transport)).ShouldBe((ushort)0xFFFF);
    }
}
