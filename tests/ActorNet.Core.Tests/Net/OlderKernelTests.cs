using ActorNet.Core.Devices;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

/// <summary>What 6.1 says and does otherwise than 6.18 (both observed: scenarios addr-primary-and-secondary, netns-move, flags-operstate-across-namespaces).</summary>
public sealed class OlderKernelTests
{
    [Theory]
    [Trait("rule", "INET-02")]
    [InlineData("6.18", "Error: ipv4: Address already assigned.\n", "Error: ipv4: Address not found.\n")]
    [InlineData("6.1", "RTNETLINK answers: File exists\n", "RTNETLINK answers: Cannot assign requested address\n")]
    public void Refused_addresses_are_explained_since_lately(string kernel, string exists, string missing)
    {
        // given
        using var lab = new ScenarioLab(KernelProfile.Find(kernel));
        lab.B("ip addr add 10.1.0.1/24 dev ifb0");

        // then
        lab.Execute("b", "ip addr add 10.1.0.1/24 dev ifb0").Error.ShouldBe(exists);
        lab.Execute("b", "ip addr del 10.9.9.9/24 dev ifb0").Error.ShouldBe(missing);
    }

    [Theory]
    [Trait("rule", "DEV-09")]
    [InlineData("6.18", "Error: An interface with the same name exists in the target netns.\n")]
    [InlineData("6.1", "RTNETLINK answers: File exists\n")]
    public void A_move_onto_a_taken_name_is_explained_since_lately(string kernel, string refusal)
    {
        // given
        using var lab = new ScenarioLab(KernelProfile.Find(kernel));
        lab.A("ip link add ifb0 type ifb");

        // when
        var result = lab.Execute("a", "ip link set ifb0 netns b");

        // then
        result.Error.ShouldBe(refusal);
        lab.Device("a", "ifb0").Namespace.Name.ShouldBe("a");
    }

    [Theory]
    [Trait("rule", "FLAG-02")]
    [InlineData("6.18", 11, 12, OperState.Down)]
    [InlineData("6.1", 11, 12, OperState.LowerLayerDown)]
    [InlineData("6.1", 11, 11, OperState.Down)]
    public void Without_carrier_6_1_compares_numbers_and_6_18_looks_for_the_other_end_in_its_own_namespace(string kernel, int near, int far, OperState expected)
    {
        // given
        using var lab = new ScenarioLab(KernelProfile.Find(kernel));
        lab.A($"ip link add vx index {near} type veth peer name vy index {far} netns b", "ip link set vx up");

        // when
        lab.Lab.Advance(2_000_000_000);

        // then
        lab.Device("a", "vx").OperState.ShouldBe(expected);
    }

    [Fact]
    [Trait("rule", "VLAN-01")]
    public void A_vlan_device_has_the_carrier_of_the_device_below_from_the_beginning()
    {
        // given
        using var lab = new ScenarioLab(KernelProfile.Linux61);
        lab.Lab.Advance(2_000_000_000);

        // when
        lab.B("ip link add link vb name vb.5 type vlan id 5", "ip link set vb.5 up");
        lab.Lab.Advance(2_000_000_000);

        // then
        var vlan = lab.Device("b", "vb.5");
        (vlan.CarrierOn, vlan.OperState, vlan.GetStats().CarrierChanges).ShouldBe((true, OperState.Up, 0));
    }
}
