using System.Diagnostics;
using ActorNet.Labs.Traffic;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Hosting;
using ActorNet.Node.Showing;
using ActorNet.Node.State;
using Serilog.Core;

namespace ActorNet.Node.Flows.Live;

/// <summary>A topology that runs: one that ran already and stays, or one that is brought up in this process and goes with this.</summary>
internal sealed class RunningTopology : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _socket;
    private readonly CancellationTokenSource? _stop;
    private readonly Task? _daemon;

    private RunningTopology(string socket, IReadOnlyDictionary<string, string> namespaces, CancellationTokenSource? stop, Task? daemon)
    {
        _socket = socket;
        Namespaces = namespaces;
        _stop = stop;
        _daemon = daemon;
    }

    /// <summary>Namespaces of the hosts by their names.</summary>
    public IReadOnlyDictionary<string, string> Namespaces { get; }

    /// <summary>When its time began, of <see cref="Stopwatch"/>: that of the schedule, if it was brought up here.</summary>
    public long Begin { get; } = Stopwatch.GetTimestamp();

    /// <summary>It ran already.</summary>
    public bool IsForeign => _daemon is null;

    /// <summary>Finds or makes it.</summary>
    /// <param name="options">What is to run.</param>
    /// <param name="log">The log of what is brought up.</param>
    /// <param name="progress">Told how that goes on.</param>
    /// <param name="stop">Gives up and undoes.</param>
    /// <exception cref="NodeException">It could not be started, or what runs under that name is something else.</exception>
    public static async Task<RunningTopology> OpenAsync(DaemonOptions options, Logger log, IProgress<StartProgress> progress, CancellationToken stop)
    {
        var name = options.Topology.Name;
        var socket = options.State.SocketOf(name);
        var known = new TopologyCatalog(options.State).Look(name);
        if (known.IsRunning) return new RunningTopology(socket, NamespacesOf(options.Topology, known.Record!), null, null);

        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var daemon = Task.Run(() => TopologyDaemon.RunAsync(options, log, progress, ready.SetResult, end.Token), CancellationToken.None);
        try
        {
            // A daemon that ends before it is ready says why.
            if (await Task.WhenAny(daemon, ready.Task).ConfigureAwait(false) == daemon) await daemon.ConfigureAwait(false);
            return new RunningTopology(socket, options.Topology.Hosts.ToDictionary(h => h.Name, h => h.NamespaceName, StringComparer.Ordinal), end, daemon);
        }
        catch
        {
            end.Dispose();
            throw;
        }
    }

    /// <summary>All counters at this moment.</summary>
    /// <exception cref="NodeException">It does not answer.</exception>
    public async Task<TrafficCounters> CountersAsync(CancellationToken stop)
    {
        var answer = await ControlClient.AskAsync(_socket, ControlRequest.For(Verbs.Show), Patience, stop).ConfigureAwait(false);
        return Counters(answer.Show ?? throw new NodeException(answer.Error ?? "the daemon sent no counters."));
    }

    /// <summary>Takes down what was brought up.</summary>
    /// <exception cref="NodeException">Something of it is left.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_daemon is null) return;
        await _stop!.CancelAsync().ConfigureAwait(false);
        await _daemon.ConfigureAwait(false);
        _stop.Dispose();
    }

    internal static TrafficCounters Counters(ShowReport report) => new(
        report.Boxes.SelectMany(b => b.Devices.Select(d => (b.Name, Device: d))).ToDictionary(d => (d.Name, d.Device.Name), d => Reading(d.Device)), report.Drops);

    private static DeviceReading Reading(ShownDevice d) => new(
        d.RxPackets, d.RxBytes, d.RxErrors, d.RxDropped, d.TxPackets, d.TxBytes, d.TxErrors, d.TxDropped, d.Qdisc.Packets, d.Qdisc.Drops, d.Qdisc.Overlimits, d.Qdisc.Queued);

    private static Dictionary<string, string> NamespacesOf(TopologyModel topology, RunRecord record)
    {
        var running = record.Hosts.ToDictionary(h => h.Name, h => h.Namespace, StringComparer.Ordinal);
        foreach (var host in topology.Traffic.SelectMany(f => (string[])[f.From, f.To]))
        {
            if (!running.ContainsKey(host))
                throw NodeException.Usage($"the topology '{topology.Name}' that is running (from {record.File}) has no host '{host}'. Take it down first: actornet down {topology.Name}");
        }

        return running;
    }
}
