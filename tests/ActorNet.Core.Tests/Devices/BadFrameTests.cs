using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

/// <summary>Frames that should not be: each ends as a counted drop, and nothing leaks (the lab checks that when it is disposed).</summary>
public sealed class BadFrameTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly NetNamespace _ns;
    private readonly TapEndpointDevice _alice = new("alice");
    private readonly TapEndpointDevice _bob = new("bob");
    private readonly BridgeDevice _bridge = new("br0");
    private readonly RecordingWire _wire = new();

    public BadFrameTests()
    {
        _ns = _lab.AddNamespace("n");
        NetDevice[] all = [_alice, _bob, _bridge];
        foreach (var device in all) _ns.Register(device);
        _alice.Attach(new RecordingWire());
        _bob.Attach(_wire);
        _ns.SetMaster(_alice, _bridge);
        _ns.SetMaster(_bob, _bridge);
        foreach (var device in all) _ns.OpenDevice(device);
    }

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(13)]
    public void A_frame_without_a_whole_header_is_an_error_of_the_receiver(int size)
    {
        Receive(_lab.Pool.Rent(size)!);

        var stats = _alice.GetStats();
        (stats.RxPackets, stats.RxErrors, stats.RxLengthErrors).ShouldBe((0, 1, 1));
        _lab.Pool.Dropped(DropReason.Malformed).ShouldBe(1);
        _wire.Lengths.ShouldBeEmpty();
    }

    [Fact]
    public void A_bare_header_is_a_frame()
    {
        Receive(_lab.Frame(14));

        _wire.Lengths.ShouldBe([14]);
    }

    [Fact]
    [Trait("rule", "MTU-02")]
    public void A_frame_over_the_mtu_of_the_leaving_port_is_dropped_and_a_tagged_one_at_it_is_not()
    {
        Receive(_lab.Frame(1518));
        Receive(_lab.Frame(1519));

        _wire.Lengths.ShouldBe([1518]);
        _lab.Pool.Dropped(DropReason.BridgeFiltered).ShouldBe(1);
    }

    [Fact]
    public void A_frame_that_arrives_while_the_port_is_down_is_dropped()
    {
        _ns.CloseDevice(_alice);

        Receive(_lab.Frame(100));

        _alice.GetStats().RxDropped.ShouldBe(1);
        _lab.Pool.Dropped(DropReason.DeviceDown).ShouldBe(1);
    }

    [Fact]
    public void A_tag_without_its_second_half_ends_the_frame_without_a_count_of_the_device()
    {
        Receive(_lab.Frame(15, type: EtherType.Vlan));

        _alice.GetStats().RxDropped.ShouldBe(0);
        _lab.Pool.Dropped(DropReason.Malformed).ShouldBe(1);
    }

    [Fact]
    public void A_super_frame_is_cut_for_a_wire_that_cannot_take_it()
    {
        _wire.Offered = DeviceFeatures.None;
        _bob.Attach(_wire);
        var skb = TcpSuperFrame(payload: 3000, segment: 1000);

        Receive(skb);

        _wire.Lengths.ShouldBe([1054, 1054, 1054]);
    }

    [Fact]
    public void A_super_frame_whose_headers_contradict_it_is_dropped_where_it_would_be_cut()
    {
        _wire.Offered = DeviceFeatures.None;
        _bob.Attach(_wire);
        var skb = TcpSuperFrame(payload: 3000, segment: 1000);
        skb.Span[14] = 0x4F;
        skb.Span[46] = 0xF0;

        Receive(skb);

        _wire.Lengths.ShouldBeEmpty();
        (_lab.Pool.Dropped(DropReason.BadOffloadHeader) + _lab.Pool.Dropped(DropReason.Malformed)).ShouldBe(1);
        _bob.GetStats().TxDropped.ShouldBe(1);
    }

    private void Receive(SkBuff skb)
    {
        _lab.Receive(_alice, skb);
        _lab.Run();
    }

    private SkBuff TcpSuperFrame(int payload, int segment)
    {
        var skb = _lab.Frame(54 + payload, type: EtherType.IPv4);
        var ip = skb.Span[14..];
        ip[0] = 0x45;
        ip[2] = (byte)((40 + payload) >> 8);
        ip[3] = (byte)(40 + payload);
        ip[8] = 64;
        ip[9] = 6;
        ip[32] = 0x50;
        skb.GsoType = GsoType.TcpV4;
        skb.GsoSize = (ushort)segment;
        skb.GsoSegs = (ushort)(payload / segment);
        skb.IpSummed = IpSummed.Partial;
        skb.CsumStart = 34;
        skb.CsumOffset = 16;
        skb.HeaderLength = 54;
        return skb;
    }

    private sealed class RecordingWire : IWire
    {
        public DeviceFeatures Offered { get; set; } = DeviceFeatures.Sg | DeviceFeatures.HwCsum | DeviceFeatures.AllTso;

        public List<int> Lengths { get; } = [];

        public DeviceFeatures Offloads => Offered;

        public WireStatus Write(SkBuff skb, int queue)
        {
            Lengths.Add(skb.Length);
            return WireStatus.Written;
        }
    }
}
