using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Generating;
using Shouldly;
using Xunit;

namespace ActorNet.Conformance.Tests.Harness;

public class ScriptGeneratorTests
{
    [Fact]
    public void The_same_seed_makes_the_same_scripts()
    {
        static string[] Texts(int seed) => [.. ScriptGenerator.Sample(ReferenceKernel.UserMode, seed, 20).Select(s => s.Script.Text)];
        Texts(5).ShouldBe(Texts(5));
        Texts(5).ShouldNotBe(Texts(6));
    }

    [Fact]
    public void Scripts_use_everything_that_is_to_be_compared()
    {
        var text = string.Join('\n', ScriptGenerator.Sample(ReferenceKernel.UserMode, 1, 400).Select(s => s.Script.Text));
        foreach (var word in (string[])[
            "type veth", "type ifb", "type dummy", "type bridge", " ingress", " clsact", "u32", "matchall", "redirect", "mirror", "reclassify", "goto chain", "actions add", "mirred index",
            "link del", " name ", " netns b", " down", "txqueuelen", "pfifo", "bfifo", "tbf", "count", "vlan", "arp", "udp", "sniff", "filter del", "qdisc del", "actions ls", "action drop"])
        {
            text.ShouldContain(word);
        }
    }

    [Fact]
    public void Scripts_keep_to_what_the_kernel_has()
    {
        var text = string.Join('\n', ScriptGenerator.Sample(ReferenceKernel.Running, 1, 400).Select(s => s.Script.Text));
        foreach (var word in (string[])["dummy", "matchall", "action drop"]) text.ShouldNotContain(word);
    }

    [Fact]
    public void Names_are_never_used_twice()
    {
        foreach (var script in ScriptGenerator.Sample(ReferenceKernel.UserMode, 2, 200))
        {
            var names = script.Script.Lines.Select(l => l.Text.Split(' ')).Where(w => w.Contains("type") && w.Contains("add")).Select(w => w[Array.IndexOf(w, "add") + 1]).ToList();
            names.ShouldBeUnique();
        }
    }

    [Fact]
    public void A_redirect_that_bounces_over_a_cable_is_refused()
    {
        // Given
        var graph = new FlowGraph(ingressIsDeferred: false);
        foreach (var device in (string[])["va", "vb"]) graph.AddDevice(device);
        graph.AddCable("va", "vb");

        // Then
        graph.TryAddAction("vb", atIngress: true, "vb", toIngress: false, mirror: false, targetIsIfb: false).ShouldBeTrue("one reflection ends at va");
        graph.TryAddAction("va", atIngress: true, "va", toIngress: false, mirror: true, targetIsIfb: false).ShouldBeFalse("two bounce for ever");
        graph.TryAddAction("va", atIngress: false, "va", toIngress: true, mirror: false, targetIsIfb: false).ShouldBeTrue("a refused action leaves nothing behind");
    }

    [Fact]
    public void Loops_that_the_nest_limit_ends_are_allowed()
    {
        var graph = new FlowGraph(ingressIsDeferred: false);
        graph.AddDevice("va");
        graph.TryAddAction("va", atIngress: false, "va", toIngress: false, mirror: true, targetIsIfb: false).ShouldBeTrue();
        graph.TryAddAction("va", atIngress: true, "va", toIngress: true, mirror: false, targetIsIfb: false).ShouldBeTrue();
    }

    [Fact]
    public void Beside_a_reclassify_no_loop_is_allowed_at_all()
    {
        // Given
        var graph = new FlowGraph(ingressIsDeferred: false);
        graph.AddDevice("va");
        graph.AddDevice("vb");

        // Then
        graph.TryForbidLoops().ShouldBeTrue();
        graph.TryAddAction("va", atIngress: false, "va", toIngress: false, mirror: true, targetIsIfb: false).ShouldBeFalse();
        graph.TryAddAction("va", atIngress: false, "vb", toIngress: false, mirror: true, targetIsIfb: false).ShouldBeTrue();
    }

    [Fact]
    public void A_loop_within_one_ingress_is_refused_where_the_kernel_queues_nested_frames()
    {
        var graph = new FlowGraph(ingressIsDeferred: true);
        graph.AddDevice("va");
        graph.TryAddAction("va", atIngress: true, "va", toIngress: true, mirror: false, targetIsIfb: false).ShouldBeFalse();
    }

    [Fact]
    public void An_ifb_on_both_sides_of_a_cable_is_allowed()
    {
        var graph = new FlowGraph(ingressIsDeferred: false);
        foreach (var device in (string[])["va", "vb", "ifb0"]) graph.AddDevice(device);
        graph.AddCable("va", "vb");
        graph.TryAddAction("va", atIngress: true, "ifb0", toIngress: false, mirror: false, targetIsIfb: true).ShouldBeTrue();
        graph.TryAddAction("vb", atIngress: true, "ifb0", toIngress: false, mirror: false, targetIsIfb: true).ShouldBeTrue();
    }

    [Fact]
    public void A_way_round_over_a_bridge_is_refused()
    {
        var graph = new FlowGraph(ingressIsDeferred: false);
        foreach (var device in (string[])["p1", "p2", "br0"]) graph.AddDevice(device);
        graph.AddPort("br0", "p1");
        graph.AddPort("br0", "p2");
        graph.TryAddAction("p1", atIngress: false, "p2", toIngress: true, mirror: false, targetIsIfb: false).ShouldBeFalse();
    }
}
