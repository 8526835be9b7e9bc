using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;
using BenchmarkDotNet.Attributes;

namespace ActorNet.Benchmarks;

/// <summary>Enqueue and dequeue of one frame.</summary>
[MemoryDiagnoser]
public class QdiscBenchmarks
{
    private readonly SkBuffPool _pool = new();
    private Qdisc _qdisc = null!;
    private SkBuff _skb = null!;
    private long _now;

    [Params("pfifo limit 1000", "pfifo_fast", "tbf rate 100gbit burst 1mb limit 1mb")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var words = Core.Iproute2.CommandLine.Split(Kind);
        var kind = QdiscKinds.Find(words[0])!;
        _qdisc = kind.Create(new DummyDevice("d0"));
        _qdisc.Init(kind.Parse(new ArgReader([.. words.Skip(1)])), new Instant(1));
        _skb = _pool.Rent(1500)!;
        _skb.QdiscPktLen = 1500;
    }

    [Benchmark]
    public SkBuff? Enqueue_and_dequeue()
    {
        var now = new Instant(_now += 1000);
        _qdisc.Enqueue(_skb, now);
        return _qdisc.Dequeue(now);
    }
}
