using ActorNet.Core.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class HookCommandsTests
{
    [Fact]
    [Trait("rule", "HOOK-07")]
    public void Only_one_hook_qdisc_fits_a_device()
    {
        using var bench = new QdiscBench();
        bench.Refused("qdisc del dev va ingress").ShouldBe("Cannot find specified qdisc on specified device.");
        bench.Refused("qdisc change dev va ingress").ShouldBe("Qdisc not found. To create specify NLM_F_CREATE flag.");
        bench.Tc("qdisc add dev va ingress");

        bench.Refused("qdisc add dev va ingress").ShouldBe("Exclusivity flag on, cannot modify.");
        bench.Refused("qdisc add dev va clsact").ShouldBe("Exclusivity flag on, cannot modify.");
        bench.Refused("qdisc replace dev va clsact").ShouldBe("Invalid qdisc name: must match existing qdisc.");
        bench.Refused("qdisc del dev va clsact").ShouldBe("Invalid qdisc name: must match existing qdisc.");
        bench.Tc("qdisc change dev va ingress", "qdisc replace dev va ingress", "qdisc del dev va ingress", "qdisc add dev va clsact", "qdisc del dev va clsact");
        bench.Device.HookQdisc.ShouldBeNull();
    }

    [Fact]
    [Trait("rule", "HOOK-07")]
    public void Shows_handle_ffff_and_parent_ffff_fff1()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va ingress");
        bench.Tc("qdisc show dev va").ShouldEndWith("\nqdisc ingress ffff: parent ffff:fff1 ---------------- \n");
        bench.Tc("-j qdisc show dev va").ShouldEndWith(",{\"kind\":\"ingress\",\"handle\":\"ffff:\",\"parent\":\"ffff:fff1\",\"options\":{}}]\n");

        bench.Tc("qdisc del dev va ingress", "qdisc add dev va clsact");
        bench.Tc("qdisc show dev va").ShouldEndWith("\nqdisc clsact ffff: parent ffff:fff1 \n");
    }

    [Fact]
    [Trait("rule", "HOOK-07")]
    public void The_place_is_for_hook_qdiscs_and_they_are_for_the_place()
    {
        using var bench = new QdiscBench();

        bench.Refused("qdisc add dev va parent ffff:fff1 pfifo").ShouldBe("Specified parent ID is reserved for ingress and clsact Qdiscs.");
        Should.Throw<RtnlException>(() => QdiscCommands.Add(bench.Device, TcHandle.Root, 0, "clsact", null, bench.Lab.Now)).Errno.ShouldBe(Errno.EOPNOTSUPP);
        bench.Unreadable("qdisc add dev va ingress bla").ShouldBe("What is \"bla\"?\nUsage: ... ingress");
        bench.Unreadable("qdisc add dev va clsact handle 5:").ShouldBe("What is \"handle\"?\nUsage: ... clsact");
        bench.Tc("qdisc add dev va ingress handle ffff:");
    }

    [Fact]
    [Trait("rule", "HOOK-07")]
    public void Filters_die_with_their_hook()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va clsact", "filter add dev va ingress protocol all prio 1 matchall action drop");
        bench.Namespace.Actions.All.Count().ShouldBe(1);

        bench.Tc("qdisc del dev va clsact");

        bench.Namespace.Actions.All.ShouldBeEmpty();
        bench.Tc("qdisc add dev va clsact");
        bench.Tc("filter show dev va ingress").ShouldBe("");
    }

    [Fact]
    [Trait("rule", "HOOK-08")]
    public void Shared_block_lives_from_its_first_to_its_last_user()
    {
        // given two devices in one block
        using var bench = new QdiscBench();
        var vb = new SinkDevice("vb");
        bench.Namespace.Register(vb);
        bench.Tc("qdisc add dev va ingress_block 22 ingress", "qdisc add dev vb ingress_block 22 egress_block 23 clsact");
        bench.Device.HookQdisc!.Ingress.ShouldBeSameAs(vb.HookQdisc!.Ingress);
        vb.HookQdisc.Egress!.Index.ShouldBe(23u);

        // when filters are added by block
        bench.Tc("filter add block 22 protocol all prio 1 matchall action drop");
        bench.Refused("filter add dev va ingress protocol all prio 1 matchall action drop")
            .ShouldBe("This filter block is shared. Please use the block index to manipulate the filters.");
        bench.Refused("filter add block 24 protocol all prio 1 matchall action drop").ShouldBe("Block of given index was not found.");

        // then they outlive one user, not both
        bench.Tc("qdisc del dev va ingress");
        bench.Tc("filter show block 22").ShouldNotBeEmpty();
        bench.Namespace.Unregister(vb);
        bench.Namespace.Blocks.ShouldBeEmpty();
        bench.Namespace.Actions.All.ShouldBeEmpty();
    }

    [Fact]
    [Trait("rule", "HOOK-08")]
    public void Blocks_need_a_hook_that_has_the_direction()
    {
        using var bench = new QdiscBench();

        bench.Refused("qdisc add dev va root ingress_block 22 pfifo").ShouldBe("Ingress block sharing is not supported.");
        bench.Refused("qdisc add dev va root egress_block 22 pfifo").ShouldBe("Egress block sharing is not supported.");
        bench.Refused("qdisc add dev va egress_block 22 ingress").ShouldBe("Egress block sharing is not supported.");
        bench.Device.HookQdisc.ShouldBeNull();
        bench.Namespace.Blocks.ShouldBeEmpty();
    }
}
