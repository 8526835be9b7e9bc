using ActorNet.Actors.Messages;
using ActorNet.Core.Iproute2;
using ActorNet.Engine.Loops;
using ActorNet.Labs;
using ActorNet.Labs.Links;
using ActorNet.Linux.Hosts;
using ActorNet.Linux.Ledger;
using ActorNet.Node.Links;
using ActorNet.Node.Settings;
using ActorNet.Node.Shell;
using ActorNet.Node.Shell.Attach;
using ActorNet.Shell;
using ActorNet.Topology;

namespace ActorNet.Node.Hosting;

/// <summary>A topology that runs in this process: hosts of the machine, boxes of actors, TAPs between them. Either all of it exists or nothing.</summary>
internal sealed class TopologyHost : ITopologyLinks, IAsyncDisposable
{
    private readonly TopologyPlan _plan;
    private readonly EmulatedLab _lab;
    private HostNetwork? _hosts;

    private TopologyHost(TopologyPlan plan, EmulatedLab lab)
    {
        _plan = plan;
        _lab = lab;
    }

    /// <summary>The hosts, to run code in; those of a topology without hosts are none.</summary>
    public HostNetwork Hosts => _hosts ?? throw new InvalidOperationException("the topology is not up.");

    /// <summary>Makes everything; after a failure everything made so far is gone again.</summary>
    /// <param name="topology">What to make.</param>
    /// <param name="ledger">Where it is written down; stays the caller's and must outlive this.</param>
    /// <param name="settings">The node's settings.</param>
    /// <param name="log">Takes the engine's log.</param>
    /// <param name="progress">Told of every part.</param>
    /// <param name="stop">Gives up and undoes.</param>
    /// <exception cref="HostNetworkException">Hosts could not be made, for example because a stranger has their name.</exception>
    /// <exception cref="Cli.NodeException">A step was refused.</exception>
    public static async Task<TopologyHost> StartAsync(
        TopologyModel topology, OwnershipLedger ledger, NodeSettings settings, Action<EngineLogEntry> log, IProgress<StartProgress>? progress, CancellationToken stop)
    {
        var host = new TopologyHost(TopologyPlan.For(topology), EmulatedLab.Start(topology, settings, log));
        try
        {
            await host.BuildAsync(ledger, progress, stop).ConfigureAwait(false);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs a command of ip, tc, bridge or ethtool in a box.</summary>
    public Task<CommandResult> RunAsync(string box, IReadOnlyList<string> words) => _lab.RunAsync(box, words);

    /// <summary>A shell on the boxes, which begins in the first one; ends when it is disposed. There must be a box.</summary>
    /// <param name="json">Show commands answer with JSON.</param>
    public ILineRunner OpenShell(bool json) =>
        new SessionRunner(new LiveLab(_lab, [.. _plan.Topology.Boxes.Select(b => b.Name)]), new ShellOptions { Json = json });

    /// <summary>Everything is ready for use: the schedule's time begins. Before that no link can be asked about.</summary>
    public void Begin(EventJournal journal) => _lab.BeginLinks(_plan.Topology, journal);

    /// <inheritdoc/>
    public Task<LinksChanged> ChangeAsync(ChangeLinks request) => _lab.AskLinksAsync<LinksChanged>(request);

    /// <inheritdoc/>
    public Task<LinkStates> StatesAsync(string? link) => _lab.AskLinksAsync<LinkStates>(new TakeLinkStates(link));

    /// <summary>All counters at one moment.</summary>
    public Task<LabSnapshot> SnapshotAsync() => _lab.SnapshotAsync();

    /// <summary>Takes the boxes down, then the hosts, whatever happens to the boxes.</summary>
    public async ValueTask DisposeAsync()
    {
        FaultPoint.Pass("down:begin");
        try
        {
            await _lab.DisposeAsync().ConfigureAwait(false);
            FaultPoint.Pass("down:boxes");
        }
        finally
        {
            _hosts?.Dispose();
        }

        FaultPoint.Pass("down:hosts");
    }

    private async Task BuildAsync(OwnershipLedger ledger, IProgress<StartProgress>? progress, CancellationToken stop)
    {
        var steps = _plan.Steps;
        var hostSteps = steps.Count(step => step is HostStep);
        progress?.Report(new StartProgress(0, steps.Count, $"hosts ({_plan.Topology.Hosts.Count})"));
        _hosts = await HostNetwork.CreateAsync([.. _plan.Topology.Hosts.Select(HostSpecs.For)], ledger, stop).ConfigureAwait(false);
        FaultPoint.Pass("after:hosts");

        var runner = new PlanRunner(_lab.AskAsync, port => EmulatedLab.WireTo(_hosts[port].Taps[0]));
        var done = hostSteps;
        PlanStep? before = null;
        foreach (var step in steps.Where(step => step is not HostStep))
        {
            stop.ThrowIfCancellationRequested();
            if (before is AddBox or AddPort && step is BoxCommand) FaultPoint.Pass("after:boxes");
            if (before?.Kind != step.Kind || done % 64 == 0) progress?.Report(new StartProgress(done, steps.Count, step.Kind));
            await runner.PerformAsync(step).ConfigureAwait(false);
            before = step;
            done++;
        }

        FaultPoint.Pass("after:setup");
        progress?.Report(new StartProgress(steps.Count, steps.Count, "up"));
    }
}
