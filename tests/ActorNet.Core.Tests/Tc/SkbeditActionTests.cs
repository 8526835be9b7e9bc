using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Property = ActorNet.Core.Tests.Frames.Property;

namespace ActorNet.Core.Tests.Tc;

public sealed class SkbeditActionTests
{
    [Fact]
    [Trait("rule", "SKB-01")]
    public void Bits_of_the_mark_outside_the_mask_stay()
    {
        using var bench = new ActionBench();
        var values =
            from old in Gen.Choose(int.MinValue, int.MaxValue)
            from mark in Gen.Choose(int.MinValue, int.MaxValue)
            from mask in Gen.Choose(int.MinValue, int.MaxValue)
            select ((uint)old, (uint)mark, (uint)mask);
        Property.Holds(values, v =>
        {
            var (old, mark, mask) = v;
            var skb = bench.Frame(new byte[60]);
            skb.Mark = old;

            bench.Run(bench.Make($"skbedit mark {mark}/0x{mask:x}"), skb);

            for (var bit = 0; bit < 32; bit++) ((skb.Mark >> bit) & 1).ShouldBe((((mask >> bit) & 1) == 1 ? mark >> bit : old >> bit) & 1);
            skb.Free(DropReason.Consumed);
        });
    }

    [Fact]
    [Trait("rule", "SKB-01")]
    public void Fields_that_are_not_named_stay()
    {
        using var bench = new ActionBench();
        var skb = bench.Frame(new byte[60]);
        (skb.Mark, skb.Priority, skb.PacketType, skb.QueueMapping) = (7, 8, PacketType.Multicast, 9);

        bench.Run(bench.Make("skbedit priority 1:2"), skb);

        (skb.Mark, skb.Priority, skb.PacketType, skb.QueueMapping).ShouldBe((7u, 0x1_0002u, PacketType.Multicast, (ushort)9));
        skb.Free(DropReason.Consumed);
    }

    [Theory]
    [Trait("rule", "SKB-02")]
    [InlineData(0, 0)]
    [InlineData(1, 9)]
    [InlineData(65535, 9)]
    public void A_queue_that_the_device_does_not_have_is_no_choice(int queue, int mapping)
    {
        using var bench = new ActionBench();
        var skb = bench.Frame(new byte[60]);
        skb.QueueMapping = 9;

        bench.Run(bench.Make($"skbedit queue_mapping {queue}"), skb);

        (skb.QueueMapping, bench.Last.Verdict).ShouldBe(((ushort)mapping, TcVerdict.Pipe));
        skb.Free(DropReason.Consumed);
    }

    [Theory]
    [Trait("rule", "SKB-03")]
    [InlineData(EtherType.IPv4, 34, 46)]
    [InlineData(EtherType.IPv6, 54, 46)]
    [InlineData(EtherType.Arp, 34, 5)]
    public void The_priority_is_read_in_the_header(int type, int length, uint priority)
    {
        using var bench = new ActionBench();

        var skb = Tagged((ushort)type, length, bench);
        bench.Run(bench.Make("skbedit inheritdsfield"), skb);

        skb.Priority.ShouldBe(priority);
        skb.Free(DropReason.Consumed);
    }

    [Theory]
    [Trait("rule", "SKB-03")]
    [InlineData(EtherType.IPv4, 33)]
    [InlineData(EtherType.IPv6, 53)]
    [InlineData(EtherType.IPv4, 14)]
    public void A_header_cut_short_shoots_the_frame(int type, int length)
    {
        using var bench = new ActionBench();
        var action = bench.Make("skbedit inheritdsfield");

        var skb = Tagged((ushort)type, length, bench);
        bench.Run(action, skb, atIngress: false);

        bench.Last.ShouldBe((TcVerdict.Shot, DropReason.Malformed));
        action.Stats.Drops.ShouldBe(1);
        skb.Free(DropReason.Consumed);
    }

    /// <summary>A frame with b8 as its DS field, priority 5 so far.</summary>
    private static SkBuff Tagged(ushort type, int length, ActionBench bench)
    {
        var bytes = new byte[length];
        TestPacket.Put16(bytes, 12, type);
        if (length > 16) TestPacket.Put16(bytes, 14, type == EtherType.IPv6 ? 0x6B80 : 0x45B8);
        var skb = bench.Frame(bytes);
        skb.Priority = 5;
        return skb;
    }
}
