using ActorNet.Linux;
using ActorNet.Linux.Ledger;
using ActorNet.Node.Cli;
using ActorNet.Node.State;

namespace ActorNet.Node.Hosting;

/// <summary>Begins the ledger of a topology; that there can be only one is what keeps two daemons from running the same topology.</summary>
internal static class LedgerOpener
{
    /// <summary>Begins it.</summary>
    /// <exception cref="NodeException">The topology is running, or was killed, or the folder cannot be written.</exception>
    public static OwnershipLedger Create(StateDirectory state, string topology)
    {
        try
        {
            return OwnershipLedger.Create(state.Path, topology);
        }
        catch (LedgerExistsException)
        {
            throw Explain(state, topology);
        }
        catch (LinuxException failure)
        {
            throw NodeException.Lacking($"{failure.Message} Run as root, or choose another state directory (--state-dir).");
        }
    }

    /// <summary>Why a topology that has a ledger cannot be started.</summary>
    public static NodeException Explain(StateDirectory state, string topology)
    {
        var known = new TopologyCatalog(state).Look(topology);
        if (known.IsAlive)
            return new NodeException($"topology '{topology}' is {known.State} already (process {known.Record!.Pid}, from {known.Record.File}). Take it down first: actornet down {topology}");
        return IsBusy(state, topology)
            ? new NodeException($"topology '{topology}' is being started or cleaned up by another process just now. Look at 'actornet ps'.")
            : new NodeException($"topology '{topology}' was killed and has not been cleaned up ({state.LedgerOf(topology)}). Run 'actornet gc', then start it again.");
    }

    private static bool IsBusy(StateDirectory state, string topology)
    {
        try
        {
            OwnershipLedger.Open(state.Path, topology).Dispose();
            return false;
        }
        catch (LedgerBusyException)
        {
            return true;
        }
        catch (Exception unreadable) when (unreadable is LedgerFormatException or LinuxException)
        {
            return false;
        }
    }
}
