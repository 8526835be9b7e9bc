using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
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

    [Params(
        "pfifo limit 1000", "pfifo_fast", "tbf rate 100gbit burst 1mb limit 1mb", "netem delay 0", "netem rate 100gbit", "codel", "fq_codel", "sfq",
        "red limit 1mb avpkt 1000 bandwidth 10gbit", "plug release_indefinite")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var words = Core.Iproute2.CommandLine.Split(Kind);
        var kind = QdiscKinds.Find(words[0])!;
        var device = new DummyDevice("d0");
        new NetNamespace("bench", seed: 1).Register(device);
        _qdisc = kind.Create(device);
        var options = kind.Parse(new ArgReader([.. words.Skip(1)]));
        _qdisc.Init(options, new Instant(1));
        // A plug is open only once it was told so.
        if (options is PlugOptions) _qdisc.Change(options, new Instant(1));
        if (options is PlugOptions) _qdisc.Change(new PlugOptions(PlugAction.Limit, 1 << 20), new Instant(1));
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

/// <summary>A frame through htb with a thousand classes, all of which are backlogged: enqueue to one, dequeue from whoever's turn it is.</summary>
[MemoryDiagnoser]
public class HtbBenchmarks
{
    private const int ClassCount = 1000;
    private const int FrameLength = 1500;
    private readonly SkBuffPool _pool = new();
    private HtbQdisc _qdisc = null!;
    private SkBuff? _spare;
    private long _now;
    private uint _next;

    /// <summary>Whether the classes send with what is their own, with what their parent lends, or sometimes wait.</summary>
    [Params("own", "borrowed", "shaped")]
    public string Tokens { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _qdisc = new HtbQdisc(new DummyDevice("d0")) { Handle = 0x10000 };
        _qdisc.Init(new HtbOptions(), new Instant(1));
        Class(1, 0x10000, "rate 12gbit burst 10k cburst 10k quantum 1500");
        for (uint i = 0; i < ClassCount; i++)
        {
            Class(Minor(i), 0x10001, Tokens switch
            {
                "own" => "rate 100gbit burst 1m cburst 1m quantum 1500",
                "borrowed" => "rate 8bit ceil 100gbit burst 1 cburst 1m quantum 1500",
                _ => "rate 12mbit ceil 24mbit burst 1600 cburst 1600 quantum 1500",
            });
        }

        for (uint i = 0; i < 4 * ClassCount; i++) _qdisc.Enqueue(Frame(i), new Instant(1));
        _spare = Frame(0);
    }

    [Benchmark]
    public void Enqueue_and_dequeue()
    {
        var now = new Instant(_now += 1000);
        if (_spare is not null)
        {
            _spare.Priority = 0x10000 | Minor(_next++ % ClassCount);
            _qdisc.Enqueue(_spare, now);
        }

        _spare = _qdisc.Dequeue(now);
    }

    private static uint Minor(uint number) => 0x1000 + number;

    private SkBuff Frame(uint number)
    {
        var skb = _pool.Rent(FrameLength)!;
        skb.QdiscPktLen = FrameLength;
        skb.Priority = 0x10000 | Minor(number % ClassCount);
        return skb;
    }

    private void Class(uint minor, uint parent, string options) =>
        _qdisc.ChangeClass(0x10000 | minor, parent, new HtbKind().ParseClass(new ArgReader(options.Split(' '))), new Instant(1));
}
