using ActorNet.Core.Devices;
using ActorNet.Core.Net;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

/// <summary>Offloads: what registration adds, what depends on what, and what a user may switch (rule FEAT-01; as <c>ethtool -K ifb0</c> did on Linux 6.18).</summary>
public sealed class FeatureTests
{
    private const DeviceFeatures Software = DeviceFeatures.Gso | DeviceFeatures.Gro;

    private readonly NetNamespace _ns = new("n");
    private readonly NotifierRecorder _recorder = new();

    [Fact]
    [Trait("rule", "FEAT-01")]
    public void Registration_adds_what_is_done_in_software()
    {
        var device = Register(DeviceFeatures.Sg | DeviceFeatures.HwCsum | DeviceFeatures.Tso);

        (device.Features & Software).ShouldBe(Software);
        (device.HwFeatures & (Software | DeviceFeatures.NoCacheCopy | DeviceFeatures.TsoMangleId)).ShouldBe(Software | DeviceFeatures.NoCacheCopy | DeviceFeatures.TsoMangleId);
        device.Features.HasFlag(DeviceFeatures.NoCacheCopy).ShouldBeFalse("it can be switched on, and is off");
        device.WantedFeatures.ShouldBe(device.Features & device.HwFeatures);
    }

    [Theory]
    [Trait("rule", "FEAT-01")]
    [InlineData(DeviceFeatures.Tso | DeviceFeatures.Sg, DeviceFeatures.Tso, "no checksum")]
    [InlineData(DeviceFeatures.Tso6 | DeviceFeatures.Sg | DeviceFeatures.IpCsum, DeviceFeatures.Tso6, "no IPv6 checksum")]
    [InlineData(DeviceFeatures.Tso | DeviceFeatures.HwCsum, DeviceFeatures.Tso | DeviceFeatures.Gso, "no scatter-gather")]
    [InlineData(DeviceFeatures.HwCsum | DeviceFeatures.IpCsum | DeviceFeatures.Ipv6Csum, DeviceFeatures.IpCsum | DeviceFeatures.Ipv6Csum, "one kind of checksum")]
    [InlineData(DeviceFeatures.TsoEcn | DeviceFeatures.TsoMangleId | DeviceFeatures.Sg | DeviceFeatures.HwCsum, DeviceFeatures.TsoEcn | DeviceFeatures.TsoMangleId, "no TSO")]
    [InlineData(DeviceFeatures.GsoUdpL4 | DeviceFeatures.Sg, DeviceFeatures.GsoUdpL4, "no checksum for UDP")]
    public void What_lacks_its_precondition_is_dropped(DeviceFeatures offered, DeviceFeatures dropped, string why) =>
        (Register(offered).Features & dropped).ShouldBe(DeviceFeatures.None, why);

    [Fact]
    [Trait("rule", "FEAT-01")]
    public void What_had_to_go_with_another_comes_back_with_it()
    {
        var ifb = new IfbDevice("ifb0");
        _ns.Register(ifb);
        const DeviceFeatures dependent = DeviceFeatures.AllTso | DeviceFeatures.GsoUdpL4;
        var before = ifb.Features;

        var off = _ns.SetFeatures(ifb, DeviceFeatures.HwCsum, on: false);
        var without = ifb.Features;
        var on = _ns.SetFeatures(ifb, DeviceFeatures.HwCsum, on: true);

        off.ShouldBe(DeviceFeatures.HwCsum | dependent);
        (without & (DeviceFeatures.HwCsum | dependent)).ShouldBe(DeviceFeatures.None);
        on.ShouldBe(off);
        ifb.Features.ShouldBe(before);
    }

    [Fact]
    [Trait("rule", "FEAT-01")]
    public void Without_scatter_gather_segmentation_of_tcp_goes_and_that_of_udp_stays()
    {
        var ifb = new IfbDevice("ifb0");
        _ns.Register(ifb);

        _ns.SetFeatures(ifb, DeviceFeatures.Sg, on: false);

        (ifb.Features & (DeviceFeatures.AllTso | DeviceFeatures.Gso)).ShouldBe(DeviceFeatures.None);
        ifb.Features.HasFlag(DeviceFeatures.GsoUdpL4).ShouldBeTrue();
    }

    [Fact]
    [Trait("rule", "FEAT-01")]
    public void What_is_fixed_cannot_be_switched_and_nobody_is_told()
    {
        var lo = new LoopbackDevice();
        _ns.Register(lo);
        var before = lo.Features;
        _ns.AddNotifier(_recorder);
        _recorder.Log.Clear();

        _ns.SetFeatures(lo, DeviceFeatures.HwCsum, on: false).ShouldBe(DeviceFeatures.None);

        lo.Features.ShouldBe(before);
        _recorder.Log.ShouldBeEmpty();
    }

    [Fact]
    [Trait("rule", "FEAT-01")]
    public void The_driver_sets_itself_up_before_others_hear_of_it()
    {
        var device = Register(DeviceFeatures.Sg | DeviceFeatures.HwCsum);
        _ns.AddNotifier(_recorder);
        _recorder.Log.Clear();

        _ns.SetFeatures(device, DeviceFeatures.Sg, on: false);

        _recorder.Log.ShouldBe(["set_features p0", "FeatureChange p0"]);
    }

    [Fact]
    [Trait("rule", "FEAT-01")]
    public void A_driver_that_refuses_keeps_what_it_had()
    {
        var device = Register(DeviceFeatures.Sg | DeviceFeatures.HwCsum);
        var before = device.Features;
        device.FeatureError = Errno.EBUSY;

        Should.Throw<RtnlException>(() => _ns.SetFeatures(device, DeviceFeatures.Sg, on: false)).Errno.ShouldBe(Errno.EBUSY);

        device.Features.ShouldBe(before);
    }

    private ProbeDevice Register(DeviceFeatures offered)
    {
        var device = new ProbeDevice("p0", _recorder);
        device.Offer(offered);
        _ns.Register(device);
        return device;
    }
}
