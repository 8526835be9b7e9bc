using System.Collections.Concurrent;
using ActorNet.Linux.Ledger;
using ActorNet.Linux.Namespaces;

namespace ActorNet.Linux.Hosts;

/// <summary>
/// The hosts of a topology: real network namespaces whose interfaces are TAPs of this process. A TAP is opened by a thread inside its
/// namespace, so it never shows among the machine's own interfaces, and its descriptor works from anywhere.
/// </summary>
public sealed class HostNetwork : IDisposable
{
    private static readonly TimeSpan ConfigurationTime = TimeSpan.FromSeconds(30);

    private readonly OwnershipLedger _ledger;
    private readonly IReadOnlyList<int> _entries;
    private readonly Dictionary<string, Host> _byName;
    private bool _disposed;

    private HostNetwork(IReadOnlyList<Host> hosts, OwnershipLedger ledger, IReadOnlyList<int> entries)
    {
        Hosts = hosts;
        _ledger = ledger;
        _entries = entries;
        _byName = hosts.ToDictionary(host => host.Spec.Name, StringComparer.Ordinal);
    }

    /// <summary>The hosts, in the order they were asked for.</summary>
    public IReadOnlyList<Host> Hosts { get; }

    /// <summary>Hosts that <see cref="Dispose"/> could not remove; normally none.</summary>
    public IReadOnlyList<HostFailure> LeftBehind { get; private set; } = [];

    /// <summary>The host of a name of the topology.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Host this[string name] => _byName[name];

    /// <summary>Makes all hosts, or none: after a failure everything made so far is removed.</summary>
    /// <param name="specs">What to make; names and namespaces differ.</param>
    /// <param name="ledger">Where the namespaces are written down, before they get their names. Stays the caller's, and must stay open as
    /// long as the hosts.</param>
    /// <param name="stop">Gives up and removes everything made so far.</param>
    /// <exception cref="HostNetworkException">Some hosts cannot be made; all faults found are named.</exception>
    public static async Task<HostNetwork> CreateAsync(
        IReadOnlyList<HostSpec> specs, OwnershipLedger ledger, CancellationToken stop = default)
    {
        var faults = HostSpecCheck.Faults(specs);
        if (faults.Count > 0) throw new HostNetworkException(faults);
        var hosts = new List<Host>(specs.Count);
        IReadOnlyList<int> entries = [];
        try
        {
            foreach (var spec in specs) Try(spec, () => hosts.Add(new Host(spec, NetworkNamespace.CreateUnnamed())));
            entries = ledger.Record([.. hosts.Select(host => new OwnedNamespace(host.Spec.NamespaceName, host.Namespace.Identity))]);
            foreach (var host in hosts) Try(host.Spec, () => host.Namespace.Publish(host.Spec.NamespaceName));
            await ConfigureAsync(hosts, stop).ConfigureAwait(false);
            return new HostNetwork(hosts, ledger, entries);
        }
        catch
        {
            Remove(hosts, ledger, entries);
            throw;
        }
    }

    /// <summary>
    /// Removes the hosts: closes the TAPs, takes the namespaces away, closes their ledger entries. Programs inside go on until they end.
    /// A host that cannot be removed keeps its entry, so that <see cref="LedgerCleaner"/> finds it.
    /// </summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        LeftBehind = Remove(Hosts, _ledger, _entries);
    }

    /// <summary>TAPs and addresses, a few hosts at a time: each costs a process of <c>ip</c>, which is worth all cores.</summary>
    private static async Task ConfigureAsync(IReadOnlyList<Host> hosts, CancellationToken stop)
    {
        var failures = new ConcurrentBag<HostFailure>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1, CancellationToken = stop };
        await Parallel.ForEachAsync(hosts, options, async (host, stopping) =>
        {
            try
            {
                host.OpenTaps();
                var result = await HostCommands.For(host.Spec).RunAsync(ConfigurationTime, stopping).ConfigureAwait(false);
                foreach (var failure in result.Failures) failures.Add(new HostFailure(host.Spec.Name, $"ip {failure}"));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(new HostFailure(host.Spec.Name, failure.Message));
            }
        }).ConfigureAwait(false);
        if (!failures.IsEmpty) throw new HostNetworkException([.. failures.OrderBy(failure => failure.Host, StringComparer.Ordinal)]);
    }

    private static void Try(HostSpec spec, Action step)
    {
        try
        {
            step();
        }
        catch (LinuxException failure)
        {
            throw new HostNetworkException([new HostFailure(spec.Name, failure.Message)], failure);
        }
    }

    private static List<HostFailure> Remove(IReadOnlyList<Host> hosts, OwnershipLedger ledger, IReadOnlyList<int> entries)
    {
        var failures = new List<HostFailure>();
        var removed = new List<int>(entries.Count);
        for (int index = 0; index < hosts.Count; index++)
        {
            try
            {
                hosts[index].Remove();
                if (index < entries.Count) removed.Add(entries[index]);
            }
            catch (LinuxException failure)
            {
                failures.Add(new HostFailure(hosts[index].Spec.Name, failure.Message));
            }
        }
        ledger.Forget(removed);
        return failures;
    }
}
