using System.Diagnostics;
using ActorNet.Actors.Messages;
using ActorNet.Core.Iproute2;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using Shouldly;
using Xunit;

namespace ActorNet.Actors.Tests.Lifetime;

/// <summary>The same on real time: two labs on two loops with a thread each, while a third thread sends commands and frames to both.</summary>
public sealed class TwoLoopsTests
{
    private const int Rounds = 1500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string[] Lines =
    [
        "ip link add ifb0 type ifb", "ip link set ifb0 up", "ip link del ifb0", "ip link add va type veth peer name vb", "ip link set va up", "ip link set vb up", "ip link del vb",
        "ip link set vb name vz", "ip link set vz name vb", "ip netns add z", "ip netns del z", "ip link set vb netns z", "ip -n z link set vb up", "ip -n z link set vb netns x",
        "tc qdisc add dev vb clsact", "tc filter add dev vb ingress matchall action mirred egress redirect dev ifb0", "tc qdisc add dev ifb0 root tbf rate 1mbit burst 1600 limit 3000",
    ];

    [Fact]
    [Trait("rule", "DEV-07"), Trait("rule", "DEV-09"), Trait("rule", "IFB-39")]
    public async Task Nothing_is_lost_or_left_over_on_two_loops_at_once()
    {
        using var system = LoopSystem.Create("fire", new LoopOptions { Loops = 2 });
        var labs = new[] { system.ActorOf(LabActor.Configure(new LabSettings()), "one"), system.ActorOf(LabActor.Configure(new LabSettings()), "two") };
        foreach (var lab in labs) await Ask<NamespaceCreated>(lab, new CreateNamespace("x", Seed: 1));

        var answers = new List<Task<object>>[] { [], [] };
        var random = new Random(20260101);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < labs.Length; i++) Fire(labs[i], answers[i], random);
        }

        LoopSystem.LoopOf(labs[0]).ShouldNotBeSameAs(LoopSystem.LoopOf(labs[1]));
        for (var i = 0; i < labs.Length; i++)
        {
            var sent = 0L;
            foreach (var answer in answers[i]) sent += await answer is Injected told ? told.Ok + told.NoBuffers : 0;
            await Check(labs[i], sent);
        }
    }

    private static void Fire(IActorRef lab, List<Task<object>> answers, Random random)
    {
        lab.Tell(new ToNamespace("x", new RunCommand(CommandLine.Split(Lines[random.Next(Lines.Length)]))), ActorRefs.NoSender);
        var frames = Enumerable.Range(0, random.Next(1, 20)).Select(_ => (ReadOnlyMemory<byte>)Origin.FrameOfAnybody()).ToArray();
        answers.Add(lab.Ask<object>(new ToNamespace("x", new Inject(random.Next(2) == 0 ? "va" : "vb", frames)), Patience));
    }

    /// <summary>Everything is removed; what was under way ends soon, and then the sum is right.</summary>
    private static async Task Check(IActorRef lab, long sent)
    {
        await lab.Ask<object>(new ToNamespace("x", new RunCommand(CommandLine.Split("ip netns del z"))), Patience);
        await Ask<Done>(lab, new ToNamespace("x", new RemoveAll()));
        var waited = Stopwatch.StartNew();
        var snapshot = await Ask<LabSnapshot>(lab, TakeSnapshot.Instance);
        while ((snapshot.FramesOutstanding > 0 || snapshot.Actors > 0) && waited.Elapsed < Patience) snapshot = await Ask<LabSnapshot>(lab, TakeSnapshot.Instance);

        (snapshot.FramesOutstanding, snapshot.Actors).ShouldBe((0, 0), $"{sent} sent, drops {string.Join(", ", snapshot.Drops)}; {string.Join(" ", snapshot.Namespaces.Select(n => n.Name + ":" + n.Devices.Count))}");
        snapshot.Drops.Values.Sum().ShouldBe(sent, "nobody takes frames of this type, so each ends as a counted drop");
        sent.ShouldBeGreaterThan(Rounds);
    }

    private static async Task<T> Ask<T>(IActorRef lab, object message) => (await lab.Ask<object>(message, Patience)).ShouldBeOfType<T>();
}
