namespace ActorNet.Topology.Tests.Resolving;

public class HostTests
{
    [Theory]
    [InlineData("10.0.0.1", "has no prefix length")]
    [InlineData("10.0.0/24", "'10.0.0' is no IP address")]
    [InlineData("010.0.0.1/24", "is no IP address")]
    [InlineData("0x0a.0.0.1/24", "is no IP address")]
    [InlineData("1/24", "is no IP address")]
    [InlineData("10.0.0.300/24", "is no IP address")]
    [InlineData("fe80::1%eth0/64", "is no IP address")]
    [InlineData("10.0.0.1/33", "'33' is no prefix length")]
    [InlineData("10.0.0.1/-1", "is no prefix length")]
    [InlineData("10.0.0.1/", "'' is no prefix length")]
    [InlineData("10.0.0.1/24/8", "is no prefix length")]
    [InlineData("fd00::1/129", "is no prefix length")]
    [InlineData("10.0.0.0/24", "the name of the whole network")]
    [InlineData("10.0.0.255/24", "the network's broadcast address")]
    [InlineData("224.0.0.1/24", "multicast or reserved")]
    [InlineData("ff02::1/64", "multicast")]
    [InlineData("127.0.0.1/8", "loopback")]
    [InlineData("::1/128", "loopback")]
    [InlineData("0.0.0.0/0", "stands for no host")]
    [InlineData("::/64", "stands for no host")]
    public void An_address_that_no_host_can_have_is_refused(string address, string what) =>
        Expect.Errors(Expect.Lab(alice: $"address = §\"{address}\""), (what, ""));

    [Theory]
    [InlineData("10.0.0.0/31")]
    [InlineData("10.0.0.1/32")]
    [InlineData("10.1.255.255/8")]
    [InlineData("fd00::/64")]
    [InlineData("fe80::1/64")]
    public void An_unusual_address_that_works_is_taken(string address) =>
        Expect.Valid(Expect.Lab(alice: $"address = \"{address}\"")).Hosts[0].Addresses.ShouldHaveSingleItem().ToString().ShouldBe(address);

    [Fact]
    public void An_address_is_given_once_in_a_topology_whatever_its_prefix() => Expect.Errors(
        Expect.Lab(alice: "address = \"10.0.0.1/24\"", bob: "address = [§\"10.0.0.1/16\", \"fd00::1/64\", §\"fd00:0::1/64\"]"),
        ("address 10.0.0.1 is given twice, first to 'alice' at lab.conf:2:21", "an address of its own"),
        ("address fd00::1 is given twice, first to 'bob'", "an address of its own"));

    [Fact]
    public void More_addresses_than_a_host_may_have_are_refused()
    {
        var many = string.Join(", ", Enumerable.Range(1, 65).Select(i => $"\"10.0.0.{i}/24\""));
        Expect.Errors(Expect.Lab(more: $"hosts.§alice.address = [{many}]"), ("has 65 addresses", "at most 64"));
    }

    [Theory]
    [InlineData("01:00:00:00:00:01", "a group's")]
    [InlineData("ff:ff:ff:ff:ff:ff", "a group's")]
    [InlineData("00:00:00:00:00:00", "zero")]
    [InlineData("02:00:00:00:00", "is no MAC address")]
    [InlineData("02-00-00-00-00-01", "is no MAC address")]
    public void A_hardware_address_is_that_of_one_station(string mac, string what) =>
        Expect.Errors(Expect.Lab(bob: $"mac = §\"{mac}\""), (what, "six pairs"));

    [Fact]
    public void A_hardware_address_is_given_once() => Expect.Errors(
        Expect.Lab(alice: "mac = \"02:00:00:00:00:01\"", bob: "mac = §\"2:0:0:0:0:1\""), ("given twice, first at lab.conf:2:17", "leave mac out"));

    [Theory]
    [InlineData("67")]
    [InlineData("65522")]
    [InlineData("-1")]
    [InlineData("1500.5")]
    [InlineData("1kb")]
    [InlineData("99999999999999999999")]
    public void An_mtu_outside_of_its_range_is_refused(string mtu) =>
        Expect.Errors(Expect.Lab(alice: $"mtu = §{mtu}"), ("is no whole number from 68 to 65521", "mtu = 1500"));

    [Theory]
    [InlineData(68)]
    [InlineData(65521)]
    public void The_ends_of_the_range_of_an_mtu_are_in_it(int mtu) =>
        Expect.Valid(Expect.Lab(alice: $"mtu = {mtu}")).Hosts[0].Mtu.ShouldBe(mtu);

    [Fact]
    public void IPv6_needs_an_mtu_of_its_own() => Expect.Errors(
        Expect.Lab(alice: "mtu = §1000, address = \"fd00::1/64\""), ("too small for IPv6", "at least 1280"));

    [Fact]
    public void A_gateway_is_in_a_network_of_its_host() => Expect.Errors(
        Expect.Lab(alice: "address = \"10.0.0.1/24\", route = §\"10.0.1.254\"", bob: "route = §\"10.0.0.254\""),
        ("gateway 10.0.1.254 is in none of the networks of 'alice'", "10.0.0.1/24"),
        ("gateway 10.0.0.254 is in none of the networks of 'bob'", "Give the host an address"));

    [Fact]
    public void A_gateway_is_another_host_without_prefix_and_one_of_each_family() => Expect.Errors(
        Expect.Lab(alice: "address = [\"10.0.0.1/24\", \"fd00::1/64\"], route = [§\"10.0.0.1\", §\"10.0.0.254/24\", \"10.0.0.2\", \"fd00::2\", §\"fe80::1\"]"),
        ("the host's own address", "another"),
        ("is no IP address", "without prefix"),
        ("a second default route", "at most one"));

    [Fact]
    public void A_wrong_address_does_not_make_its_gateway_wrong() => Expect.Errors(
        Expect.Lab(alice: "address = §\"10.0.0.1\", route = \"10.0.0.254\""), ("has no prefix length", ""));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData("a b")]
    [InlineData("a%d")]
    [InlineData("..")]
    [InlineData("-x")]
    [InlineData("_x")]
    [InlineData("")]
    [InlineData("ü")]
    [InlineData("a234567890123456")]
    public void A_name_that_can_be_no_device_is_refused_where_it_is_made_and_where_it_is_used(string name) => Expect.Errors(
        $"hosts {{ §\"{name}\" {{ }} }}\nboxes {{ lab {{ ports = [§\"{name}\"] }} }}",
        ("is no name for a host or box", "1 to 15 letters"),
        ("is no name for a host or box", "1 to 15 letters"));

    [Fact]
    public void A_host_named_like_the_loopback_device_is_refused_as_a_port() => Expect.Errors(
        "hosts { lo { } }\nboxes { lab { ports = [§lo] } }", ("named 'lo' like the loopback device", "another name"));

    [Fact]
    public void A_dot_in_a_name_needs_quotes() => Expect.Errors(
        "hosts { §web.§1 { } }\nboxes { lab { ports = [] } }",
        ("host 'web' is attached to no box", ""),
        ("'1' is no setting of a host", "a name with a dot needs double quotes"));

    [Fact]
    public void What_the_file_leaves_to_chance_is_the_same_each_time_and_different_for_each_name()
    {
        // Given
        var text = Expect.Lab();

        // When
        var first = Expect.Valid(text);
        var second = Expect.Valid(text);
        var reseeded = Expect.Valid(Expect.Lab(more: "seed = 1"));

        // Then
        first.Hosts[0].Mac.ShouldBe(second.Hosts[0].Mac);
        first.Boxes[0].Seed.ShouldBe(second.Boxes[0].Seed);
        first.Hosts[0].Mac.ShouldNotBe(first.Hosts[1].Mac);
        first.Hosts[0].Mac.ShouldNotBe(reseeded.Hosts[0].Mac);
        first.Boxes[0].Seed.ShouldNotBe(reseeded.Boxes[0].Seed);
        first.Hosts[0].Mac.IsValidUnicast.ShouldBeTrue();
    }
}
