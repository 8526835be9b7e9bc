using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>What <c>ethtool -K</c> answers (observed on 6.18 and 6.1: scenario ethtool-switches-an-offload).</summary>
[Trait("rule", "FEAT-01")]
public sealed class EthtoolSwitchTests
{
    [Theory]
    [InlineData("6.18", "tx-udp-segmentation: off [not requested]\n")]
    [InlineData("6.1", "")]
    public void What_goes_with_the_checksum_is_told(string kernel, string udp)
    {
        // given
        using var lab = new ScenarioLab(KernelProfile.Find(kernel));

        // then
        lab.Execute("b", "ethtool -K ifb0 tx off").Output.ShouldBe(
            "Actual changes:\ntx-checksum-ip-generic: off\ntx-tcp-segmentation: off [not requested]\ntx-tcp-ecn-segmentation: off [not requested]\n"
            + "tx-tcp-mangleid-segmentation: off [not requested]\ntx-tcp6-segmentation: off [not requested]\n" + udp);
    }

    [Fact]
    public void Words_of_one_command_act_together()
    {
        // given
        using var lab = new ScenarioLab();
        lab.B("ethtool -K ifb0 tx off");

        // then: TCP segmentation does not come back in between, and so has not changed
        lab.Execute("b", "ethtool -K ifb0 tx on tso off").Output.ShouldBe(
            "Actual changes:\ntx-checksum-ipv4: off [requested on]\ntx-checksum-ip-generic: on\ntx-checksum-ipv6: off [requested on]\n"
            + "tx-udp-segmentation: on [not requested]\ntx-tcp-accecn-segmentation: off\ntx-checksum-fcoe-crc: off [requested on]\ntx-checksum-sctp: off [requested on]\n");
    }

    [Fact]
    public void A_switch_that_does_just_what_was_asked_says_nothing()
    {
        // given
        using var lab = new ScenarioLab();

        // then
        lab.Execute("b", "ethtool -K ifb0 tso off").ShouldBe(new(0, "", ""));
        lab.Execute("b", "ethtool -K ifb0 lro off").ShouldBe(new(0, "", ""));
    }

    [Theory]
    [InlineData("ifb0", 56)]
    [InlineData("vb", 52)]
    public void An_unknown_word_is_pointed_at_by_its_place_in_the_request(string device, int offset)
    {
        // given
        using var lab = new ScenarioLab();

        // then
        lab.Execute("b", $"ethtool -K {device} nosuchfeature on").Error.ShouldBe($"netlink error: bit name not found (offset {offset})\nnetlink error: Operation not supported\n");
    }

    [Fact]
    public void What_no_device_can_is_asked_for_in_vain()
    {
        // given
        using var lab = new ScenarioLab();

        // when
        var result = lab.Execute("b", "ethtool -K ifb0 lro on");

        // then
        (result.Output, result.Error).ShouldBe(("Actual changes:\nrx-lro: off [requested on]\n", "Could not change any device features\n"));
    }
}
