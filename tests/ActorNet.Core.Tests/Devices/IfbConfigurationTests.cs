using ActorNet.Core.Devices;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

/// <summary>How an IFB is made and what can be changed on it (rules IFB-34 to IFB-45), under every kernel where they differ.</summary>
public sealed class IfbConfigurationTests : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "IFB-34")]
    public void A_new_one_is_a_broadcast_device_without_arp_and_with_a_short_queue()
    {
        _lab.B("ip link add ifb5 type ifb", "ip link add ifb6 type ifb");
        var ifb = _lab.Device("b", "ifb5");

        (ifb.Mtu, ifb.MinMtu, ifb.MaxMtu, ifb.TxQueueLength).ShouldBe((1500, 0, 0, 32));
        ifb.Flags.ShouldBe(DeviceFlags.Broadcast | DeviceFlags.NoArp);
        ifb.Address.IsValidUnicast.ShouldBeTrue();
        (ifb.Address.Value & 0x0200_0000_0000).ShouldNotBe(0UL, "locally administered");
        ifb.Address.ShouldNotBe(_lab.Device("b", "ifb6").Address);
        (ifb.CarrierOn, ifb.OperState).ShouldBe((true, OperState.Down));
        _lab.B("ip link set ifb5 up");
        ifb.OperState.ShouldBe(OperState.Unknown);
        ifb.NeedsFree.ShouldBeTrue();
    }

    [Theory]
    [Trait("rule", "IFB-35"), Trait("rule", "MTU-01")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(67)]
    [InlineData(65536)]
    [InlineData(int.MaxValue)]
    public void Any_mtu_is_accepted(int mtu)
    {
        _lab.B($"ip link set ifb0 mtu {mtu}");

        _lab.Device("b", "ifb0").Mtu.ShouldBe(mtu);
    }

    [Theory]
    [Trait("rule", "IFB-36")]
    [InlineData("01:00:00:00:00:01")]
    [InlineData("ff:ff:ff:ff:ff:ff")]
    [InlineData("00:00:00:00:00:00")]
    public void An_address_that_no_station_has_is_refused_at_birth(string address)
    {
        var result = _lab.Execute("b", $"ip link add ifb9 address {address} type ifb");

        result.Error.ShouldBe("RTNETLINK answers: Cannot assign requested address\n");
        _lab.Lab.Lab.Find("b")!.Find("ifb9").ShouldBeNull();
    }

    [Theory]
    [Trait("rule", "IFB-36"), Trait("rule", "IFB-37"), Trait("rule", "MAC-01")]
    [InlineData("address 02:00:00:00:00:09")]
    [InlineData("carrier off")]
    public void The_driver_has_no_such_operation(string change)
    {
        var address = _lab.Device("b", "ifb0").Address;

        var up = _lab.Execute("b", "ip link set ifb0 " + change);
        _lab.B("ip link set ifb0 down");
        var down = _lab.Execute("b", "ip link set ifb0 " + change);

        (up.Error, down.Error).ShouldBe(("RTNETLINK answers: Operation not supported\n", "RTNETLINK answers: Operation not supported\n"));
        (_lab.Device("b", "ifb0").Address, _lab.Device("b", "ifb0").CarrierOn).ShouldBe((address, true));
    }

    [Theory]
    [Trait("rule", "IFB-37")]
    [InlineData("multicast", DeviceFlags.Multicast, true)]
    [InlineData("arp", DeviceFlags.NoArp, false)]
    [InlineData("allmulticast", DeviceFlags.AllMulti, true)]
    [InlineData("promisc", DeviceFlags.Promisc, true)]
    [InlineData("dynamic", DeviceFlags.Dynamic, true)]
    [InlineData("trailers", DeviceFlags.NoTrailers, false)]
    public void A_user_may_toggle_its_flags(string word, DeviceFlags flag, bool set)
    {
        var ifb = _lab.Device("b", "ifb0");

        _lab.B($"ip link set ifb0 {word} on");
        var on = ifb.Flags.HasFlag(flag);
        _lab.B($"ip link set ifb0 {word} off");

        (on, ifb.Flags.HasFlag(flag)).ShouldBe((set, !set));
    }

    [Fact]
    [Trait("rule", "IFB-37"), Trait("rule", "TX-03")]
    public void It_has_no_watchdog() => _lab.Device("b", "ifb0").WatchdogNanoseconds.ShouldBe(0);

    [Theory]
    [Trait("rule", "IFB-40")]
    [InlineData("0")]
    [InlineData("4097")]
    public void Numbers_of_queues_out_of_range_are_refused(string queues) =>
        _lab.Execute("b", $"ip link add ifb9 numtxqueues {queues} type ifb").Error.ShouldBe("Error: Invalid number of transmit queues.\n");

    [Fact]
    [Trait("rule", "IFB-40"), Trait("rule", "MQ-01")]
    public void Several_queues_make_mq_the_root_with_one_pfifo_fast_each()
    {
        _lab.B("ip link add ifb8 numtxqueues 3 numrxqueues 4 type ifb", "ip link set ifb8 up");

        _lab.Device("b", "ifb8").NumRxQueues.ShouldBe(1);
        _lab.Execute("b", "tc qdisc show dev ifb8").Output.ShouldBe(
            "qdisc mq 0: root \n"
            + "qdisc pfifo_fast 0: parent :3 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1\n"
            + "qdisc pfifo_fast 0: parent :2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1\n"
            + "qdisc pfifo_fast 0: parent :1 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1\n");
        _lab.Execute("b", "tc -j qdisc show dev ifb8").Output.ShouldStartWith("[{\"kind\":\"mq\",\"handle\":\"0:\",\"root\":true,\"options\":{}}");
    }

    [Fact]
    [Trait("rule", "IFB-43"), Trait("rule", "NAME-02")]
    public void Without_a_name_it_gets_the_first_free_number_of_its_namespace()
    {
        _lab.B("ip link add type ifb", "ip link add type ifb", "ip link del ifb1", "ip link add type ifb");
        _lab.A("ip link add type ifb");

        _lab.Lab.Lab.Find("b")!.Devices.OfType<IfbDevice>().Select(d => d.Name).Order().ShouldBe(["ifb0", "ifb1", "ifb2"]);
        _lab.Device("a", "ifb0").ShouldNotBeNull();
    }

    [Fact]
    [Trait("rule", "IFB-44")]
    public void It_takes_super_frames_and_tags_whole_and_its_user_may_switch_every_offload()
    {
        var ifb = _lab.Device("b", "ifb0");
        const DeviceFeatures offloads = DeviceFeatures.Sg | DeviceFeatures.FragList | DeviceFeatures.HwCsum | DeviceFeatures.HighDma
            | DeviceFeatures.GsoSoftware | DeviceFeatures.GsoTunnel | DeviceFeatures.HwVlanCtagTx | DeviceFeatures.HwVlanStagTx;

        (ifb.Features & offloads).ShouldBe(offloads);
        (ifb.HwFeatures & offloads).ShouldBe(offloads);
        _lab.Execute("b", "ethtool -k ifb0").Output.ShouldContain("tx-udp-segmentation: on\n");
    }

    [Theory]
    [Trait("rule", "IFB-44")]
    [InlineData("4.17", false)]
    [InlineData("5.14", true)]
    [InlineData("6.1", true)]
    [InlineData("6.18", true)]
    public void Older_kernels_segment_only_tcp_late(string kernel, bool all)
    {
        using var lab = new ScenarioLab(KernelProfile.Find(kernel));
        var features = lab.Device("b", "ifb0").Features;

        features.HasFlag(DeviceFeatures.Tso | DeviceFeatures.Tso6 | DeviceFeatures.TsoEcn | DeviceFeatures.GsoTunnel).ShouldBeTrue();
        ((features & (DeviceFeatures.GsoUdpL4 | DeviceFeatures.GsoSctp | DeviceFeatures.GsoFragList)) != 0).ShouldBe(all);
    }

    [Theory]
    [Trait("rule", "IFB-45")]
    [InlineData("6.1", 65536)]
    [InlineData("6.12", 65536)]
    [InlineData("6.18", 524280)]
    public void The_largest_super_frame_depends_on_the_kernel(string kernel, int bytes)
    {
        using var lab = new ScenarioLab(KernelProfile.Find(kernel));

        lab.Execute("b", "ip -d link show dev ifb0").Output.ShouldContain($"tso_max_size {bytes} ");
    }

    [Theory]
    [Trait("rule", "IFB-33")]
    [InlineData("6.1")]
    [InlineData("6.18")]
    public void Statistics_list_all_rows_of_reception_and_then_all_of_transmission(string kernel)
    {
        using var lab = new ScenarioLab(KernelProfile.Find(kernel));
        lab.B("ip link add ifb8 numtxqueues 2 type ifb");

        lab.Execute("b", "ethtool -S ifb8").Output.ShouldBe("""
            NIC statistics:
                 rx_queue_0_packets: 0
                 rx_queue_0_bytes: 0
                 rx_queue_1_packets: 0
                 rx_queue_1_bytes: 0
                 tx_queue_0_packets: 0
                 tx_queue_0_bytes: 0
                 tx_queue_1_packets: 0
                 tx_queue_1_bytes: 0

            """);
    }

    [Theory]
    [Trait("rule", "IFB-33")]
    [InlineData("4.17")]
    [InlineData("5.14")]
    public void Older_kernels_tell_nothing_per_queue(string kernel)
    {
        using var lab = new ScenarioLab(KernelProfile.Find(kernel));

        lab.Execute("b", "ethtool -S ifb0").Error.ShouldBe("no stats available\n");
    }
}
