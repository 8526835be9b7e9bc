using ActorNet.Labs.Links;
using ActorNet.Linux.Hosts;
using ActorNet.Linux.Ledger;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Links;
using ActorNet.Node.Settings;
using ActorNet.Node.Shell.Attach;
using ActorNet.Node.State;
using Serilog.Core;

namespace ActorNet.Node.Hosting;

/// <summary>One topology from its first ledger line to its last: start, serve, take down. The same in the foreground and detached.</summary>
internal sealed class TopologyDaemon
{
    private readonly DaemonOptions _options;
    private readonly Logger _log;
    private readonly CancellationTokenSource _stop;
    private readonly EventJournal _journal;
    private readonly TaskCompletionSource<string?> _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _booksAreClosed;

    private TopologyDaemon(DaemonOptions options, Logger log, CancellationTokenSource stop)
    {
        _options = options;
        _log = log;
        _stop = stop;
        _journal = new EventJournal(options.Topology.Name, TimeProvider.System);
    }

    private string Name => _options.Topology.Name;

    private StateDirectory State => _options.State;

    /// <summary>Runs a topology until it is told to stop.</summary>
    /// <param name="options">What to run.</param>
    /// <param name="log">The log.</param>
    /// <param name="progress">Told how the start goes on.</param>
    /// <param name="onReady">Called when it is up and the socket answers.</param>
    /// <param name="stop">Takes it down, or undoes what the start has made.</param>
    /// <exception cref="NodeException">It could not be started, or not be taken down completely.</exception>
    /// <exception cref="OperationCanceledException">Stopped before it was up; everything is undone.</exception>
    public static async Task RunAsync(DaemonOptions options, Logger log, IProgress<StartProgress>? progress, Action onReady, CancellationToken stop)
    {
        Prerequisites.Check(options.Topology);
        options.State.Prepare(options.Topology.Name);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await new TopologyDaemon(options, log, stopping).RunAsync(progress, onReady).ConfigureAwait(false);
    }

    private async Task RunAsync(IProgress<StartProgress>? progress, Action onReady)
    {
        FaultPoint.Pass("before:ledger");
        using var ledger = LedgerOpener.Create(State, Name);
        FaultPoint.Pass("after:ledger");
        try
        {
            File.Delete(State.SocketOf(Name));
            State.Write(Record(RunRecord.Starting));
            FaultPoint.Pass("after:record");
            await RunAsync(ledger, progress, onReady).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HostNetworkException or ActorNet.Linux.LinuxException)
        {
            throw new NodeException($"topology '{Name}' was not started, nothing of it is left: {failure.Message}", ExitCodes.Failed, failure);
        }
        finally
        {
            CloseBooks(ledger);
        }
    }

    private async Task RunAsync(OwnershipLedger ledger, IProgress<StartProgress>? progress, Action onReady)
    {
        var host = await TopologyHost.StartAsync(_options.Topology, ledger, _options.Settings, NodeLog.Sink(_log), progress, _stop.Token).ConfigureAwait(false);
        using var metrics = new LatenessMetrics(Name, _journal);
        var logging = JournalLog.FollowAsync(_journal, _log);
        ControlServer? server = null;
        try
        {
            var shells = new AttachedShells([.. _options.Topology.Boxes.Select(b => b.Name)], host.OpenShell);
            host.Begin(_journal);
            server = ControlServer.Start(State.SocketOf(Name), () => new ControlDesk(Name, host, shells, _journal, StopAsync), _log);
            FaultPoint.Pass("after:socket");
            State.Write(Record(RunRecord.Running));
            _log.Information("{File} is up: {Hosts} hosts, {Boxes} boxes", _options.File, _options.Topology.Hosts.Count, _options.Topology.Boxes.Count);
            onReady();
            FaultPoint.Pass("after:ready");
            await Task.Delay(Timeout.Infinite, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            _journal.Add(EventKinds.Down, "daemon", link: null, "the topology is taken down");
            _journal.End();
            await logging.ConfigureAwait(false);
            await TakeDownAsync(host, ledger, server).ConfigureAwait(false);
        }
    }

    /// <summary>Everything that exists outside of this process goes before anybody is told that it is gone.</summary>
    private async Task TakeDownAsync(TopologyHost host, OwnershipLedger ledger, ControlServer? server)
    {
        string? failure = null;
        try
        {
            var ended = HostProcesses.End(ledger.Items);
            if (ended > 0) _log.Information("{Count} programs that were left in hosts have been ended", ended);
            await host.DisposeAsync().ConfigureAwait(false);
            CloseBooks(ledger);
            _log.Information("down");
        }
        catch (Exception e)
        {
            failure = $"topology '{Name}' is not taken down completely: {e.Message} Run 'actornet gc'.";
            _log.Error(e, "The topology could not be taken down");
        }

        _gone.TrySetResult(failure);
        if (server is not null) await server.DisposeAsync().ConfigureAwait(false);
        if (failure is not null) throw new NodeException(failure);
    }

    /// <summary>Removes ledger, record and socket, unless something is still owned; then they stay for <c>gc</c>.</summary>
    private void CloseBooks(OwnershipLedger ledger)
    {
        // Once it is closed, the files of that name may be those of the next daemon.
        if (_booksAreClosed || ledger.Items.Count > 0) return;
        _booksAreClosed = true;
        State.Forget(Name);
        FaultPoint.Pass("down:ledger");
        ledger.Delete();
    }

    private async Task<string?> StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        return await _gone.Task.ConfigureAwait(false);
    }

    private RunRecord Record(string state) => RunRecords.Of(_options, state);
}
