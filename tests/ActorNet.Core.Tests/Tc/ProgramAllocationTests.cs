using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using ActorNet.Core.Tc.Basic;
using ActorNet.Core.Tc.Bpf;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Classifying a frame takes no memory.</summary>
public sealed class ProgramAllocationTests
{
    private const int Rounds = 2000;

    [Fact]
    public void Hash_tables_expressions_and_programs_take_no_memory_for_a_frame()
    {
        using var lab = new TcBench();
        const string add = "filter add dev va egress protocol all prio 1 ";
        lab.Tc(lab.A, "qdisc add dev va clsact", add + "handle 1: u32 divisor 16", add + "u32 ht 1: match u32 7 7 at nexthdr+4 action drop",
            add + "u32 link 1: offset at 0 mask 0x0f00 shift 6 hashkey mask 0xf at 12 match u32 0 0");
        var block = lab.Va.HookQdisc!.Egress!;
        var place = FilterPlace.On(lab.Va, Core.Sched.TcHandle.ClsactEgress);
        var tree = EmatchParser.Parse(new Core.Iproute2.ArgReader(
            ["not (cmp(u16 at 2 layer 2 eq 1) or nbyte(\"ab\" at 9)) and (meta(\"vb\" eq dev) or meta(random mask 1 gt 7) or u32(u8 1 1 at 3) or meta(protocol eq 1))", "end"]));
        FilterCommands.Add(place, new FilterRequest { Pref = 2, Protocol = EtherType.All }, "basic", new BasicOptions { Tree = tree });
        var program = BpfText.Parse("8,40 0 0 12,2 0 0 1,177 0 0 14,72 0 0 14,96 0 0 1,32 0 0 4294963252,32 0 0 4294963256,6 0 0 0");
        FilterCommands.Add(place, new FilterRequest { Pref = 3, Protocol = EtherType.All }, "bpf", new BpfOptions { Program = program });
        var skb = lab.Lab.Frame(100, 0x0800);
        (skb.Protocol, skb.Dev, skb.Span[14], skb.Span[23]) = (0x0800, lab.Va, 0x45, 17);
        for (var i = 0; i < Rounds; i++) Classify(lab, block, skb).ShouldBe(TcVerdict.Unspec);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++) Classify(lab, block, skb);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        skb.Free(DropReason.Consumed);
    }

    private static TcVerdict Classify(TcBench lab, TcfBlock block, SkBuff skb)
    {
        var context = new TcContext { Device = lab.Va, AtIngress = false, Now = Instant.Zero };
        return block.Classify(skb, ref context);
    }
}
