namespace ActorNet.Linux.Ledger;

/// <summary>What clean-up found and did about an entry.</summary>
public enum CleanOutcome
{
    /// <summary>It was ours and is removed.</summary>
    Removed,

    /// <summary>It did not exist any more.</summary>
    AlreadyGone,

    /// <summary>Something of that name exists but is somebody else's; it was left alone, and ours is gone.</summary>
    NotOurs,

    /// <summary>
    /// Something of that name exists, but the process was killed before it wrote down which one it made; it was left alone, the entry
    /// stays.
    /// </summary>
    Unconfirmed,

    /// <summary>It is ours but could not be removed; the entry stays.</summary>
    Failed,
}

/// <summary>One line of the report.</summary>
/// <param name="Thing">What the ledger named.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Detail">Why, and what a person should do; empty when there is nothing to say.</param>
public sealed record CleanedItem(OwnedThing Thing, CleanOutcome Outcome, string Detail)
{
    /// <summary>True when the entry is closed.</summary>
    public bool Settled => Outcome is CleanOutcome.Removed or CleanOutcome.AlreadyGone or CleanOutcome.NotOurs;
}

/// <summary>What a clean-up did.</summary>
/// <param name="Topology">Whose ledger it was.</param>
/// <param name="Items">The entries, in the order they were handled.</param>
/// <param name="Problems">Lines of the ledger that could not be read.</param>
/// <param name="LedgerRemoved">True when everything is settled and the file is gone too.</param>
public sealed record CleanReport(
    string Topology, IReadOnlyList<CleanedItem> Items, IReadOnlyList<LedgerProblem> Problems, bool LedgerRemoved);
