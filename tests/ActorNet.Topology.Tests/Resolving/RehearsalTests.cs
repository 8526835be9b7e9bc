namespace ActorNet.Topology.Tests.Resolving;

public class RehearsalTests
{
    private static string Setup(string lines) => $"hosts {{ alice {{ }} }}\nboxes {{ lab {{ ports = [alice], setup = \"\"\"\n{lines}\n\"\"\" }} }}";

    [Fact]
    public void Ports_and_link_ends_exist_before_setup_runs()
    {
        const string Text = """"
            hosts { alice { } }
            boxes {
              lab { ports = [alice], setup = """
                ip link add br0 type bridge
                ip link set alice master br0
                ip link set up0 master br0
              """ }
              core { setup = "ip link set down0 up" }
            }
            links = [ { a = "lab:up0", b = "core:down0", both { rate = 10mbit } } ]
            """";
        Expect.Valid(Text).Links.Count.ShouldBe(1);
    }

    [Fact]
    public void A_refused_line_is_an_error_with_the_devices_that_exist_at_that_line() => Expect.Errors(
        Setup("  §ip link set ifb0 up\n  ip link add ifb0 type ifb\n  §ip link set ifb1 up"),
        ("'ip link set ifb0 up': Cannot find device \"ifb0\"", "Devices of 'lab' at this line: lo, alice"),
        ("'ip link set ifb1 up': Cannot find device \"ifb1\"", "Did you mean 'ifb0'? Devices of 'lab' at this line: lo, alice, ifb0"));

    [Fact]
    public void What_only_follows_from_a_refused_line_is_not_reported() => Expect.Errors(
        Setup("  §ip link add ifb0 type ibf\n  ip link set ifb0 up\n  §tc qdisc add dev alice clsakt\n  tc filter add dev alice ingress matchall action mirred egress redirect dev ifb0"),
        ("'ip link add ifb0 type ibf'", "Did you mean 'ifb' instead of 'ibf'?"),
        ("'tc qdisc add dev alice clsakt'", "Did you mean 'clsact' instead of 'clsakt'?"));

    [Fact]
    public void What_only_follows_from_a_line_that_could_not_run_is_not_reported() => Expect.Errors(
        Setup("  §sudo ip link add br0 type bridge\n  ip link set br0 up"), ("'sudo'", "Leave sudo out"));

    [Fact]
    public void A_missing_hook_is_named_with_the_line_that_makes_it() => Expect.Errors(
        Setup("  §tc filter add dev alice ingress matchall action mirred egress redirect dev lo"), ("Parent Qdisc doesn't exists", "tc qdisc add dev DEVICE clsact"));

    [Theory]
    [InlineData("tc qdisc add dev alice root hfsc default 10", "Unknown qdisc \"hfsc\"", "Qdiscs: ")]
    [InlineData("tc filter add dev alice ingress cgroup action drop", "Unknown filter \"cgroup\"", "Classifiers: ")]
    [InlineData("ip link add x type vxlan", "Unknown device type", "Kinds of devices: ")]
    [InlineData("ip link set alice master br1", "br1", "Devices of 'lab' at this line: lo, alice")]
    [InlineData("ip -n lap link set alice up", "Cannot open network namespace \"lap\"", "Did you mean 'lab'? Boxes: lab")]
    [InlineData("ip link set alice upp", "garbage", "Did you mean 'up' instead of 'upp'?")]
    [InlineData("ip lnk set alice up", "Object \"lnk\" is unknown", "Did you mean 'link' instead of 'lnk'?")]
    [InlineData("tc filter add dev alice ingress matchall action mired egress redirect dev lo", "", "Did you mean 'mirred' instead of 'mired'?")]
    [InlineData("ip link set alice mtu 70000", "mtu greater than device maximum", "'actornet shell' takes the same commands")]
    public void A_refusal_says_how_to_mend_the_line(string line, string what, string remedy) => Expect.Errors(
        Setup($"  tc qdisc add dev alice clsact\n  §{line}"), (what, remedy));

    [Fact]
    public void Setups_that_make_more_queues_than_memory_should_hold_are_refused()
    {
        // Given: 64 devices of 4096 queues are one loopback device too many
        var lines = Enumerable.Range(0, 64).Select(i => (i == 63 ? "§" : "") + $"ip link add ifb{i} numtxqueues 4096 type ifb\n");

        // Then
        Expect.Errors($"boxes {{ lab {{ setup = \"\"\"\n{string.Concat(lines)}ip link set ifb9 up\nip link set nothing up\"\"\" }} }}",
            ("more than 262144 queues", "numtxqueues"));
    }

    [Fact]
    public void A_name_that_is_taken_is_refused() => Expect.Errors(
        Setup("  §ip link add alice type bridge"), ("File exists", "choose another one"));

    [Fact]
    public void Setup_leaves_the_ports_to_the_topology() => Expect.Errors(
        "hosts { alice { }, bob { } }\nboxes { lab { ports = [§alice, §bob], setup = \"\"\"\n  ip link del alice\n  ip link set bob name eve\n\"\"\" } }",
        ("Cannot find device \"alice\"", "neither delete, rename nor move 'alice'"),
        ("Cannot find device \"bob\"", "neither delete, rename nor move 'bob'"));

    [Fact]
    public void A_shaped_link_end_cannot_be_shaped_again() => Expect.Errors(
        "boxes { lab { setup = \"\"\"\n  §tc qdisc add dev x root netem delay 5ms\n\"\"\" } }\nlinks = [ { a = \"lab:x\", b = \"lab:y\", rate = 1mbit } ]",
        ("tc qdisc add dev x root", "tc qdisc replace"));
}
