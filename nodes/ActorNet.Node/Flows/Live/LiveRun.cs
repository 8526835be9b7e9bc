using System.Diagnostics;
using ActorNet.Labs.Traffic;

namespace ActorNet.Node.Flows.Live;

/// <summary>Runs the traffic of a topology between hosts of the machine: each line at its time, until all are over.</summary>
internal sealed class LiveRun
{
    /// <summary>Links that have just been made carry frames after this long at the latest, on Linux as here.</summary>
    private static readonly TimeSpan CarrierTime = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly TopologyModel _topology;
    private readonly RunningTopology _running;
    private readonly Action<TrafficProgress> _onProgress;
    private readonly CancellationToken _stop;
    private int _over;

    private LiveRun(TopologyModel topology, RunningTopology running, Action<TrafficProgress> onProgress, CancellationToken stop)
    {
        (_topology, _running, _onProgress, _stop) = (topology, running, onProgress, stop);
    }

    /// <summary>Runs it.</summary>
    /// <param name="topology">Whose traffic.</param>
    /// <param name="running">Where.</param>
    /// <param name="onProgress">Called a few times a second.</param>
    /// <param name="stop">Ends all programs.</param>
    /// <exception cref="OperationCanceledException">Stopped; no program is left.</exception>
    public static Task<TrafficReport> RunAsync(TopologyModel topology, RunningTopology running, Action<TrafficProgress> onProgress, CancellationToken stop) =>
        new LiveRun(topology, running, onProgress, stop).RunAsync();

    private async Task<TrafficReport> RunAsync()
    {
        LiveFlow[] flows = [.. _topology.Traffic.Select(f => LiveFlow.For(f, _running.Namespaces))];
        using var ecn = new EcnSwitch(_topology, _running.Namespaces);
        try
        {
            await Task.WhenAll(flows.Select(f => f.PrepareAsync(_stop))).ConfigureAwait(false);
            var before = await _running.CountersAsync(_stop).ConfigureAwait(false);
            var begin = await BeginAsync().ConfigureAwait(false);
            var all = Task.WhenAll(flows.Select(f => RunAsync(f, begin)));
            await WatchAsync(all, begin).ConfigureAwait(false);
            var results = await all.ConfigureAwait(false);
            var time = Stopwatch.GetElapsedTime(begin);
            var counters = (await _running.CountersAsync(_stop).ConfigureAwait(false)).Since(before);
            return TrafficReport.Of(_topology, results, counters, (long)time.TotalNanoseconds);
        }
        finally
        {
            foreach (var flow in flows) await flow.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The time that traffic counts from: the schedule's, unless something is to be sent before fresh links carry anything.</summary>
    private async Task<long> BeginAsync()
    {
        if (_running.IsForeign || _topology.Traffic.Min(f => f.At) >= CarrierTime.TotalNanoseconds) return _running.Begin;
        await WaitAsync(_running.Begin, CarrierTime).ConfigureAwait(false);
        return Stopwatch.GetTimestamp();
    }

    private async Task<FlowResult> RunAsync(LiveFlow flow, long begin)
    {
        await WaitAsync(begin, TimeSpan.FromTicks(flow.Flow.At / TimeSpan.NanosecondsPerTick)).ConfigureAwait(false);
        var result = await flow.RunAsync(_stop).ConfigureAwait(false);
        Interlocked.Increment(ref _over);
        return result;
    }

    /// <summary>Waits until so much time has passed since a beginning. Timers know no more than some weeks at a time.</summary>
    private async Task WaitAsync(long begin, TimeSpan time)
    {
        for (var left = time - Stopwatch.GetElapsedTime(begin); left > TimeSpan.Zero; left = time - Stopwatch.GetElapsedTime(begin))
            await Task.Delay(left < LongestWait ? left : LongestWait, _stop).ConfigureAwait(false);
    }

    private async Task WatchAsync(Task all, long begin)
    {
        while (await Task.WhenAny(all, Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None)).ConfigureAwait(false) != all)
            _onProgress(new TrafficProgress((long)Stopwatch.GetElapsedTime(begin).TotalNanoseconds, Volatile.Read(ref _over), _topology.Traffic.Count));
    }
}
