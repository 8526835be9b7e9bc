using ActorNet.Core.Tests.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Hash tables of u32: how a frame finds its way, and who keeps a table alive.</summary>
public sealed class U32TableTests
{
    private const string Add = "filter add dev va egress protocol all prio 1 ";
    private static readonly byte[] Udp = [0x45, 0, 0, 60, 0, 0, 0, 0, 64, 17, 0, 0, 10, 9, 0, 1, 10, 9, 0, 2, 3, 232, 0, 9, .. new byte[36]];

    [Fact]
    [Trait("rule", "U32-05")]
    [Trait("rule", "U32-04")]
    public void The_hash_key_chooses_the_bucket()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", Add + "handle 1: u32 divisor 256", Add + "u32 ht 1:1: match u32 0 0 action drop",
            Add + "u32 ht 1:2: match u32 0 0 action ok", Add + "u32 match u32 0 0 link 1: hashkey mask 0x0000ff00 at 12");

        lab.Passes(Sender(1)).ShouldBeFalse();
        lab.Passes(Sender(2)).ShouldBeTrue();
        lab.Passes(Sender(3)).ShouldBeTrue();
        lab.Action(lab.A, 1, "gact").Stats.Packets.ShouldBe(1);
        lab.Action(lab.A, 2, "gact").Stats.Packets.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "U32-05")]
    [Trait("rule", "U32-04")]
    public void A_filter_decides_when_the_table_it_leads_to_does_not()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", Add + "handle 1: u32 divisor 1", Add + "u32 ht 1: match ip protocol 6 0xff action ok",
            Add + "u32 link 1: match u32 0 0 action drop");

        lab.Passes(Udp).ShouldBeFalse();

        byte[] tcp = [.. Udp];
        tcp[9] = 6;
        lab.Passes(tcp).ShouldBeTrue();
    }

    [Theory]
    [Trait("rule", "U32-05")]
    [Trait("rule", "U32-04")]
    [InlineData("offset at 0 mask 0x0f00 shift 6", "match udp dst 9 0xffff", true)]
    [InlineData("offset at 0 mask 0x0f00 shift 6", "match u16 9 0xffff at 2", false)]
    [InlineData("offset at 0 mask 0x0f00 shift 6 eat", "match u16 9 0xffff at 2", true)]
    [InlineData("offset plus 20", "match udp dst 9 0xffff", true)]
    [InlineData("offset plus 18", "match udp dst 9 0xffff", true)]
    [InlineData("offset plus 17", "match udp dst 9 0xffff", true)]
    [InlineData("offset plus 16", "match udp dst 9 0xffff", false)]
    [InlineData("offset plus 60 eat", "match u32 0 0", false)]
    [InlineData("offset plus 56 eat", "match u32 0 0", true)]
    [InlineData("", "match udp dst 9 0xffff", false)]
    public void Offsets_say_where_headers_begin_in_the_next_table(string offset, string match, bool hit)
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", Add + "handle 1: u32 divisor 1", Add + $"u32 ht 1: {match} action drop", Add + $"u32 link 1: match u32 0 0 {offset}");

        lab.Passes(Udp).ShouldBe(!hit);
    }

    [Fact]
    [Trait("rule", "U32-05")]
    [Trait("rule", "U32-04")]
    public void Eight_tables_are_entered_and_a_ninth_ends_the_walk()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact");
        for (var table = 1; table <= 9; table++) lab.Tc(lab.A, Add + $"handle {table}: u32 divisor 1");
        lab.Tc(lab.A, Add + "u32 link 1: match u32 0 0", Add + "u32 match u32 0 0 action drop");
        for (var table = 1; table <= 7; table++) lab.Tc(lab.A, Add + $"u32 ht {table}: link {table + 1}: match u32 0 0");

        lab.Passes(Udp).ShouldBeFalse("the walk came back from the eighth");
        lab.Tc(lab.A, Add + "u32 ht 8: link 9: match u32 0 0");
        lab.Passes(Udp).ShouldBeTrue("the whole preference gave up");
    }

    [Fact]
    [Trait("rule", "U32-02")]
    public void A_hash_key_beyond_the_frame_ends_the_preference()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", Add + "handle 1: u32 divisor 2", Add + "u32 link 1: hashkey mask 1 at 200 match u32 0 0",
            Add + "u32 match u32 0 0 action drop");

        lab.Passes(Udp).ShouldBeTrue();
        lab.Passes(new byte[204]).ShouldBeFalse();
    }

    [Fact]
    [Trait("rule", "U32-06")]
    [Trait("rule", "U32-04")]
    public void A_mark_is_looked_at_before_the_keys()
    {
        using var lab = new TcBench(KernelProfile.Linux61);
        lab.Tc(lab.A, "qdisc add dev va clsact", Add + "u32 match mark 0x5 0xf match u32 0 0 action drop");
        var marked = lab.Lab.Frame(100);
        marked.Mark = 0x15;
        lab.Va.SendFromSocket(marked);
        lab.Lab.Run();

        lab.Passes(Udp).ShouldBeTrue();

        lab.Action(lab.A, 1, "gact").Stats.Packets.ShouldBe(1);
        lab.Tc(lab.A, "-s filter show dev va egress").ShouldContain("mark 0x0005 0x000f (success 1)");
    }

    [Fact]
    [Trait("rule", "U32-04")]
    public void A_table_lives_while_something_leads_to_it()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", Add + "handle 1: u32 divisor 1", Add + "u32 ht 1: match u32 0 0 action drop", Add + "u32 link 1: match u32 0 0",
            Add + "u32 match u32 7 7 flowid 1:1");

        TcRunner.Refused(lab.A, "filter del dev va egress prio 1 handle 1: u32").ShouldBe("cls_u32: Can not delete in-use filter.");
        lab.Tc(lab.A, "filter change dev va egress protocol all prio 1 handle 800::800 u32 link 0:", "filter del dev va egress prio 1 handle 1: u32");

        lab.Tc(lab.A, "filter show dev va egress").ShouldNotContain("fh 1:");
        lab.A.Actions.All.ShouldBeEmpty("its filters went with it");
        lab.Passes(Udp).ShouldBeTrue();
    }

    [Fact]
    [Trait("rule", "U32-04")]
    public void A_refused_link_leaves_no_action_and_no_reference_behind()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", Add + "handle 1: u32 divisor 1", Add + "u32 match u32 0 0 flowid 1:1");

        TcRunner.Refused(lab.A, Add + "u32 link 9: match u32 0 0 action drop").ShouldBe("cls_u32: Link hash table not found.");
        TcRunner.Refused(lab.A, Add + "u32 link 1: match u32 0 0 indev nope action drop").ShouldBe("Network device not found.");

        lab.A.Actions.All.ShouldBeEmpty();
        lab.Tc(lab.A, "filter del dev va egress prio 1 handle 1: u32");
        lab.Tc(lab.A, "filter show dev va egress").ShouldContain("800::800");
    }

    private static byte[] Sender(byte number)
    {
        byte[] packet = [.. Udp];
        packet[14] = number;
        return packet;
    }
}
