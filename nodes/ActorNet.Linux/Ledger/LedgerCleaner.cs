namespace ActorNet.Linux.Ledger;

/// <summary>
/// Removes what a ledger names and nothing else. Whatever carries the name but is not what was made (another namespace, index, start time
/// or
/// inode) is left alone and reported. Works without the topology file; running it again continues where it stopped.
/// </summary>
public static class LedgerCleaner
{
    /// <summary>Cleans up after the topology of a ledger, newest entries first, processes before all. Closes the ledger.</summary>
    /// <param name="ledger">Opened by the caller; its file is removed when everything is settled and every line could be read.</param>
    public static CleanReport Clean(OwnershipLedger ledger)
    {
        var items = new List<CleanedItem>();
        var settled = new List<int>();
        using (ledger)
        {
            foreach (var item in ledger.Items.OrderBy(item => item.Thing is OwnedProcess ? 0 : 1).ThenByDescending(item => item.Id))
            {
                var cleaned = Clean(item.Thing, ledger.SameBoot);
                items.Add(cleaned);
                if (cleaned.Settled) settled.Add(item.Id);
            }
            // The entries are closed together at the end: to be killed in between only means to find them gone next time.
            ledger.Forget(settled);
            bool all = settled.Count == items.Count && ledger.Problems.Count == 0;
            if (all) ledger.Delete();
            return new CleanReport(ledger.Topology, items, ledger.Problems, all);
        }
    }

    private static CleanedItem Clean(OwnedThing thing, bool sameBoot)
    {
        if (!sameBoot && thing is not OwnedFile) return new CleanedItem(thing, CleanOutcome.AlreadyGone, "the machine has restarted since");
        try
        {
            return thing switch
            {
                OwnedNamespace it => ThingRemover.Remove(it),
                OwnedLink it => ThingRemover.Remove(it),
                OwnedProcess it => ThingRemover.Remove(it),
                _ => ThingRemover.Remove((OwnedFile)thing),
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new CleanedItem(thing, CleanOutcome.Failed, failure.Message);
        }
    }
}
