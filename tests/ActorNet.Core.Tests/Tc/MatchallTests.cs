using ActorNet.Core.Tests.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Answers observed on Linux 6.1.</summary>
public sealed class MatchallTests
{
    [Fact]
    [Trait("rule", "MALL-01")]
    public void One_filter_a_preference_and_no_change()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 matchall action ok");

        TcRunner.Refused(lab.A, "filter add dev va egress protocol all prio 1 matchall action ok").ShouldBe("File exists");
        TcRunner.Refused(lab.A, "filter change dev va egress protocol all prio 1 matchall action drop")
            .ShouldBe("Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.");
        TcRunner.Refused(lab.A, "filter change dev va egress protocol all prio 1 handle 1 matchall action drop").ShouldBe("File exists");
        TcRunner.Refused(lab.A, "filter replace dev va egress protocol all prio 1 matchall action drop").ShouldBe("File exists");
        TcRunner.Refused(lab.A, "filter add dev va egress protocol all prio 2 matchall").ShouldBe("Invalid argument");
        lab.A.Actions.All.Count().ShouldBe(1);
        lab.Passes(new byte[40]).ShouldBeTrue();
    }

    [Fact]
    [Trait("rule", "MALL-01")]
    public void Handle_is_1_unless_given()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 matchall action ok",
            "filter add dev va egress protocol all prio 2 handle 0x15 matchall action ok", "filter add dev va egress protocol all prio 3 handle zz matchall action ok");

        TcRunner.Refused(lab.A, "filter del dev va egress prio 1 handle 7 matchall").ShouldBe("Specified filter handle not found.");
        lab.Tc(lab.A, "filter del dev va egress prio 1 handle 1 matchall", "filter del dev va egress prio 2 handle 21 matchall");

        lab.Tc(lab.A, "filter show dev va egress").ShouldContain("pref 3 matchall chain 0 handle 0x1 ");
        lab.A.Actions.All.Count().ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "MALL-01")]
    public void Skip_sw_asks_for_hardware_and_there_is_none()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact");

        TcRunner.Refused(lab.A, "filter add dev va egress protocol all prio 1 matchall skip_sw action drop").ShouldBe("Operation not supported");

        lab.Va.HookQdisc!.Egress!.HasFilters.ShouldBeFalse();
        lab.A.Actions.All.ShouldBeEmpty();
    }

    [Fact]
    public void Shows_itself_as_tc_does()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 matchall skip_hw action pipe action goto chain 5",
            "filter add dev va egress protocol all prio 2 matchall classid 1:5");

        lab.Tc(lab.A, "filter show dev va egress").ShouldBe("""
            filter protocol all pref 1 matchall chain 0 
            filter protocol all pref 1 matchall chain 0 handle 0x1 
              skip_hw
              not_in_hw
            	action order 1: gact action pipe
            	 random type none pass val 0
            	 index 1 ref 1 bind 1

            	action order 2: gact action goto chain 5
            	 random type none pass val 0
            	 index 2 ref 1 bind 1

            filter protocol all pref 2 matchall chain 0 
            filter protocol all pref 2 matchall chain 0 handle 0x1 flowid 1:5 
              not_in_hw

            """.ReplaceLineEndings("\n"));
        lab.Tc(lab.A, "-j filter show dev va egress").ShouldBe("[{\"protocol\":\"all\",\"pref\":1,\"kind\":\"matchall\",\"chain\":0},"
            + "{\"protocol\":\"all\",\"pref\":1,\"kind\":\"matchall\",\"chain\":0,\"options\":{\"handle\":1,\"skip_hw\":true,\"not_in_hw\":true,\"actions\":["
            + "{\"order\":1,\"kind\":\"gact\",\"control_action\":{\"type\":\"pipe\"},\"prob\":{\"random_type\":\"none\",\"control_action\":{\"type\":\"pass\"},\"val\":0},"
            + "\"index\":1,\"ref\":1,\"bind\":1},{\"order\":2,\"kind\":\"gact\",\"control_action\":{\"type\":\"goto\",\"chain\":5},"
            + "\"prob\":{\"random_type\":\"none\",\"control_action\":{\"type\":\"pass\"},\"val\":0},\"index\":2,\"ref\":1,\"bind\":1}]}},"
            + "{\"protocol\":\"all\",\"pref\":2,\"kind\":\"matchall\",\"chain\":0},"
            + "{\"protocol\":\"all\",\"pref\":2,\"kind\":\"matchall\",\"chain\":0,\"options\":{\"handle\":1,\"flowid\":\"1:5\",\"not_in_hw\":true}}]\n");
    }

    [Fact]
    public void Statistics_show_hits_ages_and_counters()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 matchall action drop");
        lab.Lab.Advance(2_200_000_000);
        lab.X(2, 100);
        lab.Lab.Advance(1_200_000_000);

        lab.Tc(lab.A, "-s filter show dev va egress prio 1").ShouldBe("""
            filter protocol all matchall chain 0 
            filter protocol all matchall chain 0 handle 0x1 
              not_in_hw (rule hit 2)
            	action order 1: gact action drop
            	 random type none pass val 0
            	 index 1 ref 1 bind 1 installed 3 sec used 1 sec firstused 1 sec
            	Action statistics:
            	Sent 200 bytes 2 pkt (dropped 2, overlimits 0 requeues 0) 
            	backlog 0b 0p requeues 0


            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Unknown_word_shows_the_usage()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact");

        TcRunner.Unreadable(lab.A, "filter add dev va egress protocol all prio 12 matchall bla")
            .ShouldStartWith("What is \"bla\"?\nUsage: ... matchall [skip_sw | skip_hw]\n                 [ action ACTION_SPEC ] [ classid CLASSID ]\n");
    }
}
