using System.Globalization;
using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Networks;

/// <summary>A lab of twenty hosts, all of them busy; the benchmark <c>hour</c> runs the like for longer.</summary>
public sealed class BigLabTests
{
    private const int Hosts = 20;

    [Fact]
    public void A_thousand_frames_a_second_all_arrive()
    {
        using var lab = Lab.Build(Switch, new LabOptions { Trace = false });
        LabHost Host(int n) => lab.Host(Name(n % Hosts));

        var flows = Enumerable.Range(0, Hosts).Select(n => Host(n).StartUdp(Host(n + 1), "80kbit", 10.Seconds(), payload: 200)).ToList();
        lab.Advance(11.Seconds());

        flows.Sum(f => f.Sending.Wait().Datagrams).ShouldBe(10_000);
        flows.ShouldAllBe(f => f.Received.Datagrams == 500 && f.Received.Reordered == 0);
        lab.Counters["sw:ifb0"].TxPackets.ShouldBe(lab.Hosts.Values.Sum(h => h.Report.FramesOut));
        lab.Trace.Count.ShouldBe(0);
    }

    private static void Switch(TopologyBuilder topology)
    {
        for (var n = 0; n < Hosts; n++) topology.Host(Name(n), string.Create(CultureInfo.InvariantCulture, $"10.0.0.{n + 1}/24"));
        topology.Box("sw", box =>
        {
            box.Setup("ip link add br0 type bridge", "ip link set br0 up", "ip link add ifb0 numtxqueues 4 type ifb", "ip link set ifb0 up");
            for (var n = 0; n < Hosts; n++)
                box.Port(Name(n)).Setup($"ip link set {Name(n)} master br0", $"tc qdisc add dev {Name(n)} clsact", $"tc filter add dev {Name(n)} ingress matchall action mirred egress redirect dev ifb0");
        });
    }

    private static string Name(int number) => "host" + number.ToString(CultureInfo.InvariantCulture);
}
