using ActorNet.Core.Devices;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

/// <summary>The loopback device (rule LO-01).</summary>
public sealed class LoopbackTests : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public LoopbackTests()
    {
        _lab.Lab.Lab.Find("a")!.Register(new LoopbackDevice());
        _lab.A("ip link set lo up");
    }

    private NetDevice Lo => _lab.Device("a", "lo");

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "LO-01")]
    public void What_it_sends_it_receives_and_neither_counts_the_header()
    {
        var sniffer = _lab.Sniff("a", "lo");

        _lab.X("a", "lo", 2, 98);

        _lab.S("a", "lo").ShouldBe("rx 2/168/2 tx 2/168/0");
        (sniffer.Out, sniffer.In).ShouldBe((2, 2));
    }

    [Fact]
    [Trait("rule", "LO-01")]
    public void It_has_no_queue_an_mtu_without_bounds_and_its_address_when_up()
    {
        Lo.RootQdisc.Kind.ShouldBe("noqueue");
        (Lo.Mtu, Lo.OperState).ShouldBe((65536, OperState.Unknown));
        _lab.A("ip link set lo mtu 0", "ip link set lo mtu 2147483647", "ip link set lo mtu 65536");
        _lab.Execute("a", "ip addr show dev lo").Output.ShouldNotContain("inet ", customMessage: "an MTU below 68 took it away");
        _lab.A("ip link set lo down", "ip link set lo up");
        _lab.Execute("a", "ip addr show dev lo").Output.ShouldContain("inet 127.0.0.1/8 scope host lo");
    }

    [Fact]
    public void A_frame_from_outside_without_a_whole_header_is_an_error()
    {
        _lab.Lab.Receive(Lo, _lab.Lab.Pool.Rent(6)!);

        _lab.Lab.Run();

        (Lo.GetStats().RxErrors, Lo.GetStats().RxPackets).ShouldBe((1, 0));
    }

    [Fact]
    [Trait("rule", "LO-01"), Trait("rule", "DEV-09")]
    public void It_can_neither_be_deleted_nor_moved()
    {
        _lab.Execute("a", "ip link del lo").Error.ShouldBe("RTNETLINK answers: Operation not supported\n");
        _lab.Execute("a", "ip link set lo netns b").Error.ShouldContain("The interface netns is immutable");
    }

    [Theory]
    [Trait("rule", "MAC-01"), Trait("rule", "LO-01")]
    [InlineData("02:00:00:00:00:01", "")]
    [InlineData("01:00:00:00:00:02", "RTNETLINK answers: Cannot assign requested address\n")]
    public void Its_address_can_be_changed_while_it_is_up(string address, string error) =>
        _lab.Execute("a", "ip link set lo address " + address).Error.ShouldBe(error, "as observed on Linux 6.18");
}
