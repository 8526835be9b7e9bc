using ActorNet.Core.Frames;
using ActorNet.Shell.Frames;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Shell.Tests.Frames;

public sealed class FrameBuilderTests
{
    [Fact]
    public void An_ethernet_frame_carries_its_number()
    {
        var frame = FrameBuilder.Build(new FrameSpec { Kind = FrameKind.Eth, Size = 20 }, sequence: 0x01020304);

        Convert.ToHexStringLower(frame).ShouldBe("020000000002" + "020000000001" + "88b5" + "01020304" + "0000");
    }

    [Fact]
    public void A_number_that_has_no_room_is_cut() =>
        Convert.ToHexStringLower(FrameBuilder.Build(new FrameSpec { Kind = FrameKind.Eth, Size = 16 }, sequence: 0x01020304)).ShouldEndWith("88b5" + "0102");

    [Fact]
    public void A_tag_stands_between_addresses_and_type() =>
        Convert.ToHexStringLower(FrameBuilder.Build(new FrameSpec { Kind = FrameKind.Eth, Size = 18, Vlan = 0x6005 }, 0)).ShouldBe("020000000002020000000001" + "81006005" + "88b5");

    [Fact]
    public void A_udp_datagram_has_both_checksums()
    {
        var frame = FrameBuilder.Build(new FrameSpec { Kind = FrameKind.Udp, Size = 46 }, sequence: 1);

        // IP: 4500 + 0020 + 0001 + 0000 + 4011 + 0a09 + 0001 + 0a09 + 0002 = 9947, complement 66b8.
        Convert.ToHexStringLower(frame.AsSpan(14, 20)).ShouldBe("45000020" + "00010000" + "401166b8" + "0a090001" + "0a090002");
        // UDP: pseudo 0a09 + 0001 + 0a09 + 0002 + 0011 + 000c, header 03e8 + 0009 + 000c, payload 0000 + 0001 summed and complemented.
        const int sum = 0x0a09 + 0x0001 + 0x0a09 + 0x0002 + 0x0011 + 0x000c + 0x03e8 + 0x0009 + 0x000c + 0x0000 + 0x0001;
        Convert.ToHexStringLower(frame.AsSpan(34)).ShouldBe("03e80009" + "000c" + (0xFFFF - sum).ToString("x4") + "00000001");
    }

    [Fact]
    public void An_arp_request_asks_for_the_receivers_address()
    {
        var spec = new FrameSpec { Kind = FrameKind.Arp, Size = 42, Destination = MacAddress.Broadcast };

        Convert.ToHexStringLower(FrameBuilder.Build(spec, 7)).ShouldBe(
            "ffffffffffff" + "020000000001" + "0806" + "0001" + "0800" + "06" + "04" + "0001" + "020000000001" + "0a090001" + "000000000000" + "0a090002");
    }

    [Fact]
    public void A_super_frame_leaves_its_checksum_to_the_device()
    {
        var spec = new FrameSpec { Kind = FrameKind.Tcp, Size = 3054, Gso = 1000 };
        var frame = FrameBuilder.Build(spec, 0);

        // Pseudo-header: 0a09 + 0001 + 0a09 + 0002 + 0006 + 0bcc (20 + 3000 bytes).
        Convert.ToHexStringLower(frame.AsSpan(50, 2)).ShouldBe((0x0a09 + 0x0001 + 0x0a09 + 0x0002 + 0x0006 + 3020).ToString("x4"));
        // Checksum wanted; TCPv4; headers 54; segments of 1000; sum from 34 on, field 16 behind.
        Convert.ToHexStringLower(FrameBuilder.Offload(spec)).ShouldBe("01" + "01" + "3600" + "e803" + "2200" + "1000");
    }

    [Fact]
    public void Every_frame_is_what_the_slow_way_makes()
    {
        var specs =
            from kind in Gen.Elements(FrameKind.Eth, FrameKind.Udp, FrameKind.Tcp, FrameKind.Icmp, FrameKind.Arp)
            from source in Gen.Choose(0, int.MaxValue)
            from destination in Gen.Choose(0, int.MaxValue)
            from ports in Gen.Choose(0, int.MaxValue)
            from addresses in Gen.Choose(0, int.MaxValue)
            from tag in Gen.Choose(-1, 0xFFFF)
            from size in Gen.Choose(60, 4000)
            from gso in Gen.Choose(-500, 1400)
            select new FrameSpec
            {
                Kind = kind,
                Source = new MacAddress((ulong)source * 77),
                Destination = new MacAddress((ulong)destination * 99),
                From = ((uint)addresses * 3, (ushort)ports),
                To = ((uint)addresses * 7, (ushort)(ports >> 15)),
                Vlan = tag < 0 ? null : (ushort)tag,
                Size = size,
                Gso = kind is FrameKind.Udp or FrameKind.Tcp && gso > 0 ? (ushort)gso : (ushort)0,
            };

        Prop.ForAll(specs.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (spec, sequence) =>
            FrameBuilder.Build(spec, (uint)sequence).AsSpan().SequenceEqual(SlowFrames.Build(spec, (uint)sequence))).QuickCheckThrowOnFailure();
    }
}
