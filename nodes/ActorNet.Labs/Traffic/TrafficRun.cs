using ActorNet.Topology;

namespace ActorNet.Labs.Traffic;

/// <summary>How the traffic of a simulated lab is run.</summary>
public sealed record TrafficRunOptions
{
    /// <summary>When to stop at the latest, in nanoseconds since the topology was up; null goes on until all traffic is over.</summary>
    public long? Until { get; init; }

    /// <summary>Called every now and then, on the thread that runs it.</summary>
    public Action<TrafficProgress>? OnProgress { get; init; }
}

/// <summary>
/// Runs the traffic of a topology on a simulated lab: each line at its time, until all are over and the network is quiet, or time is up. The schedule plays meanwhile.
/// The same lab with the same seeds gives the same report.
/// </summary>
public sealed class TrafficRun
{
    /// <summary>How long the network is let run before anybody looks whether something is over.</summary>
    private const long Slice = 20_000_000;

    /// <summary>The same while nothing runs.</summary>
    private const long LongSlice = 1_000_000_000;

    /// <summary>Nothing is delayed longer by a link; what is still there then stays there.</summary>
    private const long MostSettling = 300_000_000_000;

    private readonly SimulatedLab _lab;
    private readonly TrafficRunOptions _options;
    private readonly CancellationToken _stop;
    private readonly List<SimulatedFlow> _flows;

    private TrafficRun(SimulatedLab lab, TrafficRunOptions options, CancellationToken stop)
    {
        (_lab, _options, _stop) = (lab, options, stop);
        _flows = [.. lab.Topology.Traffic.Select(f => SimulatedFlow.For(lab, f))];
    }

    private long Until => _options.Until ?? long.MaxValue;

    /// <summary>Runs it.</summary>
    /// <param name="lab">The lab; its time goes on.</param>
    /// <param name="options">Null for the defaults. Without traffic <see cref="TrafficRunOptions.Until"/> is needed for anything to happen.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="LabException">The lab does not come to rest, or a host cannot be used.</exception>
    /// <exception cref="OperationCanceledException">Given up.</exception>
    public static TrafficReport Run(SimulatedLab lab, TrafficRunOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(lab);
        return new TrafficRun(lab, options ?? new TrafficRunOptions(), stop).Run();
    }

    private TrafficReport Run()
    {
        foreach (var flow in _flows) flow.Prepare();
        var before = TrafficCounters.Of(_lab.Snapshot());
        if (_flows.Count == 0 && _options.Until is not null) Pass(() => true);
        Pass(() => !_flows.TrueForAll(f => f.IsOver));
        if (_flows.Count > 0) Settle();
        var counters = TrafficCounters.Of(_lab.Snapshot()).Since(before);
        var cut = $"cut at {Quantity.Show(_lab.Elapsed, QuantityUnit.Time)}";
        return TrafficReport.Of(_lab.Topology, [.. _flows.Select(f => f.Result(cut))], counters, _lab.Elapsed);
    }

    /// <summary>Lets time pass and starts what is due, as long as there is something to wait for.</summary>
    private void Pass(Func<bool> goOn)
    {
        StartDue();
        while (_lab.Elapsed < Until && goOn())
        {
            _stop.ThrowIfCancellationRequested();
            _lab.Advance(NextSlice());
            StartDue();
            _options.OnProgress?.Invoke(new TrafficProgress(_lab.Elapsed, _flows.Count(f => f.IsOver), _flows.Count));
        }
    }

    private void StartDue()
    {
        foreach (var flow in _flows)
        {
            if (!flow.IsStarted && flow.Flow.At <= _lab.Elapsed && flow.Flow.At < Until) flow.Start();
        }
    }

    private long NextSlice()
    {
        var running = _flows.Exists(f => f.IsStarted && !f.IsOver);
        var next = Math.Min(Until, _lab.Elapsed + (running ? Slice : LongSlice));
        foreach (var flow in _flows)
        {
            if (!flow.IsStarted) next = Math.Min(next, flow.Flow.At);
        }

        return Math.Max(1, next - _lab.Elapsed);
    }

    /// <summary>What was sent last is still on its way.</summary>
    private void Settle()
    {
        var end = Math.Min(Until, _lab.Elapsed + MostSettling);
        for (var slice = Slice; _lab.Elapsed < end && _lab.Snapshot().FramesOutstanding > 0; slice = Math.Min(2 * slice, LongSlice))
        {
            _stop.ThrowIfCancellationRequested();
            _lab.Advance(Math.Min(slice, end - _lab.Elapsed));
        }
    }
}
