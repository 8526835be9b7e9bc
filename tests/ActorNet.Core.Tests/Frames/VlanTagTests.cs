using ActorNet.Core.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

public sealed class VlanTagTests : IDisposable
{
    private readonly SkBuffPool _pool = new();

    public void Dispose() => _pool.Outstanding.ShouldBe(0);

    [Fact]
    public void Untagging_moves_the_tag_into_the_metadata()
    {
        // given
        var skb = Received(new TestPacket { Tags = 1, PayloadLength = 20 });

        // when
        VlanTag.Untag(skb).ShouldBeTrue();

        // then
        (skb.VlanPresent, skb.VlanProtocol, skb.VlanTci).ShouldBe((true, EtherType.Vlan, (ushort)0x2005));
        skb.Protocol.ShouldBe(EtherType.IPv4);
        skb.MacLen.ShouldBe(14);
        skb.NetworkHeader.ShouldBe(skb.Data);
        skb.Frame.ToArray().ShouldBe(new TestPacket { PayloadLength = 20 }.ToRequestBytes());
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void Inserting_what_was_taken_out_gives_the_frame_back() =>
        Property.Holds(
            from packet in TestPacket.Generate(600)
            from shared in Gen.Elements(true, false)
            select (packet: packet with { Tags = Math.Max(1, packet.Tags) }, shared),
            x =>
            {
                // given
                var skb = Received(x.packet);
                var (before, start, headers, protocol) = (skb.Frame.ToArray(), skb.CsumStart, skb.HeaderLength, skb.Protocol);
                var clone = x.shared ? _pool.Clone(skb) : null;

                // when
                VlanTag.Untag(skb).ShouldBeTrue();
                skb.CsumStart.ShouldBe((ushort)(start - 4));
                skb.HeaderLength.ShouldBe((ushort)(headers - 4));
                skb.Push(14);
                VlanTag.Insert(skb, _pool).ShouldBeTrue();

                // then
                skb.Frame.ToArray().ShouldBe(before);
                (skb.CsumStart, skb.HeaderLength, skb.Protocol, skb.VlanPresent).ShouldBe((start, headers, protocol, false));
                skb.Data.ShouldBe(skb.MacHeader);
                clone?.Frame.ToArray().ShouldBe(before, "a clone is never altered");
                clone?.Free(DropReason.Consumed);
                skb.Free(DropReason.Consumed);
            });

    [Fact]
    public void The_second_of_two_tags_is_taken_by_a_second_untag()
    {
        // given
        var skb = Received(new TestPacket { Tags = 2, PayloadLength = 20 });

        // when
        VlanTag.Untag(skb).ShouldBeTrue();
        skb.Protocol.ShouldBe(EtherType.Vlan);
        skb.VlanPresent = false;
        VlanTag.Untag(skb).ShouldBeTrue();

        // then
        (skb.VlanTci, skb.Protocol).ShouldBe(((ushort)0x2006, EtherType.IPv4));
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void A_length_behind_the_tag_reads_as_802_2()
    {
        // given
        var skb = Received(new TestPacket { Tags = 1, PayloadLength = 20 });
        TestPacket.Get16(skb.Span, 2).ShouldBe(0x0800);
        skb.Span[2] = 0x00;
        skb.Span[3] = 0x40;

        // when
        VlanTag.Untag(skb).ShouldBeTrue();

        // then
        skb.Protocol.ShouldBe(EtherType.Ieee8022);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void A_frame_cut_inside_its_tag_is_refused_untouched()
    {
        for (var length = 0; length < 6; length++)
        {
            var skb = Received(new TestPacket { Tags = 1, PayloadLength = 20 });
            skb.Length = length;
            VlanTag.Untag(skb).ShouldBeFalse();
            (skb.Length, skb.VlanPresent, skb.Protocol).ShouldBe((length, false, EtherType.Vlan));
            skb.Free(DropReason.Malformed);
        }
    }

    [Fact]
    public void A_checksum_request_inside_the_tag_is_refused()
    {
        var skb = Received(new TestPacket { Tags = 1, PayloadLength = 20 });
        skb.CsumStart = 16;
        VlanTag.Untag(skb).ShouldBeFalse();
        skb.Free(DropReason.BadOffloadHeader);
    }

    [Fact]
    public void Without_a_buffer_for_the_copy_the_shared_frame_stays_as_it_is()
    {
        // given a pool whose last bytes are in use
        var pool = new SkBuffPool(64, SkBuffPool.LargeFrame + SkBuffPool.Headroom);
        var packet = new TestPacket { Tags = 1, PayloadLength = 20 };
        var skb = Received(packet, pool);
        var clone = pool.Clone(skb)!;
        var fillers = new SkBuffQueue();
        while (pool.Rent(60) is { } filler) fillers.Enqueue(filler);

        // then
        VlanTag.Untag(skb).ShouldBeFalse();
        skb.VlanPresent.ShouldBeFalse();
        skb.Frame.SequenceEqual(clone.Frame).ShouldBeTrue();
        fillers.Purge(DropReason.Consumed);
        skb.Free(DropReason.NoMemory);
        clone.Free(DropReason.Consumed);
        pool.Outstanding.ShouldBe(0);
    }

    [Fact]
    public void Inserting_without_a_tag_changes_nothing()
    {
        var skb = _pool.Rent(60)!;
        VlanTag.Insert(skb, _pool).ShouldBeTrue();
        skb.Length.ShouldBe(60);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void Inserting_without_an_ethernet_header_or_headroom_is_refused()
    {
        // given one frame behind its MAC header, one with all headroom used up
        var pulled = _pool.Rent(60)!;
        pulled.VlanPresent = true;
        pulled.Pull(14);
        var full = _pool.Rent(60)!;
        full.VlanPresent = true;
        full.Push(SkBuffPool.Headroom);
        full.SetMacHeaderHere();

        // then
        VlanTag.Insert(pulled, _pool).ShouldBeFalse();
        VlanTag.Insert(full, _pool).ShouldBeFalse();
        (full.VlanPresent, full.Data).ShouldBe((true, 0));
        pulled.Free(DropReason.Consumed);
        full.Free(DropReason.Consumed);
    }

    /// <summary>As the receive core has it when it looks for tags.</summary>
    private SkBuff Received(TestPacket packet, SkBuffPool? pool = null)
    {
        var skb = packet.ToPlainSkb(pool ?? _pool);
        skb.HeaderLength = (ushort)packet.PayloadOffset;
        skb.Pull(14);
        skb.NetworkHeader = skb.Data;
        return skb;
    }
}
