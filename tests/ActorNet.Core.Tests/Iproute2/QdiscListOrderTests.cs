using System.Text.Json.Nodes;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>In which order <c>tc qdisc show</c> and <c>ip link show</c> go through the devices (observed on 6.18 and 6.1: scenario qdisc-defaults).</summary>
public sealed class QdiscListOrderTests : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "QD-07")]
    [Trait("rule", "IDX-01")]
    public void Qdiscs_are_listed_by_the_coming_of_their_devices_and_links_by_number()
    {
        // given
        _lab.B("ip link add late index 90 type ifb", "ip link add low index 40 type ifb", "ip link set late up", "ip link set low up");

        // then
        Names("b", "tc -j qdisc show", "dev").ShouldBe(["vb", "ifb0", "late", "low"]);
        Names("b", "ip -j link show", "ifname").ShouldBe(["vb", "ifb0", "low", "late"]);
    }

    [Fact]
    [Trait("rule", "DEV-09")]
    public void A_device_that_moves_in_comes_last()
    {
        // given
        _lab.B("ip link add low index 40 type ifb", "ip link set low up");
        _lab.A("ip link add moved index 30 type ifb");

        // when
        _lab.A("ip link set moved netns b");
        _lab.B("ip link set moved up");

        // then
        Names("b", "tc -j qdisc show", "dev").ShouldBe(["vb", "ifb0", "low", "moved"]);
    }

    private string[] Names(string ns, string line, string field)
    {
        var result = _lab.Execute(ns, line);
        result.ExitCode.ShouldBe(0, result.Error);
        return [.. JsonNode.Parse(result.Output)!.AsArray().Select(o => (string)o![field]!)];
    }
}
