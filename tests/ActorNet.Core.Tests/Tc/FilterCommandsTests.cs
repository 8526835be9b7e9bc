using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Sequences of tc filter commands with the answers of Linux 6.18.</summary>
public sealed class FilterCommandsTests
{
    private const string Rule = "u32 match u32 0 0 flowid 1:1";

    [Theory]
    [Trait("rule", "HOOK-07")]
    [InlineData("dev va ingress", "Parent Qdisc doesn't exists.")]
    [InlineData("dev va parent ffff:", "Parent Qdisc doesn't exists.")]
    [InlineData("dev va parent 5:", "Parent Qdisc doesn't exists.")]
    [InlineData("dev va parent 1:", "Class doesn't support blocks.")]
    [InlineData("dev va parent 2:", "Qdisc not classful.")]
    [InlineData("dev va", "Class doesn't support blocks.")]
    [InlineData("block 24", "Block of given index was not found.")]
    public void Places_without_filters_are_refused(string place, string sentence)
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 1mbit burst 10k limit 10k", "qdisc add dev va parent 1:1 handle 2: pfifo");

        bench.Refused($"filter add {place} protocol all prio 1 {Rule}").ShouldBe(sentence);
        bench.Refused($"filter del {place}").ShouldBe(sentence);
        bench.Tc($"filter show {place}").ShouldBe("");
    }

    [Fact]
    [Trait("rule", "HOOK-07")]
    public void Clsact_knows_its_two_directions_and_ingress_takes_any_parent()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va clsact");
        bench.Refused($"filter add dev va parent ffff: protocol all prio 1 {Rule}").ShouldBe("Invalid argument");
        bench.Refused($"filter add dev va parent ffff:5 protocol all prio 1 {Rule}").ShouldBe("Specified class doesn't exist.");
        bench.Tc($"filter add dev va parent ffff:fff3 protocol all prio 1 {Rule}");
        bench.Device.HookQdisc!.Egress!.HasFilters.ShouldBeTrue();

        bench.Tc("qdisc del dev va clsact", "qdisc add dev va ingress", $"filter add dev va egress protocol all prio 11 {Rule}");
        bench.Device.HookQdisc.Ingress.HasFilters.ShouldBeTrue();
        bench.Tc("filter show dev va ingress").ShouldStartWith("filter egress protocol all pref 11 u32 chain 0 \n");
        bench.Tc("filter show dev va egress").ShouldStartWith("filter protocol all pref 11 u32 chain 0 \n");
        bench.Tc($"filter add dev va parent ffff: protocol all prio 12 {Rule}");
        bench.Tc("filter show dev va ingress").ShouldStartWith("filter parent ffff: protocol all pref 11 u32 chain 0 \n");
        bench.Tc("-j filter show dev va ingress").ShouldStartWith("[{\"parent\":\"ffff:\",\"protocol\":\"all\",\"pref\":11,");
    }

    [Fact]
    [Trait("rule", "FLT-02")]
    public void Automatic_preferences_count_down_behind_small_ones_of_the_user()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va clsact", $"filter add dev va ingress {Rule}", $"filter add dev va ingress protocol ip {Rule}",
            $"filter add dev va ingress prio 7 {Rule}", $"filter replace dev va ingress protocol all {Rule}");

        Prefs(bench).ShouldBe([(7u, 3), (49150u, 3), (49151u, 0x800), (49152u, 3)]);
        bench.Tc($"filter add dev va ingress prio 32768 {Rule}");
        bench.Refused($"filter add dev va ingress protocol all {Rule}").ShouldBe("Lowest ID from auto-alloc range already in use.");
    }

    [Fact]
    [Trait("rule", "FLT-01")]
    public void A_preference_keeps_its_protocol_and_kind()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va clsact", $"filter add dev va ingress protocol all prio 5 {Rule}");

        bench.Refused($"filter add dev va ingress protocol ip prio 5 {Rule}").ShouldBe("Protocol mismatch for filter with specified priority.");
        bench.Refused("filter add dev va ingress protocol ip prio 5 matchall action ok").ShouldBe("Protocol mismatch for filter with specified priority.");
        bench.Refused("filter add dev va ingress protocol all prio 5 matchall action ok").ShouldBe("Specified filter kind does not match existing one.");
        bench.Refused("filter del dev va ingress protocol ip prio 5").ShouldBe("Protocol mismatch for filter with specified priority.");
        bench.Refused("filter del dev va ingress prio 5 matchall").ShouldBe("Specified filter kind does not match existing one.");
        bench.Tc($"filter add dev va ingress protocol ip prio 5 chain 1 {Rule}");
    }

    [Fact]
    [Trait("rule", "FLT-01")]
    public void Change_needs_what_it_changes()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va clsact", $"filter add dev va ingress protocol all prio 7 {Rule}");
        const string sentence = "Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.";

        bench.Refused($"filter change dev va ingress protocol all prio 5 {Rule}").ShouldBe(sentence);
        bench.Refused($"filter change dev va ingress protocol all prio 7 {Rule}").ShouldBe(sentence);
        bench.Refused($"filter change dev va ingress protocol all prio 7 handle 800::809 {Rule}").ShouldBe(sentence);
        bench.Refused($"filter change dev va ingress protocol all {Rule}").ShouldBe("Invalid filter command with priority of zero.");
        bench.Tc("filter change dev va ingress protocol all prio 7 handle 800::800 u32 flowid 1:9");
        bench.Tc("filter show dev va ingress").ShouldContain("*flowid 1:9 ");
    }

    [Fact]
    [Trait("rule", "FLT-01")]
    public void Delete_tells_chains_preferences_and_handles_apart()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va clsact", "filter del dev va ingress");
        bench.Refused("filter del dev va ingress prio 4").ShouldBe("Cannot find specified filter chain.");
        bench.Tc($"filter add dev va ingress protocol all prio 7 {Rule}", $"filter add dev va ingress protocol all prio 7 chain 5 {Rule}");

        bench.Refused("filter del dev va ingress prio 4").ShouldBe("Filter with specified priority/protocol not found.");
        bench.Refused("filter del dev va ingress chain 6 prio 5").ShouldBe("Cannot find specified filter chain.");
        bench.Refused("filter del dev va ingress protocol ip").ShouldBe("Cannot flush filters with protocol, handle or kind set.");
        bench.Refused("filter del dev va ingress u32").ShouldBe("Cannot flush filters with protocol, handle or kind set.");
        bench.Refused("filter del dev va ingress handle 800::800").ShouldBe("Cannot flush filters with protocol, handle or kind set.");
        bench.Tc("filter del dev va ingress chain 5", "filter del dev va ingress chain 5");
        Prefs(bench).ShouldBe([(7u, 3)]);
    }

    [Fact]
    public void Missing_and_unknown_kinds_are_refused()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va clsact");

        bench.Refused("filter add dev va ingress").ShouldBe("Filter kind and protocol must be specified.");
        bench.Refused("filter add dev va ingress protocol all prio 5 bla").ShouldBe("TC classifier not found.");
        bench.Refused($"filter add dev va ingress protocol all chain 268435456 {Rule}").ShouldBe("Specified chain index exceeds upper limit.");
    }

    [Fact]
    public void Protocols_print_by_name_or_number()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va clsact", $"filter add dev va ingress protocol 0x88b5 prio 77 {Rule}", $"filter add dev va ingress protocol 802.1Q prio 78 {Rule}");

        bench.Tc("filter show dev va ingress").ShouldContain("filter protocol [34997] pref 77 u32 chain 0 \n");
        bench.Tc("filter show dev va ingress").ShouldContain("filter protocol 802.1Q pref 78 u32 chain 0 \n");
        bench.Tc("filter show dev va ingress protocol 802.1q").ShouldStartWith("filter pref 78 u32 chain 0 \n");
        bench.Tc("filter show dev va ingress protocol ip").ShouldBe("");
        ProtocolNames.TryParse("bla", out _).ShouldBeFalse();
    }

    private static (uint Pref, int Protocol)[] Prefs(QdiscBench bench) =>
        [.. bench.Device.HookQdisc!.Ingress.Find(0)!.Classifiers.Select(c => (c.Pref, (int)c.Protocol))];
}
