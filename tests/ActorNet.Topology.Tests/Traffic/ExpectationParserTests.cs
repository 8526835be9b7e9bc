namespace ActorNet.Topology.Tests.Traffic;

public class ExpectationParserTests
{
    private const string Lab = """
        hosts { alice { address = "10.0.0.1/24" }, bob { address = "10.0.0.2/24" } }
        boxes { lab { ports = [alice, bob], setup = "ip link add ifb0 type ifb" } }
        traffic = [ "ping alice -> bob", "voice: udp alice -> bob rate 1mbit for 1s", "bulk: tcp alice -> bob 1mb" ]
        """;

    private static string File(string line) => $"{Lab}\nexpect = [\n\"{line}\"\n]";

    private static Expectation Read(string line) => Expect.Valid(File(line)).Expectations.ShouldHaveSingleItem();

    [Theory]
    [InlineData("voice loss <= 1%", FlowMetric.Loss, null, BoundKind.AtMost, 1, 0, QuantityUnit.Percent)]
    [InlineData("voice delay p99 < 30ms", FlowMetric.Delay, "p99", BoundKind.Less, 30e6, 0, QuantityUnit.Time)]
    [InlineData("voice delay p99.9 < 30ms", FlowMetric.Delay, "p99.9", BoundKind.Less, 30e6, 0, QuantityUnit.Time)]
    [InlineData("voice jitter < 2ms", FlowMetric.Jitter, null, BoundKind.Less, 2e6, 0, QuantityUnit.Time)]
    [InlineData("voice reordered == 0", FlowMetric.Reordered, null, BoundKind.Equal, 0, 0, QuantityUnit.Count)]
    [InlineData("voice bytes >= 1kb", FlowMetric.Bytes, null, BoundKind.AtLeast, 1024, 0, QuantityUnit.Bytes)]
    [InlineData("bulk rate between 9mbit and 10mbit", FlowMetric.Rate, null, BoundKind.Between, 9e6, 10e6, QuantityUnit.BitRate)]
    [InlineData("bulk rate > 0mbit", FlowMetric.Rate, null, BoundKind.More, 0, 0, QuantityUnit.BitRate)]
    [InlineData("bulk retransmits != 0", FlowMetric.Retransmits, null, BoundKind.Unequal, 0, 0, QuantityUnit.Count)]
    [InlineData("bulk rtt mean < 1s", FlowMetric.RoundTrip, "mean", BoundKind.Less, 1e9, 0, QuantityUnit.Time)]
    [InlineData("ping-alice-bob received == 5", FlowMetric.Received, null, BoundKind.Equal, 5, 0, QuantityUnit.Count)]
    [InlineData("ping-alice-bob rtt median within 5% of 20ms", FlowMetric.RoundTrip, "median", BoundKind.Between, 19e6, 21e6, QuantityUnit.Time)]
    public void Of_traffic(string line, FlowMetric metric, string? statistic, BoundKind kind, double first, double second, QuantityUnit unit)
    {
        var expectation = Read(line).ShouldBeOfType<FlowExpectation>();
        (expectation.Metric, expectation.Statistic?.ToString(), expectation.Unit, expectation.Text).ShouldBe((metric, statistic, unit, line));
        expectation.Bound.ShouldBe(new Bound(kind, first, second));
    }

    [Fact]
    public void That_traffic_is_done()
    {
        var expectation = Read("bulk done").ShouldBeOfType<FlowExpectation>();
        (expectation.Flow.Name, expectation.Metric, expectation.Bound).ShouldBe(("bulk", FlowMetric.Done, null));
    }

    [Fact]
    public void Of_a_device_and_of_the_whole_lab()
    {
        var device = Read("lab:ifb0 tx-packets >= 100").ShouldBeOfType<DeviceExpectation>();
        (device.Box, device.Device, device.Counter, device.Bound).ShouldBe(("lab", "ifb0", DeviceCounter.TxPackets, new Bound(BoundKind.AtLeast, 100)));
        var reason = Read("lab drops.QdiscFull > 0").ShouldBeOfType<DropExpectation>();
        (reason.Reason, reason.Bound).ShouldBe(("QdiscFull", new Bound(BoundKind.More, 0)));
        Read("lab drops == 0").ShouldBeOfType<DropExpectation>().Reason.ShouldBeNull();
    }

    [Fact]
    public void Every_word_of_a_counter_is_read()
    {
        foreach (var word in DeviceCounters.Words)
        {
            var unit = word.EndsWith("bytes", StringComparison.Ordinal) ? "b" : "";
            DeviceCounters.WordOf(Read($"lab:alice {word} >= 0{unit}").ShouldBeOfType<DeviceExpectation>().Counter).ShouldBe(word);
        }
    }

    [Theory]
    [InlineData("§vioce loss <= 1%", "there is no traffic 'vioce'", "Did you mean 'voice'? Write one of ping-alice-bob, voice, bulk, BOX:DEVICE")]
    [InlineData("§voice", "what is measured is missing", "udp has done, sent, received, loss")]
    [InlineData("voice §retransmits == 0", "'retransmits' is nothing that is measured of udp", "udp has done, sent, received, loss, rate, bytes, delay, jitter")]
    [InlineData("bulk §lost == 0", "'lost' is nothing that is measured of tcp", "tcp has done, rate")]
    [InlineData("voice §delay", "which delay is missing", "min, median, mean, max, p90, p99 or another percentile")]
    [InlineData("voice delay §< 5ms", "'<' does not say which delay is meant", "p99")]
    [InlineData("voice delay §p100 < 5ms", "'p100' does not say which delay", "percentile")]
    [InlineData("bulk rtt §p99 < 5ms", "rtt p99 is not measured of tcp", "Write rtt and behind it min, mean")]
    [InlineData("voice loss §1%", "'1%' is no comparison", "'between A and B'")]
    [InlineData("voice loss §betwen 1% and 2%", "'betwen' is no comparison", "Did you mean 'between'?")]
    [InlineData("voice loss <= §1", "'1' is no percentage", "%")]
    [InlineData("voice delay max < §30", "'30' is no time", "ms")]
    [InlineData("bulk rate > §10", "'10' is no rate", "mbit")]
    [InlineData("voice received == §5b", "'5b' is no whole number", "without a unit")]
    [InlineData("voice bytes == §5", "'5' is no size", "kb")]
    [InlineData("bulk rate between 10mbit and §9mbit", "nothing lies between", "smaller one first")]
    [InlineData("bulk rate between 10mbit §to 11mbit", "'to' stands where 'and' belongs", "between 9mbit and 10mbit")]
    [InlineData("bulk done §now", "'now' behind the value makes no sense", "Remove it")]
    [InlineData("§nowhere:ifb0 dropped > 0", "there is no box 'nowhere'", "Boxes: lab")]
    [InlineData("§lab:ifb1 dropped > 0", "box lab has no device 'ifb1' once its setup has run", "Did you mean 'ifb0'? Devices: lo, alice, bob, ifb0")]
    [InlineData("lab:ifb0 §droped > 0", "'droped' is no counter of a device", "Did you mean 'dropped'?")]
    [InlineData("lab §dropped > 0", "'dropped' is not counted for the whole lab", "lab drops == 0")]
    [InlineData("lab §drops.QdiscFul > 0", "'QdiscFul' is no reason", "Did you mean 'QdiscFull'?")]
    [InlineData("lab §drops.Consumed > 0", "'Consumed' is no reason", "Reasons: Malformed")]
    public void A_mistake_is_reported_at_its_word(string line, string what, string remedy) => Expect.Errors(File(line), (what, remedy));

    [Fact]
    public void All_mistakes_come_at_once() => Expect.Errors(
        "hosts { alice { address = \"10.0.0.1/24\" }, bob { address = \"10.0.0.2/24\" } }\nboxes { lab { ports = [alice, bob] } }\n"
        + "traffic = \"a: ping alice -> bob\"\nexpect = [ \"a §x\", \"§b done\", \"a loss < §5\" ]",
        ("'x' is nothing", ""), ("no traffic 'b'", ""), ("'5' is no percentage", ""));

    [Fact]
    public void Traffic_with_a_mistake_makes_no_second_one_in_what_is_expected() => Expect.Errors(
        "hosts { alice { address = \"10.0.0.1/24\" } }\nboxes { lab { ports = [alice] } }\ntraffic = \"ping alice -> §bob\"\nexpect = \"ping-alice-bob done\"", ("no host 'bob'", ""));

    [Fact]
    public void A_plan_shows_both_and_has_no_step_for_them()
    {
        var plan = TopologyPlan.For(Expect.Valid(File("bulk done")));
        plan.ToText().ShouldContain("-  traffic  ping-alice-bob: ping alice -> bob\n");
        plan.ToText().ShouldContain("-  traffic  voice: udp alice -> bob rate 1mbit for 1s\n");
        plan.ToText().ShouldEndWith("-  expect   bulk done\n");
        plan.Steps.ShouldAllBe(s => s.Kind != "traffic");
        using var json = System.Text.Json.JsonDocument.Parse(plan.ToJson());
        json.RootElement.GetProperty("traffic")[1].GetProperty("name").GetString().ShouldBe("voice");
        json.RootElement.GetProperty("expect")[0].GetProperty("text").GetString().ShouldBe("bulk done");
    }

    [Theory]
    [InlineData(BoundKind.Less, 4.9, true)]
    [InlineData(BoundKind.Less, 5, false)]
    [InlineData(BoundKind.AtMost, 5, true)]
    [InlineData(BoundKind.AtMost, 5.1, false)]
    [InlineData(BoundKind.More, 5, false)]
    [InlineData(BoundKind.More, 5.1, true)]
    [InlineData(BoundKind.AtLeast, 5, true)]
    [InlineData(BoundKind.AtLeast, 4.9, false)]
    [InlineData(BoundKind.Equal, 5, true)]
    [InlineData(BoundKind.Equal, 5.1, false)]
    [InlineData(BoundKind.Unequal, 5, false)]
    [InlineData(BoundKind.Unequal, 5.1, true)]
    [InlineData(BoundKind.Between, 5, true)]
    [InlineData(BoundKind.Between, 6, true)]
    [InlineData(BoundKind.Between, 6.1, false)]
    [InlineData(BoundKind.Between, 4.9, false)]
    public void A_bound_holds_or_not(BoundKind kind, double value, bool holds) => new Bound(kind, 5, 6).Holds(value).ShouldBe(holds);

    [Theory]
    [InlineData(12_345_678, QuantityUnit.BitRate, "12.346mbit")]
    [InlineData(999, QuantityUnit.BitRate, "999bit")]
    [InlineData(1_500_000, QuantityUnit.Time, "1.5ms")]
    [InlineData(250, QuantityUnit.Time, "0.25us")]
    [InlineData(2_000_000_000, QuantityUnit.Time, "2s")]
    [InlineData(0.125, QuantityUnit.Percent, "0.125%")]
    [InlineData(7, QuantityUnit.Count, "7")]
    [InlineData(7, QuantityUnit.Bytes, "7b")]
    public void A_value_is_shown_in_the_unit_that_suits_it(double value, QuantityUnit unit, string shown) => Quantity.Show(value, unit).ShouldBe(shown);

    [Theory]
    [InlineData("60s", 60_000_000_000)]
    [InlineData("2min", 120_000_000_000)]
    [InlineData("9000h", null)]
    [InlineData("60", null)]
    [InlineData("", null)]
    [InlineData("-1s", null)]
    public void A_time_of_a_command_line(string text, long? nanoseconds) => (TopologyTime.TryRead(text, out var read) ? read : (long?)null).ShouldBe(nanoseconds);
}
