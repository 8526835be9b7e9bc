namespace ActorNet.Core.Tc;

/// <summary>
/// The hash tables of u32 of a hook qdisc or shared block, numbered together (<c>struct tc_u_common</c>): a root table for each preference, and those that
/// users make, which outlive the preference they were made under as long as there is another one. Automatic numbers are 800:, then 801: to ffe:, round and round.
/// </summary>
internal sealed class U32Tables
{
    private const uint FirstNumber = 0x800;
    private const int LastId = 0x7FE;
    private readonly List<U32Table> _newestFirst = [];
    private uint _lastId;
    private int _classifiers;

    /// <summary>Whether one classifier at most is left, and no filter: the last one then goes, and all tables with it.</summary>
    public bool IsUnused => _classifiers <= 1 && _newestFirst.TrueForAll(static t => !t.Nodes.Any());

    /// <summary>All tables, the newest first.</summary>
    public IReadOnlyList<U32Table> All => _newestFirst;

    /// <summary>The root table of a new classifier.</summary>
    /// <exception cref="RtnlException">ENOMEM: all numbers are in use.</exception>
    public U32Table AddRoot(uint pref)
    {
        var table = new U32Table(_classifiers == 0 ? FirstNumber : FreeNumber(), pref, divisor: 1, isRoot: true);
        _classifiers++;
        _newestFirst.Insert(0, table);
        return table;
    }

    /// <summary>A table that a user asked for.</summary>
    /// <param name="number">Its number, 0 to have one chosen.</param>
    /// <param name="pref">Preference of the command.</param>
    /// <param name="divisor">Buckets.</param>
    /// <exception cref="RtnlException">ENOMEM: no number is left.</exception>
    public U32Table Add(uint number, uint pref, int divisor)
    {
        var table = new U32Table(number == 0 ? FreeNumber() : number, pref, divisor, isRoot: false);
        _newestFirst.Insert(0, table);
        return table;
    }

    /// <summary>A table is gone; its filters were taken out before.</summary>
    public void Remove(U32Table table) => _newestFirst.Remove(table);

    /// <summary>One classifier is gone, its root table was removed before. With the last one numbering begins anew.</summary>
    /// <returns>Whether it was the last: the tables that are left go, too.</returns>
    public bool Leave()
    {
        if (--_classifiers > 0) return false;
        _lastId = 0;
        return true;
    }

    /// <summary>The table of that number; null when there is none.</summary>
    public U32Table? Find(uint number) => _newestFirst.Find(t => t.Number == number);

    /// <summary>All tables of one preference, whatever the chain or direction: tc lists them under each of them.</summary>
    public IEnumerable<U32Table> OfPref(uint pref) => _newestFirst.Where(t => t.Pref == pref);

    private uint FreeNumber()
    {
        for (var tries = 0; tries < LastId; tries++)
        {
            _lastId = _lastId == LastId ? 1 : _lastId + 1;
            var number = FirstNumber | _lastId;
            if (Find(number) is null) return number;
        }

        throw new RtnlException(Errno.ENOMEM);
    }
}
