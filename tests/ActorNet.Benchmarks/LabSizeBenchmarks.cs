using ActorNet.Engine;
using ActorNet.Engine.Loops;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace ActorNet.Benchmarks;

/// <summary>
/// A lab of <see cref="BigLab.Devices"/> devices, made by one command after another, actors included: on the virtual clock, and on a loop with a thread of its own. What a
/// device keeps of that memory is printed before each run; the allocation column has all that was used on the way.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 10, invocationCount: 1)]
[MemoryDiagnoser]
public class LabSizeBenchmarks
{
    private IReadOnlyList<BigBox> _boxes = [];
    private VirtualSystem? _virtual;
    private ActorSystem? _live;

    public static IEnumerable<string> Recipes => BigLab.Recipes.Keys;

    [ParamsSource(nameof(Recipes))]
    public string Recipe { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _boxes = BigLab.Recipes[Recipe]();
        using var first = BigLabBuilder.BuildVirtual(_boxes);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var lab = BigLabBuilder.BuildVirtual(_boxes);
        Console.WriteLine($"// {Recipe}: {(GC.GetTotalMemory(forceFullCollection: true) - before) / BigLab.Devices} B kept per device");
    }

    [IterationCleanup]
    public void Cleanup()
    {
        _virtual?.Dispose();
        _live?.Terminate().GetAwaiter().GetResult();
        _virtual = null;
        _live = null;
    }

    [Benchmark(Baseline = true)]
    public void On_the_virtual_clock() => _virtual = BigLabBuilder.BuildVirtual(_boxes);

    [Benchmark]
    public void On_a_loop_line_by_line() => _live = BigLabBuilder.BuildLive(_boxes, ahead: 1);

    [Benchmark]
    public void On_a_loop_a_hundred_lines_ahead() => _live = BigLabBuilder.BuildLive(_boxes, ahead: 100);
}
