using System.Diagnostics;
using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using ActorNet.Labs;
using ActorNet.Labs.Links;
using ActorNet.Topology;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Links;

/// <summary>A run in real time whose loop is kept busy says so.</summary>
public sealed class BehindTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Frames_that_leave_late_are_told()
    {
        // given
        var topology = TopologyLoader.LoadText(
            "boxes { lab { setup = \"ip link add d0 type dummy\\nip link set d0 up\\ntc qdisc add dev d0 root netem delay 20ms\" } }", "late.conf").OrThrow();
        using var system = LoopSystem.Create("late", new LoopOptions { Loops = 1 });
        var lab = system.ActorOf(LabActor.Configure(new LabSettings()), "lab");
        var runner = new PlanRunner(request => lab.Ask<object>(request, Patience), _ => throw new InvalidOperationException("no ports"));
        foreach (var step in TopologyPlan.For(topology).Steps) await runner.PerformAsync(step);
        var journal = new EventJournal("late", TimeProvider.System);
        system.ActorOf(LinksActor.Configure(lab, topology, journal), "links").Tell(new BeginLinks(), ActorRefs.NoSender);
        await journal.ReadAsync(1, wait: true, CancellationToken.None).WaitAsync(Patience);

        // when: frames wait for 20 ms while the loop is busy for 60; again, should this thread be held up between the two
        var begin = Stopwatch.GetTimestamp();
        EventPage page;
        do
        {
            await lab.Ask<object>(new ToNamespace("lab", new Inject("d0", [new byte[100], new byte[100], new byte[100]])), Patience);
            await KeepBusyAsync(LoopSystem.LoopOf(lab), TimeSpan.FromMilliseconds(60));
            page = await journal.ReadAsync(2, wait: false, CancellationToken.None);
        }
        while (page.Events.Count == 0 && Stopwatch.GetElapsedTime(begin) < Patience);

        // then
        var told = page.Events[0];
        told.Kind.ShouldBe(EventKinds.Behind);
        told.Text.ShouldMatch("^behind by [0-9]+ ms for [0-9]+ frames on lab/d0$");
        journal.Behind.Frames.ShouldBeGreaterThan(0);
        journal.Behind.WorstMilliseconds.ShouldBeInRange(1, 60_000);
    }

    private static Task KeepBusyAsync(EventLoop loop, TimeSpan time)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        loop.Post(() =>
        {
            var begin = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(begin) < time) Thread.SpinWait(100);
            done.SetResult();
        });
        return done.Task;
    }
}
