using ActorNet.Actors.Messages;
using ActorNet.Actors.Tests.Harness;
using ActorNet.Core.Tests.Harness;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Actors.Tests;

/// <summary>The actors against the plain in-memory runner of Core's tests: same script, same frames, same counters, and nothing leaks in either.</summary>
public sealed class ModelTests
{
    // No way may lead a frame to the same IFB twice at different times: how full it is then depends on whether the drain or the other way is faster, and both
    // orders are Linux's.
    private static readonly string[] Lines =
    [
        "ip link set ifb0 down", "ip link set ifb0 up", "ip link set vb down", "ip link set vb up", "ip link set ifb0 txqueuelen 3",
        "ip link del ifb0", "ip link add ifb0 type ifb", "ip link add ifb1 type ifb", "ip link set ifb1 up", "ip link set vc down", "ip link set vc up",
        "tc qdisc add dev vb ingress", "tc qdisc del dev vb ingress", "tc qdisc add dev vb clsact", "tc qdisc add dev vd ingress",
        "tc filter add dev vb ingress matchall action mirred egress redirect dev ifb0",
        "tc filter add dev vb ingress prio 5 matchall action mirred egress mirror dev vc continue",
        "tc filter add dev vb ingress prio 3 u32 match u32 0 0 action mirred egress redirect dev vb",
        "tc filter del dev vb ingress", "tc qdisc add dev ifb0 root pfifo limit 4", "tc qdisc add dev ifb0 root tbf rate 1mbit burst 1600 limit 5000",
        "tc qdisc del dev ifb0 root", "tc qdisc add dev ifb0 clsact", "tc filter add dev ifb0 egress matchall action mirred egress redirect dev ifb1",
    ];

    [Fact]
    public void Actors_and_model_agree_on_random_scripts()
    {
        var step = Gen.OneOf(
            Gen.Elements(Lines).Select(l => new Step(l, 0, 0)),
            Gen.Choose(1, 40).SelectMany(n => Gen.Elements(60, 100, 1000).Select(size => new Step(null, n, size))),
            Gen.Choose(1, 2000).Select(ms => new Step(null, 0, ms)));
        var scripts = step.ArrayOf().Where(s => s.Length > 0).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(40), Prop.ForAll(scripts, steps => RunBoth(steps)));
    }

    private static void RunBoth(Step[] steps)
    {
        using var model = new ScenarioLab();
        using var actors = new VirtualLab();
        Prepare(model, actors);
        foreach (var step in steps)
        {
            Apply(step, model, actors);
            Compare(step, model, actors);
        }
    }

    private static void Prepare(ScenarioLab model, VirtualLab actors)
    {
        actors.AddNamespace("a");
        actors.AddNamespace("b");
        actors.Sh("a", "ip link add va address 02:00:00:00:00:01 type veth peer name vb address 02:00:00:00:00:02 netns b", "ip link set va up");
        actors.Sh("b", "ip link set vb up", "ip link add ifb0 type ifb", "ip link set ifb0 up");
        string[] cable = ["ip link add vc type veth peer name vd", "ip link set vc up", "ip link set vd up"];
        model.B(cable);
        actors.Sh("b", cable);
    }

    private static void Apply(Step step, ScenarioLab model, VirtualLab actors)
    {
        if (step.Line is not null)
        {
            var expected = model.Execute("b", step.Line);
            model.Lab.Run();
            actors.Execute("b", step.Line).ShouldBe(expected);
        }
        else if (step.Count > 0)
        {
            var told = model.X(step.Count, step.Amount);
            var frames = Enumerable.Range(0, step.Count).Select(i => Frame(step.Amount, (byte)i)).ToArray();
            actors.Ask<Injected>(new ToNamespace("a", new Inject("va", frames))).Ok.ShouldBe(told);
        }
        else
        {
            model.Lab.Advance(step.Amount * 1_000_000L);
            actors.Advance(TimeSpan.FromMilliseconds(step.Amount));
        }
    }

    private static void Compare(Step step, ScenarioLab model, VirtualLab actors)
    {
        var snapshot = actors.Snapshot();
        foreach (var ns in snapshot.Namespaces)
        {
            foreach (var device in ns.Devices.Where(d => d.Name != "lo"))
            {
                var s = device.Stats;
                $"{device.Name} rx {s.RxPackets}/{s.RxBytes}/{s.RxDropped} tx {s.TxPackets}/{s.TxBytes}/{s.TxDropped}"
                    .ShouldBe(device.Name + " " + model.S(ns.Name, device.Name), $"after {step}");
                device.QLen.ShouldBe(model.Device(ns.Name, device.Name).RootQdisc.QLen, $"qlen of {device.Name} after {step}");
            }

            string.Join("; ", ns.Actions.Select(a => $"{a.Stats.Packets}/{a.Stats.Bytes} over {a.Stats.Overlimits}")).ShouldBe(model.Act(ns.Name), $"after {step}");
        }
    }

    private static ReadOnlyMemory<byte> Frame(int size, byte mark)
    {
        var frame = new byte[size];
        frame[0] = frame[6] = 2;
        frame[5] = 2;
        frame[11] = 1;
        frame[12] = 0x88;
        frame[13] = 0xB5;
        frame[14] = mark;
        return frame;
    }

    private sealed record Step(string? Line, int Count, int Amount);
}
