using ActorNet.Core.Frames;
using BenchmarkDotNet.Attributes;

namespace ActorNet.Benchmarks;

/// <summary>Renting, cloning and returning frames.</summary>
[MemoryDiagnoser]
public class PoolBenchmarks
{
    private readonly SkBuffPool _pool = new();

    [Benchmark(Baseline = true)]
    public void Rent_and_free() => _pool.Rent(60)!.Free(DropReason.Consumed);

    [Benchmark]
    public void Rent_clone_and_free()
    {
        var skb = _pool.Rent(60)!;
        _pool.Clone(skb)!.Free(DropReason.Consumed);
        skb.Free(DropReason.Consumed);
    }

    [Benchmark]
    public void Rent_large_and_free() => _pool.Rent(65_000)!.Free(DropReason.Consumed);
}
