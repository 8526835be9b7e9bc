using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

public sealed class ActionTableTests
{
    [Fact]
    [Trait("rule", "MIR-23")]
    public void Filters_that_name_an_index_share_one_action()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol ip prio 1 u32 match u32 0 0 action mirred egress mirror dev va index 50",
            "filter add dev va egress protocol ip prio 2 u32 match u32 0 0 action mirred index 50",
            "filter add dev va egress protocol ip prio 3 u32 match u32 0 0 action mirred egress redirect dev va index 50");

        var action = (MirredAction)lab.A.Actions.All.ShouldHaveSingleItem();
        (action.Index, action.References, action.Binds, action.Redirect).ShouldBe((50u, 3, 3, false));
        lab.Tc(lab.A, "filter del dev va egress prio 1", "filter del dev va egress prio 2");
        (action.References, action.Binds).ShouldBe((1, 1));
        lab.Tc(lab.A, "filter del dev va egress");
        lab.A.Actions.All.ShouldBeEmpty();
    }

    [Fact]
    [Trait("rule", "MIR-23")]
    public void An_action_created_by_itself_outlives_its_filters_and_a_bound_one_is_not_deleted()
    {
        using var lab = new TcBench();
        var spec = new MirredSpec { Device = "va", Redirect = true, Control = new TcControl(TcVerdict.Stolen), Index = 9 };
        lab.A.Actions.Add(spec, lab.Lab.Now);
        Should.Throw<RtnlException>(() => lab.A.Actions.Add(spec, lab.Lab.Now)).Errno.ShouldBe(Errno.EEXIST);

        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol ip prio 1 matchall action mirred index 9");
        (lab.Action(lab.A, 9).References, lab.Action(lab.A, 9).Binds).ShouldBe((2, 1));
        Should.Throw<RtnlException>(() => lab.A.Actions.Delete("mirred", 9)).Sentence.ShouldBe("Failed to delete TC action.");
        lab.Tc(lab.A, "qdisc del dev va clsact");

        lab.Action(lab.A, 9).References.ShouldBe(1);
        lab.A.Actions.Delete("mirred", 9);
        Should.Throw<RtnlException>(() => lab.A.Actions.Delete("mirred", 9)).Errno.ShouldBe(Errno.ENOENT);
    }

    [Fact]
    [Trait("rule", "MIR-22")]
    public void Target_must_be_in_the_namespace_and_a_refused_list_leaves_nothing_behind()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact");

        var refusal = Should.Throw<RtnlException>(() =>
            lab.Tc(lab.A, "filter add dev va egress protocol all prio 1 matchall action pipe action mirred egress redirect dev vb"));

        (refusal.Errno, refusal.Sentence).ShouldBe((Errno.ENODEV, "Cannot find device \"vb\""));
        lab.A.Actions.All.ShouldBeEmpty();
        lab.Tc(lab.A, "filter show dev va egress").ShouldBe("");
        TcRunner.Refused(lab.A, "filter add dev va egress protocol all prio 1 matchall action mirred index 50").ShouldBe("act_mirred: Unknown mirred option.");
    }

    [Fact]
    [Trait("rule", "MIR-23")]
    public void Automatic_indexes_are_the_lowest_free_ones_of_their_kind()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol all prio 1 matchall action ok",
            "filter add dev va egress protocol all prio 2 matchall action mirred egress mirror dev va",
            "filter add dev va egress protocol all prio 3 matchall action ok",
            "filter del dev va egress prio 1",
            "filter add dev va egress protocol all prio 4 matchall action ok action ok");

        lab.A.Actions.All.Select(a => (a.Kind, a.Index)).ShouldBe([("gact", 1u), ("gact", 2u), ("gact", 3u), ("mirred", 1u)]);
    }
}
