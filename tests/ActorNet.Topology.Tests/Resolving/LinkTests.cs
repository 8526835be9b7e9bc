namespace ActorNet.Topology.Tests.Resolving;

public class LinkTests
{
    private static string Linked(string link) => $"boxes {{ lab {{ }}, core {{ }} }}\nlinks = [ {link} ]";

    private static Link Valid(string impairments) => Expect.Valid(Linked($"{{ a = \"lab:l\", b = \"core:c\", {impairments} }}")).Links.ShouldHaveSingleItem();

    [Fact]
    public void A_link_may_join_two_devices_of_one_box()
    {
        var link = Expect.Valid(Linked("{ a = \"lab:x\", b = \"lab:y\" }")).Links.ShouldHaveSingleItem();
        (link.A.Device, link.B.Device).ShouldBe(("x", "y"));
    }

    [Fact]
    public void A_device_may_be_called_like_a_word_of_ip() =>
        Expect.Valid("hosts { up { } }\nboxes { lab { ports = [up] }, dev { } }\nlinks = [ { a = \"lab:l\", b = \"dev:type\", rate = 1mbit } ]").Links.Count.ShouldBe(1);

    [Fact]
    public void A_link_has_two_ends() => Expect.Errors(Linked("§{ b = \"core:c\" }, §{ a = \"lab:l\" }"), ("has no end a", "Add a ="), ("has no end b", "Add b ="));

    [Fact]
    public void An_end_is_a_device_of_a_box() => Expect.Errors(
        Linked("{ a = §lab, b = §\"care:x\" }, { a = §\"lab:\", b = §\"core:x:y\" }, { a = §\"lab:eth%d\", b = §\"core:-x\" }"),
        ("'lab' is no end of a link", "a = \"box:device\""),
        ("there is no box 'care'", "Did you mean 'core'? Boxes: lab, core"),
        ("'' is no name for a device", "1 to 15 bytes"),
        ("'x:y' is no name for a device", "1 to 15 bytes"),
        ("'eth%d' is a template", "1 to 15 bytes"),
        ("'-x' would be read as an option", "1 to 15 bytes"));

    [Fact]
    public void A_device_name_is_taken_once_in_a_box() => Expect.Errors(
        "hosts { alice { } }\nboxes { lab { ports = [alice] } }\nlinks = [ { a = §\"lab:alice\", b = \"lab:x\" }, { a = §\"lab:x\", b = §\"lab:x\" }, { a = §\"lab:lo\", b = \"lab:y\" } ]",
        ("box 'lab' has a device 'alice' already, from lab.conf:2:24", "another name"),
        ("box 'lab' has a device 'x' already, from lab.conf:3:34", "another name"),
        ("box 'lab' has a device 'x' already, from lab.conf:3:34", "another name"),
        ("named 'lo' like the loopback device", "another name"));

    [Fact]
    public void Bare_impairments_hold_from_a_to_b_only()
    {
        var link = Valid("rate = 100mbit");
        link.AToB.ToString().ShouldBe("rate 100mbit");
        link.BToA.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("both { rate = 100mbit }")]
    [InlineData("both = on, rate = 100mbit")]
    [InlineData("a-to-b { rate = 100mbit }, b-to-a { rate = 100mbit }")]
    public void Both_ways_can_be_said_in_three_ways(string impairments)
    {
        var link = Valid(impairments);
        link.AToB.ToString().ShouldBe("rate 100mbit");
        link.BToA.ToString().ShouldBe("rate 100mbit");
    }

    [Fact]
    public void What_a_direction_says_goes_before_what_both_say()
    {
        // When
        var link = Valid("both { rate = 100mbit, latency = 10ms }, b-to-a { rate = 1mbit, limit = 30kb }");

        // Then
        string.Join(' ', LinkCommands.AddRate("l", link.AToB)).ShouldBe("tc qdisc add dev l parent 1:1 handle 10: tbf rate 100mbit burst 25000b latency 10ms");
        string.Join(' ', LinkCommands.AddRate("c", link.BToA)).ShouldBe("tc qdisc add dev c parent 1:1 handle 10: tbf rate 1mbit burst 3028b limit 30kb");
    }

    [Fact]
    public void The_default_bucket_holds_two_milliseconds_but_at_least_two_frames()
    {
        Valid("rate = 10gbit").AToB.Burst.ShouldBe("2500000b");
        Valid("rate = 1mbit, mtu = 9000").AToB.Burst.ShouldBe("18028b");
        Valid("rate = 1mbit, burst = 64 kb").AToB.Burst.ShouldBe("64kb");
    }

    [Fact]
    public void The_same_thing_is_not_said_twice_for_one_direction() => Expect.Errors(
        Linked("{ a = \"lab:l\", b = \"core:c\", §rate = 1mbit, a-to-b { rate = 2mbit } }"), ("rate is given twice for the way from a to b", "Remove it here"));

    [Theory]
    [InlineData("rate = §100", "rate '100' is no rate", "100mbit")]
    [InlineData("rate = §0mbit", "is no rate above 0", "100mbit")]
    [InlineData("rate = §100mbits", "is no rate", "100mbit")]
    [InlineData("rate = §\"-5mbit\"", "is no rate", "100mbit")]
    [InlineData("rate = §1e3mbit", "is no rate", "100mbit")]
    [InlineData("rate = §\"50%\"", "is no rate", "100mbit")]
    [InlineData("rate = §[1]", "rate needs a simple value", "100mbit")]
    [InlineData("rate = 1mbit, burst = §64", "burst '64' is no size", "64kb")]
    [InlineData("rate = 1mbit, burst = §0kb", "is no size above 0", "64kb")]
    [InlineData("rate = 1mbit, limit = §10ms", "is no size", "64kb")]
    [InlineData("rate = 1mbit, latency = §50", "latency '50' is no time", "5ms")]
    [InlineData("rate = 1mbit, latency = §50ns", "is no time", "us, ms or s")]
    [InlineData("§limit = 64kb", "limit in bytes has no effect without rate", "limit = 5000packets")]
    [InlineData("limit = §64", "limit '64' is no size", "5000packets")]
    [InlineData("limit = §0packets", "is no size above 0", "5000packets")]
    [InlineData("limit = §99999999packets", "is no size above 0", "5000packets")]
    [InlineData("rate = 1mbit, §burst = 1500b", "burst 1500b lets no frame of 1514 bytes pass (mtu 1500)", "3028b")]
    [InlineData("§burst = 64kb", "burst has no effect without rate", "Add rate")]
    [InlineData("rate = 1mbit, latency = 5ms, §limit = 64kb", "limit and latency say the same", "Remove one")]
    [InlineData("mtu = §10", "mtu '10'", "mtu = 1500")]
    [InlineData("both = §maybe", "both is on, off, or an object", "both = on")]
    [InlineData("a-to-b = §5", "a-to-b needs an object", "a-to-b { ... }")]
    [InlineData("a-to-b { §rat = 5mbit }", "'rat' is no setting of a direction", "Did you mean 'rate'?")]
    [InlineData("§dely = 5ms", "'dely' is no setting of a link", "Did you mean 'delay'?")]
    public void A_wrong_impairment_is_refused_at_its_place(string impairment, string what, string remedy) =>
        Expect.Errors(Linked($"{{ a = \"lab:l\", b = \"core:c\", {impairment} }}"), (what, remedy));

    [Theory]
    [InlineData("delay = 20ms", "delay 20ms")]
    [InlineData("delay = 20 ms, jitter = 5 ms", "delay 20ms jitter 5ms")]
    [InlineData("delay = 20ms, jitter = 5ms 25 % normal", "delay 20ms jitter 5ms 25% normal")]
    [InlineData("delay = 20ms, jitter = \"5ms pareto\"", "delay 20ms jitter 5ms pareto")]
    [InlineData("loss = 0.1%", "loss 0.1%")]
    [InlineData("loss = random 1% 25%", "loss 1% 25%")]
    [InlineData("loss = state 1% 20% 5% 30% 2%", "loss state 1% 20% 5% 30% 2%")]
    [InlineData("loss = gemodel 1% 10% 70% 0.1%", "loss gemodel 1% 10% 70% 0.1%")]
    [InlineData("duplicate = 1% 10%, corrupt = 0.5%", "duplicate 1% 10% corrupt 0.5%")]
    [InlineData("delay = 1ms, reorder = 25% 50% gap 5", "delay 1ms reorder 25% 50% gap 5")]
    [InlineData("rate = 1mbit, delay = 1ms, limit = 64kb", "delay 1ms rate 1mbit limit 64kb")]
    [InlineData("rate = 1mbit, latency = 20ms, limit = 5000 packets", "rate 1mbit latency 20ms limit 5000packets")]
    public void Every_setting_is_read_with_what_may_stand_behind_it(string written, string read) => Valid(written).AToB.ToString().ShouldBe(read);

    [Theory]
    [InlineData("delay = §5", "delay '5' is no time", "us, ms or s")]
    [InlineData("delay = §500ns", "is no time", "us, ms or s")]
    [InlineData("delay = §300s", "is no time", "us, ms or s")]
    [InlineData("delay = 1ms, jitter = §fast", "is no time with correlation", "shape: uniform")]
    [InlineData("delay = 1ms, jitter = §5ms 120%", "is no time with correlation", "shape: uniform")]
    [InlineData("delay = 1ms, jitter = §5ms gauss", "is no time with correlation", "shape: uniform")]
    [InlineData("§jitter = 5ms", "jitter has no effect without delay", "Add delay")]
    [InlineData("§reorder = 5%", "reorder has no effect without delay", "Add delay")]
    [InlineData("loss = §0.1", "is no percentage", "0.1%")]
    [InlineData("loss = §101%", "is no percentage", "0.1%")]
    [InlineData("loss = §state", "is no percentage", "state P13")]
    [InlineData("loss = §gemodel 1% 2% 3% 4% 5%", "is no percentage", "gemodel P")]
    [InlineData("loss = §1% 2% 3%", "is no percentage", "correlation")]
    [InlineData("duplicate = §x%", "is no percentage", "0.1%")]
    [InlineData("corrupt = §\"-1%\"", "is no percentage", "0.1%")]
    [InlineData("delay = 1ms, reorder = §5ms", "is no percentage", "25%")]
    [InlineData("delay = 1ms, reorder = §5% gap 0", "is no percentage", "gap 5")]
    public void A_wrong_value_is_refused_with_what_to_write(string impairment, string what, string remedy) =>
        Expect.Errors(Linked($"{{ a = \"lab:l\", b = \"core:c\", {impairment} }}"), (what, remedy));

    [Fact]
    public void A_mistake_in_both_is_reported_once() =>
        Expect.Errors(Linked("{ a = \"lab:l\", b = \"core:c\", both { rate = §7 } }"), ("rate '7'", "100mbit"));

    [Fact]
    public void A_broken_link_does_not_make_setup_lines_about_its_good_end_wrong() => Expect.Errors(
        "boxes { lab { setup = \"ip link set up0 up\" } }\nlinks = [ { a = \"lab:up0\", b = §\"core:x\" } ]", ("there is no box 'core'", "Boxes: lab"));
}
