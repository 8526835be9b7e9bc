using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>What pedit does to a frame. The same was seen on Linux 6.1 (scenarios act-pedit-*).</summary>
public sealed class PeditTests
{
    /// <summary>14 bytes of MAC header and the numbers from 0x20 on.</summary>
    private static byte[] Counting(ushort type = 0x88B5)
    {
        var bytes = new byte[60];
        for (var i = 14; i < bytes.Length; i++) bytes[i] = (byte)(0x20 + i - 14);
        (bytes[12], bytes[13]) = ((byte)(type >> 8), (byte)type);
        return bytes;
    }

    [Theory]
    [Trait("rule", "PED-01")]
    [InlineData("munge offset 0 u8 set 0x11", 14, "11212223")]
    [InlineData("munge offset 1 u16 set 0x2233", 14, "20223323")]
    [InlineData("munge offset 4 u32 set 0xdeadbeef", 18, "deadbeef")]
    [InlineData("munge offset 4 u32 invert", 18, "dbdad9d8")]
    [InlineData("munge offset 2 u16 clear", 14, "20210000")]
    [InlineData("munge offset 0 u32 set 0xffffffff retain 0x00ff00f0", 14, "20ff22f3")]
    [InlineData("munge offset 0 u32 preserve", 14, "20212223")]
    [InlineData("munge offset -2 u16 set 0x9000", 12, "90002021")]
    public void Words_are_set_from_the_network_header_on(string words, int at, string expected)
    {
        using var bench = new ActionBench();

        var egress = bench.Run("pedit " + words, Counting());
        var ingress = bench.Run("pedit " + words, Counting(), atIngress: true);

        Convert.ToHexString(egress, at, 4).ShouldBe(expected, StringCompareShould.IgnoreCase);
        ingress.ShouldBe(egress);
    }

    [Fact]
    [Trait("rule", "PED-02")]
    public void A_carry_goes_to_the_byte_behind_and_not_out_of_the_field()
    {
        using var bench = new ActionBench();
        var bytes = Counting();
        (bytes[14], bytes[15], bytes[16]) = (0xFF, 0xFF, 0x07);

        bench.Run("pedit ex munge offset 0 u16 add 0x0100", bytes)[14..18].ShouldBe([0x00, 0x00, 0x07, 0x23]);
        bench.Run("pedit ex munge offset 0 u8 add 1", bytes)[14..18].ShouldBe([0x00, 0xFF, 0x07, 0x23]);
        bench.Run("pedit ex munge ip ttl decrement", bytes)[22].ShouldBe((byte)0x27);
    }

    [Theory]
    [Trait("rule", "PED-05")]
    [InlineData("at 0 0x0c 0", true, 26)]
    [InlineData("at 0 f0 2", true, 30)]
    [InlineData("at 0 0xff 1", false, 0)]
    [InlineData("at 46 0xff 0", false, 0)]
    [InlineData("at 4294967295 0xf0 4", false, 0)]
    public void A_byte_of_the_frame_moves_the_word(string at, bool applies, int changed)
    {
        using var bench = new ActionBench();
        var bytes = Counting();
        bytes[14] = 0x24;
        var action = bench.Make($"pedit munge offset 8 u8 {at} set 0xee");

        var result = bench.Run(action, bytes);

        action.Stats.Overlimits.ShouldBe(applies ? 0 : 1);
        Enumerable.Range(0, bytes.Length).Where(i => bytes[i] != result[i]).ShouldBe(applies ? [changed] : []);
    }

    [Theory]
    [Trait("rule", "PED-04")]
    [InlineData("6.18", 1)]
    [InlineData("6.1", 0)]
    public void A_key_beyond_the_frame_ends_the_list_and_the_verdict_stands(string kernel, int overlimits)
    {
        using var bench = new ActionBench(KernelProfile.Find(kernel));
        var action = bench.Make("pedit munge offset 0 u8 set 1 munge offset 44 u8 set 2 munge offset 1 u8 set 3 pipe");

        var result = bench.Run(action, Counting());

        result[14..18].ShouldBe([1, 0x21, 0x22, 0x23]);
        bench.Last.Verdict.ShouldBe(TcVerdict.Pipe);
        (action.Stats.Packets, action.Stats.Drops, action.Stats.Overlimits).ShouldBe((1, 0, overlimits));
    }

    [Fact]
    [Trait("rule", "PED-04")]
    public void Drop_counts_no_drop_of_the_action()
    {
        using var bench = new ActionBench();
        var action = bench.Make("pedit munge offset 0 u8 set 1 drop");

        bench.Run(action, Counting());

        (bench.Last.Verdict, action.Stats.Drops).ShouldBe((TcVerdict.Shot, 0));
    }

    [Fact]
    [Trait("rule", "PED-03")]
    public void There_is_no_port_where_there_is_no_IP()
    {
        using var bench = new ActionBench();
        var action = bench.Make("pedit ex munge udp dport set 53");

        bench.Run(action, Counting()).ShouldBe(Counting());

        action.Stats.Overlimits.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "PED-01")]
    public void A_copy_keeps_its_bytes()
    {
        using var bench = new ActionBench();
        var skb = bench.Frame(Counting());
        var copy = bench.Pool.Clone(skb)!;

        bench.Run(bench.Make("pedit munge offset 0 u32 set 0xdeadbeef"), skb);

        skb.Frame[14].ShouldBe((byte)0xDE);
        copy.Frame.ToArray().ShouldBe(Counting());
        skb.Free(DropReason.Consumed);
        copy.Free(DropReason.Consumed);
    }

    [Fact]
    [Trait("rule", "PED-01")]
    public void Without_a_buffer_for_a_copy_the_frame_passes_as_it_is()
    {
        using var bench = new ActionBench();
        var action = bench.Make("pedit munge offset 0 u32 set 0xdeadbeef pipe");

        bench.RunWithoutBuffers(action, Counting()).ShouldBe(Counting());

        bench.Last.Verdict.ShouldBe(TcVerdict.Pipe);
    }
}
