using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>What tc makes of words that mirred does not know (tried with iproute2 6.1).</summary>
public sealed class MirredWordOrderTests : IDisposable
{
    private const string Add = "tc filter add dev vb ingress protocol all prio 1 u32 match u32 0 0 action mirred ";

    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [Trait("rule", "MIR-01")]
    [InlineData("egress some words redirect dev ifb0", 1)]
    [InlineData("egress some index 5 redirect dev ifb0", 5)]
    [InlineData("egress redirect some words dev ifb0", 1)]
    public void Words_it_does_not_know_are_passed_over(string words, uint index)
    {
        // given
        _lab.B("tc qdisc add dev vb ingress");

        // when
        _lab.B(Add + words);

        // then
        var action = _lab.Mirred("b", index);
        (action.Redirect, action.Target?.Name).ShouldBe((true, "ifb0"));
    }

    [Theory]
    [Trait("rule", "MIR-22")]
    [InlineData("egress")]
    [InlineData("egress dev ifb0")]
    [InlineData("egress redirect ifb0")]
    public void A_line_without_what_and_where_to_is_not_complete(string words)
    {
        // given
        _lab.B("tc qdisc add dev vb ingress");

        // when
        var result = _lab.Execute("b", Add + words);

        // then
        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldBe("Command line is not complete. Try option \"help\"\n");
        _lab.Lab.Lab.Find("b")!.Actions.All.ShouldBeEmpty();
    }
}
