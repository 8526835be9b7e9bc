using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

/// <summary>Who counts multicast frames: the driver does or does not (observed: scenarios veth-counters-and-types and bridge-learning).</summary>
public sealed class MulticastCounterTests : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "VETH-02")]
    public void A_veth_counts_multicast_frames_among_all_others()
    {
        // when
        Send("01:00:5e:00:00:01");

        // then
        var stats = _lab.Device("b", "vb").GetStats();
        (stats.RxPackets, stats.RxMulticast).ShouldBe((1, 0));
    }

    [Fact]
    [Trait("rule", "BR-02")]
    public void A_bridge_counts_multicast_frames_and_not_broadcast_ones()
    {
        // given
        _lab.B("ip link add br0 type bridge", "ip link set vb master br0", "ip link set br0 up");

        // when
        Send("01:00:5e:00:00:01");
        Send("33:33:00:00:00:01");
        Send("ff:ff:ff:ff:ff:ff");

        // then
        var stats = _lab.Device("b", "br0").GetStats();
        (stats.RxPackets, stats.RxMulticast).ShouldBe((3, 2));
    }

    private void Send(string destination)
    {
        _lab.Lab.Inject(_lab.Device("a", "va"), _lab.Lab.Frame(100, dst: destination)).ShouldBe(Errno.None);
        _lab.Lab.Run();
    }
}
