using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Answers observed on Linux 6.1.</summary>
public sealed class FwTests
{
    [Theory]
    [InlineData("handle 5 fw", 5, true)]
    [InlineData("handle 5 fw", 0x105, false)]
    [InlineData("handle 5/0xff fw", 0x105, true)]
    [InlineData("handle 0x105/0xff fw", 0x105, false)]
    [InlineData("handle 5 fw", 0, false)]
    public void The_bits_of_the_mark_that_count_must_be_the_handle(string filter, uint mark, bool hit)
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress prio 1 {filter} classid 1:7");

        Classify(lab, mark).ShouldBe(hit ? 0x10007u : 0);
    }

    [Fact]
    public void The_first_filter_sets_the_mask_for_all_of_its_preference()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress prio 1 handle 5/0xf fw classid 1:1");

        TcRunner.Refused(lab.A, "filter add dev va egress prio 1 handle 6 fw classid 1:1").ShouldBe("Invalid argument");
        TcRunner.Refused(lab.A, "filter add dev va egress prio 1 handle 6/0xff fw action drop").ShouldBe("Invalid argument");
        lab.Tc(lab.A, "filter add dev va egress prio 1 handle 6/0xf fw classid 1:2", "filter add dev va egress prio 2 handle 5/0xff fw classid 1:3");

        lab.A.Actions.All.ShouldBeEmpty();
        Classify(lab, 0x16).ShouldBe(0x10002u);
    }

    [Fact]
    [Trait("rule", "HTB-02")]
    public void Without_filters_the_mark_is_the_class_where_there_are_classes()
    {
        // given
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va root handle 1: prio", "filter add dev va parent 1: prio 1 fw");
        var block = ((ActorNet.Core.Sched.IFilteredQdisc)lab.Va.RootQdisc).FiltersOf(0)!;

        // when and then: a class of this discipline, a minor alone, a class of another one, no mark
        Classify(lab, 0x10002, block).ShouldBe(0x10002u);
        Classify(lab, 3, block).ShouldBe(3u);
        Classify(lab, 0x20002, block).ShouldBe(0u);
        Classify(lab, 0, block).ShouldBe(0u);

        // when there is a filter the old method is over, also when that filter is gone
        lab.Tc(lab.A, "filter add dev va parent 1: prio 1 handle 7 fw classid 1:1", "filter add dev va parent 1: prio 1 handle 8 fw classid 1:2",
            "filter del dev va parent 1: prio 1 handle 8 fw");
        Classify(lab, 0x10002, block).ShouldBe(0u);
        Classify(lab, 7, block).ShouldBe(0x10001u);
    }

    [Fact]
    public void A_listing_breaks_off_at_the_old_method()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress prio 1 fw", "filter add dev va egress prio 2 matchall action ok");

        TcRunner.Unreadable(lab.A, "filter show dev va egress").ShouldBe("Error: Buffer too small for object.\nDump terminated");
    }

    [Fact]
    public void Marks_cannot_be_classes_in_a_shared_block()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va ingress_block 22 ingress");

        TcRunner.Refused(lab.A, "filter add block 22 prio 1 fw").ShouldBe("Must specify mark when attaching fw filter to block.");
        lab.Tc(lab.A, "filter add block 22 prio 1 handle 5 fw classid 1:1");
    }

    [Fact]
    public void A_change_without_a_class_takes_the_class_away_and_keeps_the_device()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress prio 1 handle 12 fw indev va classid 1:4", "filter change dev va egress prio 1 handle 12 fw action drop");

        lab.Tc(lab.A, "filter show dev va egress").ShouldContain("fw chain 0 handle 0xc input dev va \n\n\taction order 1: gact action drop");
    }

    [Fact]
    public void Listed_in_JSON_it_reads_as_that_of_tc_which_is_none()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress prio 1 handle 5/0xf fw classid 1:1");

        lab.Tc(lab.A, "-j filter show dev va egress").ShouldContain("\"options\":{handle 0x5/0xf classid 1:1 }");
    }

    private static uint Classify(TcBench lab, uint mark, TcfBlock? block = null)
    {
        var frame = lab.Lab.Frame(60);
        frame.SetMacHeaderHere();
        frame.Mark = mark;
        var context = new TcContext { Device = lab.Va, AtIngress = false, Now = lab.Lab.Now };
        var verdict = (block ?? lab.Va.HookQdisc!.Egress!).Classify(frame, ref context);
        frame.Free(DropReason.Consumed);
        return verdict == TcVerdict.Unspec ? 0 : context.ClassId;
    }
}
