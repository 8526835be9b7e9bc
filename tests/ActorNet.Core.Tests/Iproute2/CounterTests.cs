using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>Counters as they are printed; the samples are those of the rules' section F.</summary>
public sealed class CounterTests : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Sixty_frames_through_a_shaped_ifb_print_the_observed_samples()
    {
        _lab.RedirectVbToIfb0();
        _lab.B("tc qdisc add dev ifb0 root handle 1: tbf rate 8kbit burst 1600 limit 3000");

        _lab.X(60, 100);

        Out("tc -s -j qdisc show dev ifb0").ShouldBe(
            """[{"kind":"tbf","handle":"1:","root":true,"refcnt":2,"options":{"rate":1000,"burst":1600,"lat":1400000},"bytes":1600,"packets":16,"drops":14,"overlimits":44,"requeues":0,"backlog":3000,"qlen":30}]""");
        Out("tc -s -j qdisc show dev vb").ShouldEndWith(
            """{"kind":"ingress","handle":"ffff:","parent":"ffff:fff1","options":{},"bytes":5160,"packets":60,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0}]""");
        Out("tc -s -j filter show dev vb ingress").ShouldBe(
            """[{"protocol":"all","pref":10,"kind":"u32","chain":0},{"protocol":"all","pref":10,"kind":"u32","chain":0,"options":{"fh":"800:","ht_divisor":1}},{"protocol":"all","pref":10,"kind":"u32","chain":0,"options":{"fh":"800::800","order":2048,"key_ht":"800","bkt":"0","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0},"actions":[{"order":1,"kind":"mirred","mirred_action":"redirect","direction":"egress","to_dev":"ifb0","control_action":{"type":"stolen"},"index":1,"ref":1,"bind":1,"installed":0,"last_used":0,"first_used":0,"stats":{"bytes":5160,"packets":60,"drops":0,"overlimits":14,"requeues":0,"backlog":0,"qlen":0}}]}}]""");
        Out("ip -s -s -j link show dev ifb0").ShouldEndWith(
            """
            "stats64":{"rx":{"bytes":1600,"packets":16,"errors":0,"dropped":0,"over_errors":0,"multicast":0,"length_errors":0,"crc_errors":0,"frame_errors":0,"fifo_errors":0,"missed_errors":0},"tx":{"bytes":1600,"packets":16,"errors":0,"dropped":0,"carrier_errors":0,"collisions":0,"aborted_errors":0,"fifo_errors":0,"window_errors":0,"heartbeat_errors":0,"carrier_changes":0}}}]
            """);
        Out("ethtool -S ifb0").ShouldBe("NIC statistics:\n     rx_queue_0_packets: 16\n     rx_queue_0_bytes: 1600\n     tx_queue_0_packets: 16\n     tx_queue_0_bytes: 1600");
    }

    [Fact]
    public void Frames_for_other_stations_are_a_column_of_their_own()
    {
        var va = _lab.Device("a", "va");
        for (var i = 0; i < 3; i++) _lab.Lab.Inject(va, _lab.Lab.Frame(100, EtherType.IPv4, dst: "02:00:00:00:00:77"));
        for (var i = 0; i < 200; i++) _lab.Lab.Inject(va, _lab.Lab.Frame(1000, EtherType.IPv4));
        _lab.Lab.Run();

        Out("ip -s -s link show vb").ShouldContain(
            """
                RX:  bytes packets errors dropped  missed   mcast           
                    200300     203      0       0       0       0 
                RX errors:  length    crc   frame    fifo overrun otherhost
                                 0      0       0       0       0         3 

            """.TrimEnd('\n'));
        Out("ip -s -s -j link show vb").ShouldContain("\"missed_errors\":0,\"otherhost\":3}");
    }

    [Fact]
    public void Columns_grow_with_their_numbers()
    {
        var big = new Counted();
        _lab.Lab.Lab.Find("b")!.Register(big);

        var lines = Out("ip -s -s link show big0").Split('\n');

        lines[3].ShouldStartWith("    123456789012345 12345678 ");
        for (var i = 2; i < lines.Length; i += 2) lines[i].TrimEnd().Length.ShouldBe(lines[i + 1].TrimEnd().Length, $"{lines[i]}|{lines[i + 1]}");
    }

    private string Out(string line)
    {
        var result = _lab.Execute("b", line);
        result.ExitCode.ShouldBe(0, result.Error);
        return result.Output.TrimEnd('\n');
    }

    /// <summary>A device that has seen much.</summary>
    private sealed class Counted : NetDevice
    {
        public Counted()
            : base("big0")
        {
            Stats.RxBytes = 123_456_789_012_345;
            Stats.RxPackets = 12_345_678;
            Stats.CarrierChanges = 123_456_789;
        }

        public override string Kind => "dummy";

        protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
        {
            skb.Free(DropReason.Sink);
            return TxStatus.Ok;
        }
    }
}
