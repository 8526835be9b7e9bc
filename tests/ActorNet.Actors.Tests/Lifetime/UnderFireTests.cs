using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Actors.Tests.Lifetime;

/// <summary>
/// Devices come, go, change names and namespaces while frames are under way, in random order (rules DEV-01 to DEV-09, IFB-16, IFB-17, IFB-39). Whatever happens: every
/// frame is accounted for, none gets to a wrong device, no actor is left over, and every unregistration finishes.
/// </summary>
public sealed class UnderFireTests
{
    private static readonly string[] Lines =
    [
        "ip link del ifb0", "ip link del ifb1", "ip link add ifb0 type ifb", "ip link add ifb1 numtxqueues 2 type ifb", "ip link add ifb0 index 40 type ifb",
        "ip link set ifb0 up", "ip link set ifb0 up", "ip link set ifb1 up", "ip link set ifb0 down", "ip link set ifb0 txqueuelen 3", "ip link set ifb0 netns y", "ip link set ifb0 netns x",
        "ip link del p0", "ip link del p1", "ip link set p0 name q0", "ip link set q0 name p0", "ip link set p1 name p0",
        "ip link set p0 netns y", "ip link set p0 netns x", "ip link set p1 netns y", "ip link set p1 netns x", "ip link set p0 up", "ip link set p1 up", "ip link set p0 down",
        "ip link set p0 mtu 1000", "ip link set p0 txqueuelen 2",
        "tc qdisc add dev p0 clsact", "tc qdisc add dev p1 clsact", "tc qdisc add dev p2 clsact", "tc qdisc del dev p0 clsact",
        "tc filter add dev p0 ingress matchall action mirred egress redirect dev ifb0", "tc filter add dev p1 ingress matchall action mirred egress redirect dev ifb0",
        "tc filter add dev p2 ingress matchall action mirred egress redirect dev ifb1", "tc filter add dev p0 egress matchall action mirred egress redirect dev ifb1",
        "tc filter add dev p1 egress matchall action mirred egress redirect dev ifb0", "tc filter del dev p0 ingress",
        "tc qdisc add dev ifb0 root tbf rate 1mbit burst 1600 limit 3000", "tc qdisc add dev ifb0 root pfifo limit 4", "tc qdisc del dev ifb0 root",
        "tc qdisc add dev ifb0 clsact", "tc filter add dev ifb0 egress matchall action mirred egress redirect dev ifb1",
        "ip netns add z", "ip link set p2 netns z", "ip link set ifb1 netns z", "ip netns del z", "ip -n z link set p2 up", "ip -n z link set p2 netns x",
        "ip link add va type veth peer name vb netns z", "ip link add d0 index 41 type dummy", "ip link del d0",
    ];

    /// <summary>What can happen next; several things happen between two runs.</summary>
    private enum What
    {
        Line,
        Arrive,
        Inject,
        AddPort,
        Hold,
        Put,
        Run,
        Advance,
    }

    [Fact]
    [Trait("rule", "DEV-07"), Trait("rule", "DEV-09"), Trait("rule", "IFB-16"), Trait("rule", "IFB-17"), Trait("rule", "IFB-39"), Trait("rule", "IFB-46")]
    public void Every_frame_is_accounted_for_and_none_goes_astray()
    {
        var arrived = 0L;
        var script = Gen.Choose(1, int.MaxValue).SelectMany(seed => Steps().ArrayOf().Select(steps => new Script((ulong)seed, steps)));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(200), Prop.ForAll(Arb.From(script, Smaller), s => { arrived += Play(s); }));

        arrived.ShouldBeGreaterThan(1000, "the scripts let traffic through");
    }

    private static Gen<Step> Steps() => Gen.Frequency(
        (10, Gen.Elements(Lines).Select(l => new Step(What.Line, l))),
        (8, Gen.Choose(0, 1000).SelectMany(which => Gen.Choose(1, 40).Select(n => new Step(What.Arrive, null, which, n)))),
        (4, Gen.Choose(0, 1000).SelectMany(which => Gen.Choose(1, 40).Select(n => new Step(What.Inject, null, which, n)))),
        (3, Gen.Elements("p0", "p1", "p2").Select(name => new Step(What.AddPort, name))),
        (1, Gen.Choose(0, 1000).Select(which => new Step(What.Hold, null, which))),
        (1, Gen.Constant(new Step(What.Put, null))),
        (3, Gen.Constant(new Step(What.Run, null))),
        (2, Gen.Choose(1, 1500).Select(ms => new Step(What.Advance, null, ms))));

    /// <summary>The script with a part left out, large parts first: a finding ends as the few steps that matter.</summary>
    private static IEnumerable<Script> Smaller(Script script)
    {
        for (var part = script.Steps.Length; part > 0; part /= 2)
        {
            for (var from = 0; from + part <= script.Steps.Length; from += part)
                yield return script with { Steps = [.. script.Steps[..from], .. script.Steps[(from + part)..]] };
        }
    }

    private static long Play(Script script)
    {
        using var lab = new FireLab(script.Seed, "x", "y");
        Prepare(lab);
        foreach (var step in script.Steps) Take(lab, step);
        lab.Finish();
        return lab.Origin.Delivered + lab.Origin.Written;
    }

    /// <summary>Something to begin with, so that short scripts meet traffic too.</summary>
    private static void Prepare(FireLab lab)
    {
        foreach (var name in new[] { "p0", "p1", "p2" }) lab.AddPort("x", name);
        lab.Run();
        foreach (var line in new[] { "ip link add ifb0 type ifb", "ip link set ifb0 up", "tc qdisc add dev p0 clsact", "tc filter add dev p0 ingress matchall action mirred egress redirect dev ifb0" })
            lab.Tell("x", line);
        lab.Run();
    }

    private static void Take(FireLab lab, Step step)
    {
        var wire = lab.Wires[step.Which % lab.Wires.Count];
        switch (step.What)
        {
            case What.Line: lab.Tell("x", step.Text!); break;
            case What.Arrive: lab.Arrive(wire, step.Amount); break;
            case What.Inject: lab.Inject("x", wire.Device.Name, step.Amount); break;
            case What.AddPort: lab.AddPort("x", step.Text!); break;
            case What.Hold: lab.Hold(wire.Device); break;
            case What.Put: lab.PutOne(); break;
            case What.Run: lab.Run(); break;
            case What.Advance: lab.Advance(step.Which); break;
        }
    }

    private sealed record Step(What What, string? Text, int Which = 0, int Amount = 0);

    private sealed record Script(ulong Seed, Step[] Steps)
    {
        public override string ToString() => $"seed {Seed}: " + string.Join("; ", Steps.Select(s => $"{s.What} {s.Text}{(s.Text is null ? $"{s.Which} {s.Amount}" : "")}"));
    }
}
