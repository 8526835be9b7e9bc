namespace ActorNet.Linux.Ledger;

#pragma warning disable RCS1194 // Neither makes sense without the path.

/// <summary>A file is not a ledger, is of a newer format, or is too large to be one.</summary>
public sealed class LedgerFormatException : Exception
{
    internal LedgerFormatException(string path, string fault)
        : base($"{path}: {fault}")
    {
    }
}

/// <summary>Another process has the ledger open: the topology is running, or being cleaned.</summary>
public sealed class LedgerBusyException : Exception
{
    internal LedgerBusyException(string path)
        : base($"{path} is in use: its topology is running or is being cleaned up by another process. Stop that one first.")
    {
    }
}

/// <summary>A topology has a ledger already: it is running, or was killed and must be cleaned up.</summary>
public sealed class LedgerExistsException : Exception
{
    internal LedgerExistsException(string topology, string path)
        : base($"topology '{topology}' has a ledger already ({path}): it runs, or was killed. Take it down first ('actornet down {topology}').")
    {
    }
}
