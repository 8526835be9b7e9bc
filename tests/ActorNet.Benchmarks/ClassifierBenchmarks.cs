using BenchmarkDotNet.Attributes;

namespace ActorNet.Benchmarks;

/// <summary>What filters add to a frame that passes a bridge: none, one matchall, ten u32 that do not match and one that does.</summary>
[MemoryDiagnoser]
public class ClassifierBenchmarks
{
    private const int PerCall = 4096;
    private LabFixture _lab = null!;

    [Params("none", "matchall", "u32x10")]
    public string Filters { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _lab = new LabFixture("ip link add br0 type bridge", "ip link set alice master br0", "ip link set bob master br0", "ip link set br0 up");
        if (Filters == "none") return;
        _lab.Command("tc qdisc add dev alice clsact");
        if (Filters == "matchall")
        {
            _lab.Command("tc filter add dev alice ingress matchall action pass");
            return;
        }

        for (var i = 1; i <= 10; i++) _lab.Command($"tc filter add dev alice ingress protocol ip prio 1 u32 match ip dst 10.9.9.{i}/32 action pass");
        _lab.Command("tc filter add dev alice ingress protocol ip prio 2 u32 match u32 0 0 action pass");
    }

    [GlobalCleanup]
    public void Cleanup() => _lab.Dispose();

    [Benchmark(OperationsPerInvoke = PerCall)]
    public long Frame()
    {
        for (var sent = 0; sent < PerCall; sent += 64) _lab.Send(64);
        return _lab.Bob.Written;
    }
}
