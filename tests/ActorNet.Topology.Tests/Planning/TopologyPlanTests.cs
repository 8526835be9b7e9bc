using System.Text.Json;

namespace ActorNet.Topology.Tests.Planning;

public class TopologyPlanTests
{
    private const string Text = """"
        topology = duo
        hosts { alice { address = "10.0.0.1/24", mac = "02:00:00:00:00:01", route = "10.0.0.9" } }
        boxes {
          lab { ports = [alice], seed = 5, setup = "ip link set up0 alias 'to the core'" }
          core { seed = 6 }
        }
        links = [ { a = "lab:up0", b = "core:down0", b-to-a { rate = 1mbit, delay = 20ms } } ]
        schedule = "at 10s: link lab--core down"
        """";

    private static TopologyPlan Plan() => TopologyPlan.For(Expect.Valid(Text));

    [Fact]
    public void The_steps_come_in_the_order_in_which_they_are_carried_out() => Plan().ToText().ShouldBe("""
            1  netns    ip netns add duo-alice
            2  tap      ip -n duo-alice tuntap add eth0 mode tap; ip -n duo-alice link set eth0 address 02:00:00:00:00:01 mtu 1500
            3  address  ip -n duo-alice address add 10.0.0.1/24 dev eth0
            4  host-up  ip -n duo-alice link set lo up; ip -n duo-alice link set eth0 up
            5  route    ip -n duo-alice route add default via 10.0.0.9 dev eth0
            6  box      make box lab (kernel 6.18, seed 5)
            7  port     make port alice of box lab (mtu 1500)
            8  box      make box core (kernel 6.18, seed 6)
            9  link     ip -n lab link add name up0 mtu 1500 type veth peer name down0 mtu 1500 netns core
           10  shape    tc -n core qdisc add dev down0 root handle 1: netem limit 1000 delay 20ms
           11  shape    tc -n core qdisc add dev down0 parent 1:1 handle 10: tbf rate 1mbit burst 3028b latency 50ms
           12  setup    ip -n lab link set up0 alias 'to the core'
           13  up       ip -n lab link set dev alice up
           14  up       ip -n lab link set dev up0 up
           15  up       ip -n core link set dev down0 up
           16  schedule at 10s: link lab--core down

        """);

    [Fact]
    public void Undoing_goes_backwards_and_names_only_what_does_not_vanish_by_itself() => Plan().StepsToUndo.Select(s => s.Undo).ShouldBe(
    [
        "remove box core with its devices",
        "remove box lab with its devices",
        "ip -n duo-alice link del eth0",
        "ip netns del duo-alice",
    ]);

    [Fact]
    public void As_JSON_each_step_has_its_kind_text_place_and_fields()
    {
        // When
        using var json = JsonDocument.Parse(Plan().ToJson());

        // Then
        json.RootElement.GetProperty("topology").GetString().ShouldBe("duo");
        var steps = json.RootElement.GetProperty("steps").EnumerateArray().ToList();
        steps.Count.ShouldBe(16);
        steps[1].GetProperty("mac").GetString().ShouldBe("02:00:00:00:00:01");
        steps[2].GetProperty("address").GetString().ShouldBe("10.0.0.1/24");
        steps[4].GetProperty("gateway").GetString().ShouldBe("10.0.0.9");
        steps[5].GetProperty("undo").GetString().ShouldBe("remove box lab with its devices");
        steps[9].GetProperty("origin").GetString().ShouldBe("lab.conf:7:55");
        steps[11].GetProperty("command").EnumerateArray().Select(w => w.GetString()).ShouldBe(["ip", "link", "set", "up0", "alias", "to the core"]);
        steps[12].GetProperty("undo").ValueKind.ShouldBe(JsonValueKind.Null);
        steps[15].GetProperty("link").GetString().ShouldBe("lab:up0--core:down0");
    }

    [Fact]
    public void A_plan_builds_a_lab_in_memory()
    {
        // Given
        var seen = new List<string>();

        // When
        var lab = LabBuilder.Build(Plan(), ns => seen.Add(ns.Name));

        // Then
        seen.ShouldBe(["lab", "core"]);
        var box = lab.Find("lab").ShouldNotBeNull();
        box.Devices.Select(d => d.Name).ShouldBe(["lo", "alice", "up0"], ignoreOrder: true);
        box.Get("alice").IsUp.ShouldBeTrue();
        box.Get("up0").Alias.ShouldBe("to the core");
        lab.Find("core").ShouldNotBeNull().Get("down0").RootQdisc.Kind.ShouldBe("netem");
    }

    [Fact]
    public void The_same_topology_builds_the_same_addresses()
    {
        string[] Addresses() => LabBuilder.Build(Plan()).Namespaces.SelectMany(n => n.Devices).Select(d => d.Address.ToString()).ToArray();
        Addresses().ShouldBe(Addresses());
    }
}
