using ActorNet.Core.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>Sequences of tc commands with the answers of Linux 6.18.</summary>
public sealed class QdiscCommandsTests
{
    [Fact]
    [Trait("rule", "QD-07")]
    public void The_default_qdisc_is_not_a_users_to_delete_or_change()
    {
        using var bench = new QdiscBench();

        bench.Refused("qdisc del dev va root").ShouldBe("Cannot delete qdisc with handle of zero.");
        bench.Refused("qdisc change dev va root pfifo limit 3").ShouldBe("Qdisc not found. To create specify NLM_F_CREATE flag.");
        bench.Refused("qdisc change dev va root handle 1: pfifo limit 3").ShouldBe("Qdisc not found. To create specify NLM_F_CREATE flag.");
    }

    [Fact]
    [Trait("rule", "QD-10")]
    public void Add_over_a_qdisc_of_the_user_is_refused()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root pfifo");

        bench.Refused("qdisc add dev va root pfifo").ShouldBe("Exclusivity flag on, cannot modify.");
        bench.Refused("qdisc add dev va root handle 5: pfifo").ShouldBe("NLM_F_REPLACE needed to override.");
        bench.Refused("qdisc add dev va root handle 8001: pfifo").ShouldBe("Exclusivity flag on, cannot modify.");
        bench.Refused("qdisc add dev va root").ShouldBe("Exclusivity flag on, cannot modify.");
        bench.Root.Handle.ShouldBe(0x8001_0000u);
    }

    [Fact]
    [Trait("rule", "QD-10")]
    public void Without_handle_another_kind_takes_the_place_whatever_the_verb()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root pfifo limit 7", "qdisc add dev va root bfifo limit 7");
        bench.Tc("qdisc show dev va").ShouldBe("qdisc bfifo 8002: root refcnt 2 limit 7b\n");

        bench.Tc("qdisc change dev va root pfifo limit 8");

        bench.Tc("qdisc show dev va").ShouldBe("qdisc pfifo 8003: root refcnt 2 limit 8p\n");
    }

    [Fact]
    [Trait("rule", "QD-10")]
    public void With_its_handle_the_kind_must_stay()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: pfifo");

        bench.Refused("qdisc change dev va root handle 1: bfifo limit 6").ShouldBe("Invalid qdisc name: must match existing qdisc.");
        bench.Refused("qdisc replace dev va root handle 1: bfifo limit 6").ShouldBe("Invalid qdisc name: must match existing qdisc.");
        bench.Refused("qdisc change dev va root handle 9: pfifo limit 6").ShouldBe("NLM_F_REPLACE needed to override.");
        bench.Tc("qdisc replace dev va root handle 9: bfifo limit 6000");
        bench.Tc("qdisc show dev va").ShouldBe("qdisc bfifo 9: root refcnt 2 limit 6000b\n");
    }

    [Fact]
    public void Change_without_options_changes_nothing()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: pfifo limit 22");

        bench.Tc("qdisc change dev va root", "qdisc replace dev va root", "qdisc replace dev va root handle 1: pfifo");

        bench.Tc("qdisc show dev va").ShouldBe("qdisc pfifo 1: root refcnt 2 limit 22p\n");
    }

    [Fact]
    [Trait("rule", "QD-10")]
    public void Without_parent_the_handle_says_which()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: pfifo", "qdisc change dev va handle 1: pfifo limit 22");

        bench.Tc("qdisc show dev va").ShouldBe("qdisc pfifo 1: root refcnt 2 limit 22p\n");
        bench.Refused("qdisc change dev va handle 7: pfifo limit 22").ShouldBe("Specified qdisc not found.");
        bench.Refused("qdisc change dev va pfifo limit 22").ShouldBe("Handle cannot be zero.");
        bench.Refused("qdisc del dev va handle 1:").ShouldBe("Classid cannot be zero.");
        bench.Refused("qdisc del dev va handle 7:").ShouldBe("Failed to find qdisc with specified handle.");
    }

    [Fact]
    [Trait("rule", "QD-10")]
    public void Unknown_kind_is_refused()
    {
        using var bench = new QdiscBench();

        bench.Refused("qdisc add dev va root blah").ShouldBe("Specified qdisc kind is unknown.");
        bench.Refused("qdisc add dev va root").ShouldBe("Specified qdisc kind is unknown.");
        bench.Root.Kind.ShouldBe("pfifo_fast");
    }

    [Fact]
    [Trait("rule", "QD-10")]
    public void Delete_checks_handle_and_kind_and_restores_the_default()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 8: pfifo");

        bench.Refused("qdisc del dev va root handle 7:").ShouldBe("Invalid handle.");
        bench.Refused("qdisc del dev va root bfifo").ShouldBe("Invalid qdisc name: must match existing qdisc.");
        bench.Tc("qdisc del dev va root handle 8: pfifo");

        bench.Tc("qdisc show dev va").ShouldStartWith("qdisc pfifo_fast 0: root refcnt 2");
        bench.X(2, 100);
        bench.Device.Sent.Count.ShouldBe(2);
    }

    [Fact]
    [Trait("rule", "QD-07")]
    public void Deleting_the_root_of_a_device_that_is_down_leaves_noop_until_it_comes_up()
    {
        using var bench = new QdiscBench();
        bench.Namespace.CloseDevice(bench.Device);
        bench.Tc("qdisc add dev va root handle 1: pfifo", "qdisc del dev va root");

        bench.Root.Kind.ShouldBe("noop");
        bench.Namespace.OpenDevice(bench.Device);
        bench.Root.Kind.ShouldBe("pfifo_fast");
    }

    [Fact]
    public void A_qdisc_set_while_down_serves_after_the_device_came_up()
    {
        using var bench = new QdiscBench();
        bench.Namespace.CloseDevice(bench.Device);
        bench.Tc("qdisc add dev va root handle 1: pfifo limit 4");

        bench.Namespace.OpenDevice(bench.Device);
        bench.X(1, 100);

        bench.Q().ShouldStartWith("1/100");
        bench.Root.Kind.ShouldBe("pfifo");
    }

    [Fact]
    [Trait("rule", "QD-10")]
    public void Classless_and_missing_parents_are_told_apart()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: bfifo limit 1mb");

        bench.Refused("qdisc add dev va parent 1:1 handle 2: pfifo").ShouldBe("Parent qdisc is not classful.");
        bench.Refused("qdisc del dev va parent 1:1").ShouldBe("Parent qdisc is not classful.");
        bench.Refused("qdisc add dev va parent 3:1 handle 2: pfifo").ShouldBe("Failed to find specified qdisc.");
        bench.Refused("qdisc del dev va parent 3:1").ShouldBe("Failed to find qdisc with specified classid.");
    }

    [Fact]
    [Trait("rule", "TBF-08")]
    public void Children_of_a_shaper_follow_the_same_rules()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 1mbit burst 10k limit 10k");
        bench.Refused("qdisc del dev va parent 1:1").ShouldBe("Cannot delete qdisc with handle of zero.");
        bench.Tc("qdisc add dev va parent 1:1 handle 10: pfifo limit 3");
        bench.Refused("qdisc add dev va parent 1:2 handle 10: pfifo limit 3").ShouldBe("Exclusivity flag on, cannot modify.");
        bench.Tc("qdisc add dev va parent 1:1 bfifo limit 4000");

        bench.Tc("qdisc show dev va").ShouldBe("qdisc tbf 1: root refcnt 2 rate 1Mbit burst 10Kb limit 10Kb \nqdisc bfifo 8001: parent 1:1 limit 4000b\n"
            .Replace("limit 10Kb", "lat 0us", StringComparison.Ordinal));
        bench.Refused("qdisc replace dev va parent 1:1 handle 1: pfifo").ShouldBe("Cannot move an existing qdisc to a different parent.");
        bench.Refused("qdisc add dev va parent 1:1 handle 6: noqueue").ShouldBe("NLM_F_REPLACE needed to override.");
        bench.Refused("qdisc replace dev va parent 1:1 handle 6: noqueue").ShouldBe("Cannot assign noqueue to a class.");
        bench.Tc("qdisc del dev va parent 1:2");
        bench.Tc("qdisc show dev va").ShouldBe("qdisc tbf 1: root refcnt 2 rate 1Mbit burst 10Kb lat 0us \n");
    }

    [Fact]
    [Trait("rule", "TBF-08")]
    public void Deleting_an_inner_qdisc_deletes_what_hangs_below()
    {
        using var bench = new QdiscBench();
        bench.Tc(
            "qdisc add dev va root handle 1: tbf rate 2mbit burst 20k limit 30k",
            "qdisc add dev va parent 1:1 handle 5: tbf rate 2mbit burst 20k limit 30k",
            "qdisc add dev va parent 5:1 handle 6: pfifo limit 5");

        QdiscTree.Visible(bench.Device).Select(q => q.Handle >> 16).ShouldBe([1u, 6u, 5u], "in the order of the kernel's hash of handles");
        bench.Tc("qdisc del dev va parent 1:1");

        QdiscTree.Visible(bench.Device).Select(q => q.Handle >> 16).ShouldBe([1u]);
        bench.Refused("qdisc add dev va parent 5:1 handle 6: pfifo limit 5").ShouldBe("Failed to find specified qdisc.");
    }

    [Fact]
    [Trait("rule", "QD-07")]
    public void Automatic_handles_count_on_past_refused_commands_and_skip_used_ones()
    {
        using var bench = new QdiscBench();
        bench.Refused("qdisc add dev va root tbf rate 8kbit burst 1000 limit 3000 peakrate 8kbit mtu 1514");
        bench.Tc("qdisc add dev va root handle 8002: tbf rate 8kbit burst 1000 limit 3000");

        bench.Tc("qdisc add dev va parent 8002:1 pfifo");

        QdiscTree.Visible(bench.Device).Select(q => q.Handle >> 16).ShouldBe([0x8002u, 0x8003u]);
    }

    [Fact]
    [Trait("rule", "QD-09")]
    public void Noqueue_can_be_chosen_and_takes_no_options()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: noqueue");

        bench.Tc("qdisc show dev va").ShouldBe("qdisc noqueue 1: root refcnt 2 \n");
        bench.X(3, 100).ShouldBe(3);
        bench.Unreadable("qdisc add dev va root noqueue bla").ShouldBe("Unknown qdisc \"noqueue\", hence option \"bla\" is unparsable");
    }
}
