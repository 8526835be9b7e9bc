using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>tbf against arithmetic in decimal fractions: bytes of tokens instead of nanoseconds.</summary>
public sealed class TbfPropertyTests
{
    private static readonly FsCheck.Gen<(int Rate, int Burst, int Limit, (int Pause, int Size)[] Arrivals)> Runs =
        from rate in Gen.Choose(100, 2_000_000)
        from burst in Gen.Choose(1514, 20_000)
        from limit in Gen.Choose(1514, 50_000)
        from arrivals in Gen.Choose(0, 50_000).Zip(Gen.Choose(60, 1514)).ArrayOf()
        select (rate, burst, limit, arrivals.Select(a => (a.Item1, a.Item2)).ToArray());

    [Fact]
    [Trait("rule", "TBF-03")]
    public void Never_sends_more_than_burst_and_rate_times_time() => Property.Holds(Runs, run =>
    {
        var sent = Send(run.Rate, run.Burst, run.Limit, run.Arrivals);
        for (var first = 0; first < sent.Count; first++)
        {
            var bytes = 0m;
            for (var last = first; last < sent.Count; last++)
            {
                bytes += sent[last].Length;
                var seconds = (sent[last].At - sent[first].At) / 1e9m;
                bytes.ShouldBeLessThanOrEqualTo(run.Burst + (run.Rate * seconds) + 0.01m);
            }
        }
    });

    [Fact]
    [Trait("rule", "TBF-03")]
    public void Sends_each_frame_as_soon_as_a_model_in_decimals_allows() => Property.Holds(Runs, run =>
    {
        var sent = Send(run.Rate, run.Burst, run.Limit, run.Arrivals);
        var model = Model(run.Rate, run.Burst, run.Limit, run.Arrivals);

        sent.Select(s => s.Length).ShouldBe(model.Select(m => m.Length));
        for (var i = 0; i < sent.Count; i++)
        {
            // A frame may owe its token of less than a nanosecond's worth; each departure rounds once.
            Math.Abs(sent[i].At - model[i].At).ShouldBeLessThanOrEqualTo(2 * (i + 1));
        }
    });

    private static List<(decimal At, int Length)> Send(int rate, int burst, int limit, (int Pause, int Size)[] arrivals)
    {
        using var bench = new QdiscBench();
        QdiscCommands.Add(bench.Device, TcHandle.Root, 0, "tbf", new TbfOptions { Rate = (ulong)rate, Burst = (uint)burst, Limit = (uint)limit }, bench.Lab.Now);
        foreach (var (pause, size) in arrivals)
        {
            bench.Lab.Advance(pause * 1000L);
            bench.X(1, size);
        }

        bench.Advance(1e9);
        bench.Root.QLen.ShouldBe(0);
        return [.. bench.Device.Sent.Select(s => ((decimal)(s.At - bench.Started), s.Length))];
    }

    /// <summary>Goes from event to event: an arrival, or the moment the head of the queue can pay.</summary>
    private static List<(decimal At, int Length)> Model(int rate, int burst, int limit, (int Pause, int Size)[] arrivals)
    {
        var sent = new List<(decimal, int)>();
        var queue = new Queue<int>();
        var (now, tokens) = (0m, (decimal)burst);
        void PassUntil(decimal end)
        {
            while (queue.TryPeek(out var head) && now + (Math.Max(0, head - tokens) / rate * 1e9m) is var due && due <= end)
            {
                tokens = Math.Min(burst, tokens + ((due - now) * rate / 1e9m)) - head;
                now = due;
                sent.Add((due, queue.Dequeue()));
            }

            tokens = Math.Min(burst, tokens + ((end - now) * rate / 1e9m));
            now = end;
        }

        foreach (var (pause, size) in arrivals)
        {
            PassUntil(now + (pause * 1000m));
            if (queue.Sum() + size > limit) continue;
            queue.Enqueue(size);
            PassUntil(now);
        }

        PassUntil(now + 1e15m);
        return sent;
    }
}
