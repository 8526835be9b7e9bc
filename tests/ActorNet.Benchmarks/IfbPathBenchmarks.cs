using BenchmarkDotNet.Attributes;

namespace ActorNet.Benchmarks;

/// <summary>
/// device -> redirect -> ifb queue -> re-injection -> bridge -> device, in memory, per frame. The baseline is the same without the IFB. One iteration carries
/// <see cref="PerCall"/> frames.
/// </summary>
[MemoryDiagnoser]
public class IfbPathBenchmarks
{
    private const int PerCall = 4096;
    private LabFixture _ifb = null!;
    private LabFixture _plain = null!;

    [Params(1, 8, 64)]
    public int Burst { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        string[] bridge = ["ip link add br0 type bridge", "ip link set alice master br0", "ip link set bob master br0", "ip link set br0 up"];
        _plain = new LabFixture(bridge);
        _ifb = new LabFixture(
        [
            .. bridge, "ip link add ifb0 type ifb", "ip link set ifb0 up", "tc qdisc add dev alice clsact",
            "tc filter add dev alice ingress matchall action mirred egress redirect dev ifb0",
        ]);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _ifb.Dispose();
        _plain.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = PerCall)]
    public long Bridge_only() => Carry(_plain);

    [Benchmark(OperationsPerInvoke = PerCall)]
    public long Through_ifb() => Carry(_ifb);

    private long Carry(LabFixture lab)
    {
        for (var sent = 0; sent < PerCall; sent += Burst) lab.Send(Burst);
        return lab.Bob.Written;
    }
}
