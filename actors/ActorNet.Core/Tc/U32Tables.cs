namespace ActorNet.Core.Tc;

/// <summary>
/// Numbers of the hash tables of u32: every preference has a root table of its own, numbered among all of a hook qdisc or shared block (<c>struct tc_u_common</c>).
/// The first is 800:, then 801: to ffe: round and round; when no table is left numbering begins anew.
/// </summary>
internal sealed class U32Tables
{
    private const uint FirstNumber = 0x800;
    private const int LastId = 0x7FE;
    private readonly List<U32Classifier> _newestFirst = [];
    private uint _lastId;

    /// <summary>Whether no classifier but at most one is numbered here, and it has no filter.</summary>
    public bool IsUnused => _newestFirst.Count <= 1 && _newestFirst.TrueForAll(static c => c.HasNoFilters);

    /// <summary>A number for a new classifier, which is listed from now on.</summary>
    /// <exception cref="RtnlException">ENOMEM: all are in use.</exception>
    public uint Add(U32Classifier classifier)
    {
        var number = _newestFirst.Count == 0 ? FirstNumber : Free();
        _newestFirst.Insert(0, classifier);
        return number;
    }

    /// <summary>The classifier is gone.</summary>
    public void Remove(U32Classifier classifier)
    {
        _newestFirst.Remove(classifier);
        if (_newestFirst.Count == 0) _lastId = 0;
    }

    /// <summary>The classifier whose root table has that number; null when none has.</summary>
    public U32Classifier? Find(uint number) => _newestFirst.Find(c => c.TableNumber == number);

    /// <summary>All classifiers of one preference, whatever their chain or direction: tc lists their tables under each of them.</summary>
    public IEnumerable<U32Classifier> OfPref(uint pref) => _newestFirst.Where(c => c.Pref == pref);

    private uint Free()
    {
        for (var tries = 0; tries < LastId; tries++)
        {
            _lastId = _lastId == LastId ? 1 : _lastId + 1;
            var number = FirstNumber | _lastId;
            if (!_newestFirst.Exists(c => c.TableNumber == number)) return number;
        }

        throw new RtnlException(Errno.ENOMEM);
    }
}
