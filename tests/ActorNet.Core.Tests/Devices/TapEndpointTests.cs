using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

/// <summary>The emulated end of a TAP (rule TUN-01).</summary>
public sealed class TapEndpointTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly NetNamespace _ns;
    private readonly TapEndpointDevice _tap = new("tap0");

    public TapEndpointTests()
    {
        _ns = _lab.AddNamespace("n");
        _ns.Register(_tap);
        _ns.OpenDevice(_tap);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "TUN-01"), Trait("rule", "FLAG-02"), Trait("rule", "FLAG-03")]
    public void Carrier_comes_and_goes_with_whoever_has_the_far_end()
    {
        _lab.Advance(1_000_000_000);
        var alone = (_tap.CarrierOn, _tap.OperState);

        _tap.Attach(new ListReader(4));
        _lab.Run();
        var taken = (_tap.CarrierOn, _tap.OperState, _tap.TxQueues[0].Qdisc.Kind);
        _tap.Attach(null);
        _lab.Advance(1_000_000_000);

        alone.ShouldBe((false, OperState.Down));
        taken.ShouldBe((true, OperState.Up, "pfifo_fast"), "a carrier that comes is urgent: the queue refuses until then");
        (_tap.CarrierOn, _tap.OperState, _tap.TxQueues[0].Qdisc.Kind).ShouldBe((false, OperState.Down, "noop"));
    }

    [Fact]
    [Trait("rule", "TUN-01")]
    public void What_was_written_to_it_counts_at_once_and_what_it_sends_when_it_is_read()
    {
        var reader = Plug(room: 10);

        _lab.Receive(_tap, _lab.Frame(100));
        Send(3).ShouldBe(3);
        var unread = (_tap.GetStats().RxPackets, _tap.GetStats().TxPackets);
        reader.ReadAll(_tap);

        unread.ShouldBe((1, 0));
        (_tap.GetStats().TxPackets, _tap.GetStats().TxBytes).ShouldBe((3, 300));
    }

    [Fact]
    [Trait("rule", "TUN-01")]
    public void A_full_ring_drops_and_the_sender_is_content()
    {
        Plug(room: 2);

        Send(5).ShouldBe(5);

        (_tap.GetStats().TxDropped, _tap.RootQdisc.Stats.Drops).ShouldBe((3, 0));
    }

    [Fact]
    [Trait("rule", "TUN-01"), Trait("rule", "QD-08")]
    public void Whoever_lets_go_of_the_far_end_leaves_a_second_of_drops_and_then_noop()
    {
        Plug(room: 10);
        _tap.Attach(null);

        Send(2).ShouldBe(2);
        var early = (_tap.RootQdisc.Stats.Packets, _tap.GetStats().TxDropped);
        _lab.Advance(1_000_000_000);
        Send(2).ShouldBe(2);

        early.ShouldBe((2, 2), "the driver drops them");
        (_tap.RootQdisc.Stats.Packets, _tap.GetStats().TxDropped).ShouldBe((2, 4), "they do not get so far any more");
    }

    [Fact]
    [Trait("rule", "TUN-01"), Trait("rule", "MTU-01")]
    public void A_tap_is_an_ethernet_device_and_a_tun_is_not()
    {
        var tun = new TapEndpointDevice("tun0", options: new TapOptions { IsTun = true });
        _ns.Register(tun);

        (tun.Flags, tun.HasMacHeader, tun.TxQueueLength, tun.MaxMtu).ShouldBe((DeviceFlags.PointToPoint | DeviceFlags.Multicast | DeviceFlags.NoArp, false, 500, 65535));
        (_tap.Flags & ~DeviceFlags.Up, _tap.HasMacHeader, _tap.TxQueueLength, _tap.MaxMtu).ShouldBe((DeviceFlags.Broadcast | DeviceFlags.Multicast, true, 1000, 65521));
    }

    [Fact]
    [Trait("rule", "IFB-23"), Trait("rule", "TUN-01"), Trait("scenario", "G37")]
    public void A_packet_without_header_passes_an_ifb_without_header()
    {
        using var lab = new ScenarioLab();
        var tun = new TapEndpointDevice("tun0", options: new TapOptions { IsTun = true });
        lab.Lab.Lab.Find("b")!.Register(tun);
        tun.Attach(new ListReader(10));
        lab.B("ip link set tun0 up", "tc qdisc add dev tun0 ingress", $"tc filter add dev tun0 ingress {ScenarioLab.MatchAll} egress redirect dev ifb0");
        var packet = lab.Lab.Pool.Rent(86)!;
        packet.Span.Clear();
        packet.Span[0] = 0x45;

        lab.Lab.Receive(tun, packet);
        lab.Lab.Run();

        lab.S("b", "tun0").ShouldBe("rx 1/86/0 tx 0/0/0");
        lab.S("b", "ifb0").ShouldBe("rx 1/86/0 tx 1/86/0");
    }

    private ListReader Plug(int room)
    {
        var reader = new ListReader(room);
        _tap.Attach(reader);
        _lab.Run();
        return reader;
    }

    private int Send(int count) => _lab.Inject(_tap, count, 100);

    /// <summary>A program that has the far end and reads when it is told to.</summary>
    private sealed class ListReader(int room) : IWire
    {
        private readonly Queue<int> _ring = new();

        public DeviceFeatures Offloads => DeviceFeatures.None;

        public WireStatus Write(SkBuff skb, int queue)
        {
            if (_ring.Count == room) return WireStatus.Refused;
            _ring.Enqueue(skb.Length);
            return WireStatus.Buffered;
        }

        public void ReadAll(TapEndpointDevice tap)
        {
            while (_ring.TryDequeue(out var bytes)) tap.CountRead(bytes);
        }
    }
}
