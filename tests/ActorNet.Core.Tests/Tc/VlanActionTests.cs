using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Frames;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Property = ActorNet.Core.Tests.Frames.Property;

namespace ActorNet.Core.Tests.Tc;

public sealed class VlanActionTests
{
    private static Gen<(byte[] Bytes, bool AtIngress, int Tags)> Frames =>
        from length in Gen.Choose(60, 300)
        from seed in Gen.Choose(0, 1_000_000)
        from atIngress in Gen.Elements(true, false)
        from tags in Gen.Choose(1, 4)
        select (Untagged(Property.RandomBytes(length, seed)), atIngress, tags);

    [Fact]
    [Trait("rule", "VLA-01"), Trait("rule", "VLA-02")]
    public void What_is_pushed_is_popped_again_and_the_bytes_are_as_before()
    {
        using var bench = new ActionBench();
        Property.Holds(Frames, f =>
        {
            var skb = Arrived(bench, f.Bytes, f.AtIngress);
            for (var tag = 1; tag <= f.Tags; tag++) bench.Run(bench.Make($"vlan push id {tag} priority {tag}"), skb, f.AtIngress);
            (skb.VlanPresent, skb.VlanTci).ShouldBe((true, (ushort)((f.Tags << 13) | f.Tags)));
            skb.Frame.Length.ShouldBe(f.Bytes.Length + (4 * (f.Tags - 1)));

            for (var tag = f.Tags; tag >= 1; tag--)
            {
                (skb.VlanTci & 0xFFF).ShouldBe(tag);
                bench.Run(bench.Make("vlan pop"), skb, f.AtIngress);
            }

            skb.VlanPresent.ShouldBeFalse();
            skb.Frame.ToArray().ShouldBe(f.Bytes);
            (skb.Data - skb.MacHeader, skb.NetworkHeader - skb.MacHeader).ShouldBe((f.AtIngress ? 14 : 0, 14));
            skb.Free(DropReason.Consumed);
        });
    }

    [Fact]
    [Trait("rule", "VLA-01")]
    public void A_copy_of_the_frame_keeps_its_bytes()
    {
        using var bench = new ActionBench();
        var bytes = Untagged(Property.RandomBytes(100, 3));
        var skb = Arrived(bench, bytes, atIngress: true);
        var copy = bench.Pool.Clone(skb)!;

        bench.Run(bench.Make("vlan push id 1"), skb, atIngress: true);
        bench.Run(bench.Make("vlan push id 2"), skb, atIngress: true);
        bench.Run(bench.Make("vlan pop_eth"), copy, atIngress: true);
        bench.Run(bench.Make("vlan push_eth dst_mac 02:00:00:00:00:0a src_mac 02:00:00:00:00:0b"), copy, atIngress: true);

        skb.Frame[18..].ToArray().ShouldBe(bytes[14..]);
        Convert.ToHexString(copy.Frame[..14]).ShouldBe("02000000000A02000000000B88B5");
        copy.Frame[14..].ToArray().ShouldBe(bytes[14..]);
        copy.Free(DropReason.Consumed);
        skb.Free(DropReason.Consumed);
    }

    [Theory]
    [Trait("rule", "VLA-03")]
    [InlineData("vlan modify id 9", 0xA009, EtherType.Vlan)]
    [InlineData("vlan modify id 9 priority 0", 0x0009, EtherType.Vlan)]
    [InlineData("vlan modify id 0 priority 7 protocol 802.1ad", 0xE000, EtherType.VlanService)]
    public void A_tag_in_the_bytes_and_one_beside_them_change_alike(string words, int tci, int protocol)
    {
        using var bench = new ActionBench();
        var inBytes = bench.Frame(Convert.FromHexString("020000000002020000000001" + "8100A005" + "88B5" + new string('0', 84)));
        var beside = bench.Frame(Convert.FromHexString("020000000002020000000001" + "88B5" + new string('0', 84)));
        (beside.VlanPresent, beside.VlanProtocol, beside.VlanTci) = (true, EtherType.Vlan, 0xA005);

        foreach (var skb in new[] { inBytes, beside })
        {
            bench.Run(bench.Make(words), skb);

            (skb.VlanPresent, skb.VlanTci, skb.VlanProtocol, skb.Protocol).ShouldBe((true, (ushort)tci, (ushort)protocol, (ushort)0x88B5));
            skb.Frame.Length.ShouldBe(56);
            skb.Free(DropReason.Consumed);
        }
    }

    [Theory]
    [Trait("rule", "VLA-04")]
    [InlineData("vlan push_eth dst_mac 02:00:00:00:00:0a src_mac 02:00:00:00:00:0b", false)]
    [InlineData("vlan pop_eth", true)]
    public void A_header_that_cannot_come_or_go_shoots_the_frame(string words, bool isTagged)
    {
        using var bench = new ActionBench();
        var action = bench.Make(words);
        var skb = Arrived(bench, Untagged(new byte[60]), atIngress: true);
        skb.VlanPresent = isTagged;

        bench.Run(action, skb, atIngress: true);

        (bench.Last.Verdict, action.Stats.Drops).ShouldBe((TcVerdict.Shot, 1));
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    [Trait("rule", "VLA-02")]
    public void A_tag_that_is_cut_short_shoots_the_frame()
    {
        using var bench = new ActionBench();
        var skb = bench.Frame(Convert.FromHexString("020000000002020000000001" + "8100A0"));
        skb.Protocol = EtherType.Vlan;

        bench.Run(bench.Make("vlan pop"), skb);

        bench.Last.Verdict.ShouldBe(TcVerdict.Shot);
        skb.Free(DropReason.Consumed);
    }

    private static byte[] Untagged(byte[] bytes)
    {
        TestPacket.Put16(bytes, 12, 0x88B5);
        return bytes;
    }

    private static SkBuff Arrived(ActionBench bench, byte[] bytes, bool atIngress)
    {
        var skb = bench.Frame(bytes);
        if (atIngress) skb.Pull(EthernetHeader.Size);
        return skb;
    }
}
