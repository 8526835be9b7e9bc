using ActorNet.Linux.Ledger;
using ActorNet.Node.Commands;
using ActorNet.Node.State;

namespace ActorNet.Node.Hosting;

/// <summary>Cleans up after a daemon that was killed, by its ledger alone.</summary>
internal static class TopologyCleaner
{
    /// <summary>Everything is gone.</summary>
    public const string Cleaned = "cleaned";

    /// <summary>The topology runs, so nothing was done.</summary>
    public const string Running = "running";

    /// <summary>Something is left, and the ledger with it.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>Cleans one topology; one that runs is left alone.</summary>
    public static CleanedTopology Clean(StateDirectory state, string topology)
    {
        if (!state.HasLedger(topology)) return WithoutLedger(state, topology);
        OwnershipLedger ledger;
        try
        {
            ledger = OwnershipLedger.Open(state.Path, topology);
        }
        catch (LedgerBusyException)
        {
            return new CleanedTopology(topology, Running, []);
        }
        catch (LedgerFormatException unreadable)
        {
            return Unreadable(state, topology, unreadable.Message);
        }

        // Under the ledger's lock: nobody can start a topology of this name meanwhile.
        HostProcesses.End(ledger.SameBoot ? ledger.Items : []);
        state.Forget(topology);
        var report = LedgerCleaner.Clean(ledger);
        CleanedThing[] things =
        [
            .. report.Items.Select(item => new CleanedThing(item.Thing.Label, item.Outcome.ToString(), item.Detail)),
            .. report.Problems.Select(problem => new CleanedThing($"line {problem.Line} of the ledger", "Unreadable", problem.Fault)),
        ];
        return new CleanedTopology(topology, report.LedgerRemoved ? Cleaned : Incomplete, things);
    }

    /// <summary>A record without a ledger: the daemon was killed after its last ledger line, or before its first.</summary>
    private static CleanedTopology WithoutLedger(StateDirectory state, string topology)
    {
        if (new TopologyCatalog(state).Look(topology).IsAlive) return new CleanedTopology(topology, Running, []);
        state.Forget(topology);
        return new CleanedTopology(topology, Cleaned, []);
    }

    /// <summary>A ledger without its first line was torn when it was begun, before anything was made; any other one is for a person to look at.</summary>
    private static CleanedTopology Unreadable(StateDirectory state, string topology, string why)
    {
        var file = state.LedgerOf(topology);
        if (!IsTornAtBirth(file)) return new CleanedTopology(topology, Incomplete, [new CleanedThing($"ledger {file}", "Unreadable", why)]);
        File.Delete(file);
        state.Forget(topology);
        return new CleanedTopology(topology, Cleaned, []);
    }

    private static bool IsTornAtBirth(string file)
    {
        var bytes = new FileInfo(file) is { Length: <= LedgerReader.MaxLineBytes } ? File.ReadAllBytes(file) : null;
        return bytes is not null && !bytes.Contains((byte)'\n');
    }
}
