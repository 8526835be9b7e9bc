namespace ActorNet.Topology.Tests.Resolving;

public class BoxTests
{
    [Fact]
    public void A_host_is_attached_once() => Expect.Errors(
        "hosts { alice { } }\nboxes { lab { ports = [alice, §alice] }\n  core { ports = [§alice] } }",
        ("host 'alice' is attached twice, first to 'lab' at lab.conf:2:24", "one box, once"),
        ("host 'alice' is attached twice, first to 'lab' at lab.conf:2:24", "one box, once"));

    [Fact]
    public void A_host_is_attached_somewhere() => Expect.Errors(
        "hosts { §alice { } }\nboxes { lab { } }", ("host 'alice' is attached to no box", "Name it in the ports of one box"));

    [Fact]
    public void A_port_names_a_host() => Expect.Errors(
        "hosts { alice { } }\nboxes { lab { ports = [alice, §alise] } }", ("there is no host 'alise'", "Did you mean 'alice'? Hosts: alice"));

    [Fact]
    public void A_name_is_for_a_host_or_for_a_box() => Expect.Errors(
        "hosts { lab { } }\nboxes { §lab { ports = [lab] } }", ("'lab' names a host and a box, the other one at lab.conf:1:9", "Give the box another name"));

    [Fact]
    public void Values_of_the_wrong_shape_are_refused_where_they_stand() => Expect.Errors(
        "hosts { alice = §3 }\nboxes { lab { ports = [§{ }, alice], kernel = §[1] } }\nlinks = §{ }\nengine = §5",
        ("'alice' of hosts needs an object", "alice { ... }"),
        ("ports needs a simple value", ""),
        ("kernel needs a simple value", ""),
        ("links needs an array", "links = ["),
        ("engine needs an object", "engine { ... }"));

    [Fact]
    public void Null_is_the_same_as_left_out() =>
        Expect.Valid(Expect.Lab(alice: "mtu = null, address = null", lab: "setup = null", more: "links = null, engine = null")).Hosts[0].Mtu.ShouldBe(1500);

    [Fact]
    public void A_seed_may_use_all_64_bits() =>
        Expect.Valid(Expect.Lab(lab: "seed = 18446744073709551615")).Boxes[0].Seed.ShouldBe(ulong.MaxValue);

    [Fact]
    public void Two_boxes_never_draw_the_same_seed_by_themselves()
    {
        var topology = Expect.Valid("boxes { a { }, b { } }");
        topology.Boxes[0].Seed.ShouldNotBe(topology.Boxes[1].Seed);
    }

    [Fact]
    public void A_box_of_every_known_kernel_can_be_made()
    {
        foreach (var version in ActorNet.Core.KernelProfile.Names.Split(", "))
            Expect.Valid($"boxes {{ lab {{ kernel = \"{version}\" }} }}").Boxes[0].Kernel.Version.ShouldBe(version);
    }
}
