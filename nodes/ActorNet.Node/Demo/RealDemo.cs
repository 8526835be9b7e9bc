using System.Globalization;
using ActorNet.Node.Cli;
using ActorNet.Node.Hosting;
using ActorNet.Node.Settings;
using ActorNet.Node.Showing;
using ActorNet.Node.State;

namespace ActorNet.Node.Demo;

/// <summary>The demonstration with hosts of the machine: two namespaces, two TAPs, a few pings and a TCP transfer; afterwards the machine is as before.</summary>
internal static class RealDemo
{
    private const int Pings = 10;

    private static readonly TimeSpan TransferTime = TimeSpan.FromSeconds(2);

    /// <summary>Runs it.</summary>
    /// <param name="settings">The node's settings.</param>
    /// <param name="terminal">For the log and the progress.</param>
    /// <param name="stop">Gives up and takes everything down.</param>
    public static async Task<DemoResult> RunAsync(NodeSettings settings, Terminal terminal, CancellationToken stop)
    {
        var topology = DemoTopology.Load();
        var state = new StateDirectory(settings.StateDirectory);
        state.Prepare(topology.Name);
        using var log = NodeLog.Open(settings, topology.Name, toTerminal: false, terminal);
        using var ledger = LedgerOpener.Create(state, topology.Name);
        try
        {
            await using var host = await TopologyHost.StartAsync(topology, ledger, settings, NodeLog.Sink(log), new ProgressLine(terminal, topology.Name), stop).ConfigureAwait(false);
            return await SendTrafficAsync(topology, host, stop).ConfigureAwait(false);
        }
        finally
        {
            if (ledger.Items.Count == 0) ledger.Delete();
        }
    }

    private static async Task<DemoResult> SendTrafficAsync(TopologyModel topology, TopologyHost host, CancellationToken stop)
    {
        var bob = topology.Hosts.First(h => string.Equals(h.Name, "bob", StringComparison.Ordinal)).Addresses[0].Address;
        var traffic = new HostTraffic(host.Hosts["alice"].Namespace, host.Hosts["bob"].Namespace, bob);
        var pings = await Task.Run(() => traffic.Ping(Pings, stop), stop).ConfigureAwait(false);
        var transfer = Task.Run(() => traffic.Transfer(TransferTime, stop), stop);
        await Task.Delay(TransferTime / 4, stop).ConfigureAwait(false);
        var loaded = await Task.Run(() => traffic.Ping(Pings, stop), stop).ConfigureAwait(false);
        var megabits = await transfer.ConfigureAwait(false);
        var report = ShowReport.Of(topology.Name, await host.SnapshotAsync().ConfigureAwait(false));
        var what = string.Create(CultureInfo.InvariantCulture, $"TCP alice -> bob for {TransferTime.TotalSeconds:0} s");
        return new DemoResult("real", null, Pings, pings, loaded, what, megabits, HopList.Of(report), report);
    }
}
