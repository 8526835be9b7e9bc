using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.RandomLabs;

/// <summary>
/// Laws of the whole, over random labs, traffic and orders of events. That no frame is forgotten, no actor dies or fails and the pool is balanced is checked whenever a lab is disposed of.
/// </summary>
public sealed class RandomLabTests
{
    /// <summary>The same sixty every time; <c>ACTORNET_RANDOM_LABS=2000</c> draws so many others.</summary>
    private static readonly Config Draws = Environment.GetEnvironmentVariable("ACTORNET_RANDOM_LABS") is { Length: > 0 } count
        ? Config.QuickThrowOnFailure.WithMaxTest(int.Parse(count, CultureInfo.InvariantCulture))
        : Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260101, 7);

    [Fact]
    public void Frames_are_conserved_and_counters_only_grow_in_any_order()
    {
        Prop.ForAll(Seeds(), seed =>
        {
            Lab.Explore(RandomLab.Plan(seed), runs: 3, firstSeed: seed, lab =>
            {
                var counters = new CounterWatch(lab);
                RandomTraffic.Run(lab, seed, () =>
                {
                    lab.CheckConservation();
                    counters.Look();
                });
            });
        }).Check(Draws);
    }

    [Fact]
    public void Flows_keep_their_order_where_nothing_reorders()
    {
        long arrived = 0;
        Prop.ForAll(Seeds(), seed =>
        {
            Lab.Explore(RandomLab.Plan(seed, ordered: true), runs: 3, firstSeed: seed, lab =>
            {
                foreach (var (sent, flow) in RandomTraffic.Run(lab, seed).Flows)
                {
                    flow.Reordered.ShouldBe(0);
                    flow.Duplicates.ShouldBe(0);
                    flow.Datagrams.ShouldBeLessThanOrEqualTo(sent);
                    arrived += flow.Datagrams;
                }
            });
        }).Check(Draws);
        arrived.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void What_arrives_does_not_depend_on_the_order_where_nothing_is_lost()
    {
        Prop.ForAll(Seeds(), seed =>
        {
            var received = new HashSet<string>(StringComparer.Ordinal);
            Lab.Explore(Lossless(1 + (int)(seed % 3)), runs: 4, firstSeed: seed, lab =>
            {
                var flow = lab.Host("host0").StartUdp(lab.Host("host1"), "2mbit", 40.Milliseconds(), 500);
                lab.Host("host1").Tcp(lab.Host("host0"), 20_000).IsDone.ShouldBeTrue();
                flow.Wait();
                lab.Advance(1.Seconds());
                flow.Received.Datagrams.ShouldBe(20);
                received.Add(string.Create(CultureInfo.InvariantCulture, $"{flow.Received.Datagrams} {flow.Received.Bytes} {lab.Host("host0").TcpReceived().Bytes}"));
            });
            received.Count.ShouldBe(1);
        }).Check(Draws.WithMaxTest(Math.Max(10, Draws.MaxTest / 10)));
    }

    [Fact]
    public void Every_drawn_topology_is_valid()
    {
        for (ulong seed = 1; seed <= 300; seed++)
        {
            RandomLab.Plan(seed).Topology.Hosts.Count.ShouldBeGreaterThan(1);
            RandomLab.Plan(seed, ordered: true).Topology.Boxes.ShouldNotBeEmpty();
        }
    }

    private static Arbitrary<ulong> Seeds() => Gen.Choose(1, 1_000_000).Select(n => (ulong)n).ToArbitrary();

    private static LabPlan Lossless(int queues) => LabPlan.Build(b => b
        .Host("host0", "10.0.0.1/24").Host("host1", "10.0.0.2/24")
        .Box("lab", box => box.Port("host0", "host1").Setup(
            "ip link add br0 type bridge", "ip link set host0 master br0", "ip link set host1 master br0", "ip link set br0 up",
            string.Create(CultureInfo.InvariantCulture, $"ip link add ifb0 numtxqueues {queues} type ifb"), "ip link set ifb0 up",
            "tc qdisc add dev host0 clsact", "tc filter add dev host0 ingress matchall action mirred egress redirect dev ifb0",
            "tc qdisc add dev host1 clsact", "tc filter add dev host1 ingress matchall action mirred egress redirect dev ifb0")));
}
