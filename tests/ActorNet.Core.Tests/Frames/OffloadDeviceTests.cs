using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

/// <summary>The transmit path of a device up to its wire: what a host behind it is given.</summary>
public sealed class OffloadDeviceTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_wire_without_offloads_is_given_segments()
    {
        // given
        var packet = new TestPacket();
        var wire = new Wire(DeviceFeatures.None);
        var device = Endpoint(wire);

        // when
        _lab.Inject(device, packet.ToSkb(_lab.Pool)).ShouldBe(Errno.None);
        _lab.Run();

        // then
        SegmentModel.Verify(packet, packet.ToRequestBytes(), wire.Frames);
        (device.GetStats().TxPackets, device.GetStats().TxBytes).ShouldBe((5, 5054 + (4 * 54)));
    }

    [Fact]
    public void A_wire_with_offloads_is_given_the_whole()
    {
        // given
        var packet = new TestPacket { V6 = true };
        var wire = new Wire(DeviceFeatures.Sg | DeviceFeatures.HwCsum | DeviceFeatures.AllTso);
        var device = Endpoint(wire);

        // when
        _lab.Inject(device, packet.ToSkb(_lab.Pool)).ShouldBe(Errno.None);
        _lab.Run();

        // then
        wire.Frames.ShouldHaveSingleItem().ShouldBe(packet.ToRequestBytes());
        device.GetStats().TxPackets.ShouldBe(1);
    }

    [Fact]
    public void A_super_frame_that_lies_is_counted_as_dropped()
    {
        // given
        var wire = new Wire(DeviceFeatures.None);
        var device = Endpoint(wire);
        var skb = new TestPacket().ToSkb(_lab.Pool);
        skb.Frame[17]++;

        // when
        _lab.Inject(device, skb);
        _lab.Run();

        // then
        wire.Frames.ShouldBeEmpty();
        device.GetStats().TxDropped.ShouldBe(1);
        _lab.Pool.Dropped(DropReason.BadOffloadHeader).ShouldBe(1);
    }

    [Fact]
    public void A_shared_frame_is_untagged_in_a_buffer_of_its_devices_pool()
    {
        // given a frame of another loop's pool, seen by a clone
        var foreign = new SkBuffPool();
        var skb = new TestPacket { Tags = 1, PayloadLength = 20 }.ToPlainSkb(foreign);
        var clone = foreign.Clone(skb)!;
        skb.Dev = Endpoint(new Wire(DeviceFeatures.None));
        skb.Pull(14);
        var before = (foreign.BytesMade, _lab.Pool.BytesMade);

        // when
        VlanTag.Untag(skb).ShouldBeTrue();

        // then
        foreign.BytesMade.ShouldBe(before.Item1);
        _lab.Pool.BytesMade.ShouldBeGreaterThan(before.Item2);
        skb.Free(DropReason.Consumed);
        clone.Free(DropReason.Consumed);
        foreign.Outstanding.ShouldBe(0);
    }

    private TapEndpointDevice Endpoint(Wire wire)
    {
        var ns = _lab.AddNamespace("lab");
        var device = new TapEndpointDevice("t0");
        ns.Register(device);
        device.Attach(wire);
        ns.OpenDevice(device);
        return device;
    }

    /// <summary>Keeps what it is given.</summary>
    private sealed class Wire(DeviceFeatures offloads) : IWire
    {
        public DeviceFeatures Offloads => offloads;

        public List<byte[]> Frames { get; } = [];

        public WireStatus Write(SkBuff skb, int queue)
        {
            Frames.Add(skb.Frame.ToArray());
            return WireStatus.Written;
        }
    }
}
