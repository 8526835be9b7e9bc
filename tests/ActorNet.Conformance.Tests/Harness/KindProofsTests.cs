using ActorNet.Conformance.Tests.Page;
using ActorNet.Conformance.Tests.Scripts;
using Shouldly;
using Xunit;

namespace ActorNet.Conformance.Tests.Harness;

public class KindProofsTests
{
    [Fact]
    public void Every_kind_that_is_registered_has_a_scenario() =>
        KindProofs.Find(ScenarioFile.All()).Where(k => k.Scenarios.Count == 0).Select(k => $"{k.Family} {k.Kind}").ShouldBeEmpty("no file in tests/scenarios makes one");

    [Theory]
    [InlineData("tc -n a qdisc add dev v0 root netem delay 1ms", "qdisc netem")]
    [InlineData("tc filter add dev v0 parent 1: prio 2 u32 match u32 0 0 flowid 1:1", "classifier u32")]
    [InlineData("tc filter add dev v0 ingress matchall action pass", "classifier matchall, action gact")]
    [InlineData("tc filter add dev v0 ingress u32 match u32 0 0 action mirred egress redirect dev ifb0", "classifier u32, action mirred")]
    [InlineData("tc actions add action mirred egress mirror dev ifb0 index 5", "action mirred")]
    [InlineData("ip link add v0 type veth peer name v1", "device veth")]
    [InlineData("tc qdisc show dev v0", "")]
    [InlineData("!tc qdisc add dev v0 root netem delay -1", "")]
    public void A_line_stands_for_the_kinds_that_it_makes(string line, string expected)
    {
        var script = new Script("s", ScriptLine.Read(line));

        var found = KindProofs.Find([script]).Where(k => k.Scenarios.Count > 0).Select(k => $"{k.Family} {k.Kind}");

        string.Join(", ", found).ShouldBe(expected);
    }
}
