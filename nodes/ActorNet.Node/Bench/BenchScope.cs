using System.Globalization;
using ActorNet.Linux.Iproute;
using ActorNet.Linux.Ledger;
using ActorNet.Linux.Namespaces;
using ActorNet.Node.Cli;
using ActorNet.Node.Hosting;
using ActorNet.Node.State;

namespace ActorNet.Node.Bench;

/// <summary>Everything that a benchmark makes outside of this process, written down before it is made; gone with <see cref="Dispose"/>, or by <c>actornet gc</c> after a kill.</summary>
internal sealed class BenchScope : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<(NetworkNamespace Space, int Entry)> _spaces = [];

    private BenchScope(string name, StateDirectory state, string? configFile, OwnershipLedger ledger)
    {
        Name = name;
        State = state;
        ConfigFile = configFile;
        Ledger = ledger;
    }

    /// <summary>Begins the names of everything; unique among running processes.</summary>
    public string Name { get; }

    /// <summary>Where the ledger lies.</summary>
    public StateDirectory State { get; }

    /// <summary>The user's settings, full path; null for none. The daemons measured run with them.</summary>
    public string? ConfigFile { get; }

    /// <summary>The ledger.</summary>
    public OwnershipLedger Ledger { get; }

    /// <summary>Begins the ledger.</summary>
    /// <param name="state">Where.</param>
    /// <param name="configFile">The user's settings, full path, or null.</param>
    /// <exception cref="NodeException">It cannot be written.</exception>
    public static BenchScope Open(StateDirectory state, string? configFile)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench-{Environment.ProcessId}");
        state.Prepare(name);
        return new BenchScope(name, state, configFile, LedgerOpener.Create(state, name));
    }

    /// <summary>Makes a network namespace.</summary>
    public NetworkNamespace AddNamespace(string suffix)
    {
        var space = NetworkNamespace.CreateUnnamed();
        var name = $"{Name}-{suffix}";
        _spaces.Add((space, Ledger.Record(new OwnedNamespace(name, space.Identity))));
        space.Publish(name);
        return space;
    }

    /// <summary>Runs lines of <c>ip</c> or <c>tc</c> inside a namespace.</summary>
    /// <exception cref="NodeException">One was refused: the machine's kernel lacks what it asks for.</exception>
    public static async Task RunAsync(IprouteTool tool, NetworkNamespace space, string lines, CancellationToken stop)
    {
        var batch = new IpBatch(tool, space.Name!.Text);
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) batch.AddLine(line);
        var result = await batch.RunAsync(Patience, stop).ConfigureAwait(false);
        if (!result.Succeeded) throw NodeException.Lacking($"this machine's kernel refused {result.Failures[0]}. Leave that path out (--paths).");
    }

    /// <summary>Removes the namespaces, with them their devices, and the ledger.</summary>
    public void Dispose()
    {
        foreach (var (space, entry) in _spaces)
        {
            space.Remove();
            space.Dispose();
            Ledger.Forget(entry);
        }

        _spaces.Clear();
        if (Ledger.Items.Count == 0) Ledger.Delete();
        else Ledger.Dispose();
    }
}
