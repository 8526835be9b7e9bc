using ActorNet.Conformance.Tests.Backends;
using FsCheck;
using FsCheck.Fluent;

namespace ActorNet.Conformance.Tests.Generating;

/// <summary>Makes random scripts that are mostly valid: FsCheck draws the decisions, a model of what exists turns them into lines.</summary>
internal static class ScriptGenerator
{
    private const int Decisions = 400;

    /// <summary>Random scripts; the same seed makes the same ones.</summary>
    public static IReadOnlyList<RandomScript> Sample(ReferenceKernel kernel, int seed, int count) =>
        [.. Scripts(kernel).Sample(count, new Rnd((ulong)(uint)seed), 20).Select((steps, i) => new RandomScript($"random-{kernel.Name}-{seed}-{i}", steps))];

    /// <summary>The steps of one script, the final look at everything included.</summary>
    public static Gen<IReadOnlyList<Step>> Scripts(ReferenceKernel kernel) =>
        Gen.Choose(0, 1 << 24).ListOf(Decisions).Select(numbers => Build(kernel, new Choices([.. numbers])));

    private static IReadOnlyList<Step> Build(ReferenceKernel kernel, Choices choices)
    {
        var world = new World(kernel);
        var steps = DeviceSteps.Topology(world, choices).ToList();
        for (var i = choices.Below(5); i > 0; i--) steps.Add(TrafficSteps.Listen(world, choices));
        for (var i = choices.Below(3) + 1; i > 0; i--) steps.Add(FilterSteps.Hook(world, choices));
        for (var i = choices.Below(3) + 1; i > 0; i--) steps.Add(FilterSteps.Add(world, choices));
        for (var i = choices.Below(14) + 4; i > 0; i--) steps.Add(Any(world, choices));
        steps.AddRange(Look(world));
        return [.. steps.Where(s => s.Lines.Count > 0)];
    }

    private static Step Any(World world, Choices choices) => choices.Below(20) switch
    {
        < 8 => TrafficSteps.Inject(world, choices),
        8 => TrafficSteps.Burst(world, choices),
        9 => TrafficSteps.Root(world, choices),
        10 or 11 => DeviceSteps.Change(world, choices),
        12 => FilterSteps.Hook(world, choices),
        13 => FilterSteps.Delete(world, choices),
        14 => FilterSteps.Share(world, choices),
        15 => choices.Chance(1, 3) ? FilterSteps.Unhook(world, choices) : FilterSteps.Unshare(world, choices),
        16 when world.Devices.Exists(d => d.IsListened) => TrafficSteps.Listen(world, choices),
        16 => TrafficSteps.Burst(world, choices),
        _ => FilterSteps.Add(world, choices),
    };

    /// <summary>Everything that can be compared at the end.</summary>
    private static IEnumerable<Step> Look(World world)
    {
        yield return new Step("advance 20ms");
        foreach (var ns in World.Namespaces)
        {
            yield return new Step($"ip -n {ns} -s link show");
            yield return new Step($"tc -n {ns} -s qdisc show");
            yield return new Step($"tc -n {ns} -s actions ls action mirred");
            foreach (var kind in EditSteps.Kinds.Where(world.Has)) yield return new Step($"tc -n {ns} -s actions ls action {kind}");
        }
        foreach (var device in world.Devices)
        {
            if (device.HasHook(ingress: true)) yield return new Step($"tc -n {device.Namespace} -s filter show dev {device} ingress");
            if (device.HasHook(ingress: false)) yield return new Step($"tc -n {device.Namespace} -s filter show dev {device} egress");
            if (device.IsListened) yield return new Step($"sniff -n {device.Namespace} {device}");
        }
    }
}
