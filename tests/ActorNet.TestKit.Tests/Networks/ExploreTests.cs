using ActorNet.Core.Devices;
using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Networks;

/// <summary>The same test under many orders of events.</summary>
public sealed class ExploreTests
{
    /// <summary>Two hosts that send at the same instant to a third.</summary>
    private static readonly LabPlan Race = LabPlan.Build(b => b
        .Host("ann", "10.0.0.1/24").Host("ben", "10.0.0.2/24").Host("cid", "10.0.0.3/24")
        .Box("sw", box => box.Port("ann", "ben", "cid").Setup("ip link add br0 type bridge", "ip link set ann master br0", "ip link set ben master br0", "ip link set cid master br0", "ip link set br0 up")));

    [Fact]
    public void Different_orders_happen()
    {
        var firsts = new HashSet<ulong>();

        Lab.Explore(Race, runs: 30, firstSeed: 1, lab => firsts.Add(FirstAtCid(lab)));

        firsts.Count.ShouldBe(2);
    }

    [Fact]
    public void A_run_that_fails_is_named_and_replays_exactly()
    {
        var traces = new List<string>();
        void Body(Lab lab)
        {
            var winner = FirstAtCid(lab);
            traces.Add(lab.Trace.Digest());
            winner.ShouldBe(lab.Host("ann").Mac.Value);
        }

        var failure = Should.Throw<LabFailureException>(() => Lab.Explore(Race, 100, 1, Body));

        var run = traces.Count;
        failure.Message.ShouldStartWith($"Run {run} of 100 failed, with order {run}. Lab.Replay(plan, {run}, ...) repeats it exactly.");
        failure.InnerException.ShouldBeOfType<ShouldAssertException>();
        Should.Throw<ShouldAssertException>(() => Lab.Replay(Race, (ulong)run, Body));
        traces[^1].ShouldBe(traces[^2]);
    }

    [Fact]
    public void A_lab_can_be_explored_from_itself()
    {
        var runs = 0;
        using var lab = Lab.Start(Race);

        lab.Explore(10, other =>
        {
            other.ShouldNotBeSameAs(lab);
            other.Host("ann").Ping(other.Host("ben")).Lost.ShouldBe(0);
            runs++;
        });

        runs.ShouldBe(10);
    }

    private static ulong FirstAtCid(Lab lab)
    {
        var (ann, ben, cid) = (lab.Host("ann"), lab.Host("ben"), lab.Host("cid"));
        ann.Ping(cid, count: 1).Lost.ShouldBe(0);
        ben.Ping(cid, count: 1).Lost.ShouldBe(0);
        var probe = lab.Probe("sw:cid");
        lab.Simulation.Hosts["ann"].Tell(new Actors.Hosts.StartPing(cid.Address, 1, 1.Seconds()), Engine.ActorRefs.NoSender);
        lab.Simulation.Hosts["ben"].Tell(new Actors.Hosts.StartPing(cid.Address, 1, 1.Seconds()), Engine.ActorRefs.NoSender);
        lab.RunUntilIdle();
        var first = probe.ExpectFrame(f => f.Icmp is { Type: 8 });
        first.Direction.ShouldBe(FrameDirection.Out);
        lab.Trace.Of(first).Stations[0].Step.ShouldBe(FrameStep.Receive);
        lab.Advance(2.Seconds());
        return first.Ethernet!.Source.Value;
    }
}
