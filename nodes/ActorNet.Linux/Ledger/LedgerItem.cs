namespace ActorNet.Linux.Ledger;

/// <summary>An entry of a ledger that is still open.</summary>
/// <param name="Id">Its number in the ledger.</param>
/// <param name="Thing">What it names, as far as is known.</param>
public readonly record struct LedgerItem(int Id, OwnedThing Thing);

/// <summary>A line of a ledger that cannot be read.</summary>
/// <param name="Line">Which line, from 1.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record LedgerProblem(int Line, string Fault);

/// <summary>What a ledger file says.</summary>
/// <param name="Topology">Whose things it names.</param>
/// <param name="BootId">The run of the machine in which it was begun; namespaces, links and processes do not survive the next one.</param>
/// <param name="Items">What is still owned, in the order of its creation.</param>
/// <param name="Problems">Lines that were skipped because they cannot be read.</param>
/// <param name="ValidLength">Bytes up to the end of the last complete line; what follows was torn by a crash and says nothing.</param>
/// <param name="NextId">The first number not used yet.</param>
public sealed record LedgerContents(
    string Topology, string BootId, IReadOnlyList<LedgerItem> Items, IReadOnlyList<LedgerProblem> Problems, long ValidLength, int NextId);
