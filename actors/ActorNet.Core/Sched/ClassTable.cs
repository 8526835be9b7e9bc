namespace ActorNet.Core.Sched;

/// <summary>
/// The classes of a discipline by minor number, and in the order in which Linux lists them: that of its hash buckets, the latest of a bucket first
/// (<c>struct Qdisc_class_hash</c>). The table doubles when it is filled to three quarters, and never shrinks.
/// </summary>
/// <typeparam name="T">A class.</typeparam>
internal sealed class ClassTable<T>
    where T : class, IClassEntry
{
    private const int PageBits = 8;
    private const int PageSize = 1 << PageBits;
    private readonly T?[]?[] _pages = new T?[PageSize][];
    private List<T>[] _buckets = NewBuckets(4);

    /// <summary>Classes held.</summary>
    public int Count { get; private set; }

    /// <summary>The classes as <c>tc class show</c> lists them.</summary>
    public IEnumerable<T> InListOrder => _buckets.SelectMany(static bucket => Enumerable.Reverse(bucket));

    /// <summary>The class of a minor number; null when there is none.</summary>
    public T? Find(uint minor) => _pages[(minor >> PageBits) & (PageSize - 1)]?[minor & (PageSize - 1)];

    /// <summary>Adds a class whose number is free.</summary>
    public void Add(T item)
    {
        var minor = TcHandle.Minor(item.ClassId);
        (_pages[minor >> PageBits] ??= new T?[PageSize])[minor & (PageSize - 1)] = item;
        BucketOf(item).Add(item);
        Count++;
    }

    /// <summary>Makes room after an addition (<c>qdisc_class_hash_grow</c>).</summary>
    public void Grow()
    {
        if (Count * 4 <= _buckets.Length * 3) return;
        var old = _buckets;
        _buckets = NewBuckets(old.Length * 2);
        foreach (var bucket in old)
        {
            // Moved one by one from the front to the front, which turns their order round.
            for (var i = bucket.Count - 1; i >= 0; i--) BucketOf(bucket[i]).Add(bucket[i]);
        }
    }

    /// <summary>Removes a class.</summary>
    public void Remove(T item)
    {
        var minor = TcHandle.Minor(item.ClassId);
        _pages[minor >> PageBits]![minor & (PageSize - 1)] = null;
        BucketOf(item).Remove(item);
        Count--;
    }

    private static List<T>[] NewBuckets(int count) => [.. Enumerable.Range(0, count).Select(static _ => new List<T>())];

    private List<T> BucketOf(T item)
    {
        var id = item.ClassId;
        id ^= id >> 8;
        id ^= id >> 4;
        return _buckets[(int)(id & (uint)(_buckets.Length - 1))];
    }
}

/// <summary>What can stand in a <see cref="ClassTable{T}"/>.</summary>
internal interface IClassEntry
{
    /// <summary>Handle of the class.</summary>
    uint ClassId { get; }
}
