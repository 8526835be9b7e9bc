namespace ActorNet.Topology.Tests;

public class TopologyLoaderTests
{
    [Fact]
    public void Everything_that_a_file_says_arrives_in_the_topology()
    {
        // Given
        const string Text = """"
            topology = shop
            seed = 7
            engine { loops = 2, busy-poll = on }
            hosts {
              alice { address = ["10.0.0.1/24", "fd00::1/64"], mac = "02:00:00:00:00:01", mtu = 9000, route = "10.0.0.254" }
              bob   { address = "10.0.0.2/24" }
            }
            boxes {
              lab { ports = [alice, bob], kernel = "5.14", seed = 99
                setup = """
                  ip link add br0 type bridge
                """ }
              core { }
            }
            links = [ { a = "lab:up", b = "core:down", mtu = 2000, rate = 1gbit } ]
            """";

        // When
        var topology = Expect.Valid(Text);

        // Then
        topology.Name.ShouldBe("shop");
        topology.Seed.ShouldBe(7ul);
        topology.Engine.ShouldBe(new EngineOverrides { Loops = 2, BusyPoll = true });
        var alice = topology.Hosts[0];
        alice.Name.ShouldBe("alice");
        alice.NamespaceName.ShouldBe("shop-alice");
        alice.Box.ShouldBe("lab");
        alice.Addresses.Select(a => a.ToString()).ShouldBe(["10.0.0.1/24", "fd00::1/64"]);
        alice.Mac.ToString().ShouldBe("02:00:00:00:00:01");
        alice.Mtu.ShouldBe(9000);
        alice.Gateways.Select(g => g.ToString()).ShouldBe(["10.0.0.254"]);
        topology.Hosts[1].Mtu.ShouldBe(1500);
        var lab = topology.Boxes[0];
        lab.Ports.Select(p => (p.Name, p.Mtu)).ShouldBe([("alice", 9000), ("bob", 1500)]);
        lab.Kernel.Version.ShouldBe("5.14");
        lab.Seed.ShouldBe(99ul);
        lab.Setup.Lines.Select(l => l.Text).ShouldBe(["ip link add br0 type bridge"]);
        var link = topology.Links.ShouldHaveSingleItem();
        (link.A.ToString(), link.B.ToString(), link.Mtu).ShouldBe(("lab:up", "core:down", 2000));
        link.AToB.BytesPerSecond.ShouldBe(125_000_000);
        link.BToA.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_file_names_its_topology_unless_it_says_otherwise()
    {
        TopologyLoader.LoadText(Expect.Lab(), "configs/two-hosts.conf").OrThrow().Name.ShouldBe("two-hosts");
        TopologyLoader.LoadText(Expect.Lab(more: "topology = other"), "configs/two-hosts.conf").OrThrow().Name.ShouldBe("other");
    }

    [Fact]
    public void A_file_name_that_can_be_no_topology_name_is_reported_with_one_that_can()
    {
        // When
        var result = TopologyLoader.LoadText(Expect.Lab(), "My Lab_1.conf");

        // Then
        var error = result.Errors.ShouldHaveSingleItem();
        error.ToString().ShouldStartWith("My Lab_1.conf:1:1: the file's name 'My Lab_1' is no name for a topology");
        error.Remedy.ShouldContain("topology = my-lab-1");
    }

    [Theory]
    [InlineData("Lab")]
    [InlineData("a_b")]
    [InlineData("-lab")]
    [InlineData("lab-")]
    [InlineData("a234567890123456789012345678901234")]
    public void A_name_outside_of_the_rules_is_refused(string name) =>
        Expect.Errors(Expect.Lab(more: $"topology = §\"{name}\""), ("is no name for a topology", "1 to 32 of a-z"));

    [Fact]
    public void Text_that_is_no_HOCON_is_one_error_at_its_place() =>
        Expect.Errors("hosts { alice { address = §} }", ("has no value", "Write a value"));

    [Fact]
    public void An_empty_file_has_no_box() => Expect.Errors("§", ("has no box", "Add boxes"));

    [Fact]
    public void A_file_that_does_not_exist_is_an_error_and_no_exception()
    {
        var result = TopologyLoader.LoadFile("no-such-folder/lab.conf");
        result.Errors.ShouldHaveSingleItem().What.ShouldContain("does not exist");
    }

    [Fact]
    public void Errors_turn_into_one_exception_for_those_who_want_it()
    {
        var result = TopologyLoader.LoadText("boxes = 3\nhosts = 4\ncolour = red", Expect.File);
        var thrown = Should.Throw<TopologyException>(result.OrThrow);
        thrown.Errors.ShouldBe(result.Errors);
        thrown.Message.Split('\n').Length.ShouldBe(result.Errors.Count);
    }

    [Fact]
    public void A_file_may_include_another_and_errors_name_the_right_one()
    {
        // Given
        var folder = Directory.CreateTempSubdirectory("topology-test-");
        try
        {
            var main = Path.Combine(folder.FullName, "main.conf");
            var shared = Path.Combine(folder.FullName, "shared.conf");
            File.WriteAllText(main, "include \"shared.conf\"\nhosts { alice { } }\n");
            File.WriteAllText(shared, "boxes { lab { ports = [alice]\n  setup = \"\"\"\n    ip link set alise up\n\"\"\" } }\n");

            // When
            var result = TopologyLoader.LoadFile(main);

            // Then
            var error = result.Errors.ShouldHaveSingleItem();
            error.Origin.ShouldBe(new Hocon.HoconOrigin(shared, 3, 5));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_text_cannot_include_files() =>
        Expect.Errors("§include \"other.conf\"", ("include", ""));

    [Fact]
    public void All_mistakes_of_a_file_come_at_once_in_the_order_of_their_places() => Expect.Errors(
        """"
        §colour = red
        topology = §Shop
        seed = §-1
        engine { §lops = 2 }
        hosts {
          alice { §adress = "10.0.0.1/24", mtu = §9 }
          bob { address = §"10.0.0.2" }
          §carol { mac = §"01:00:00:00:00:01" }
        }
        boxes {
          lab { ports = [alice, bob, §dave], kernel = §"2.4"
            setup = """
              ip link add br0 type bridge
              §ip link set alise master br0
              §rm -rf tmp
            """ }
        }
        links = [ { a = "lab:up", b = §"corr:down", rate = §100, delay = §5 } ]
        """",
        ("'colour' is no setting of a topology", "Known here: topology, hosts"),
        ("'Shop' is no name for a topology", "topology = shop"),
        ("seed '-1'", "seed = 42"),
        ("'lops' is no setting of the engine", "Did you mean 'loops'?"),
        ("'adress' is no setting of a host", "Did you mean 'address'?"),
        ("mtu '9' is no whole number from 68 to 65521", "mtu = 1500"),
        ("address '10.0.0.2' has no prefix length", "10.0.0.1/24"),
        ("host 'carol' is attached to no box", "ports of one box"),
        ("a group's", "02:00:00:00:00:01"),
        ("there is no host 'dave'", "Hosts: alice, bob, carol"),
        ("no kernel '2.4' is known", "6.18"),
        ("Cannot find device \"alise\"", "Did you mean 'alice'? Devices of 'lab' at this line: lo, alice, bob, dave, br0"),
        ("'rm' is no command of a box", "ip, tc, bridge, ethtool"),
        ("there is no box 'corr'", "Boxes: lab"),
        ("rate '100' is no rate", "100mbit"),
        ("delay '5' is no time", "as in 5ms"));
}
