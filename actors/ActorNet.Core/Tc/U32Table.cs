using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>
/// A hash table of u32 (<c>struct tc_u_hnode</c>): buckets of filters, each bucket in the order of their numbers. Buckets are replaced as a whole on a
/// change, so that a walk under way keeps the old one.
/// </summary>
internal sealed class U32Table
{
    /// <summary>Most buckets.</summary>
    public const int MaxDivisor = 256;

    private const uint FirstAutomaticId = 0x800;
    private const uint LastId = 0xFFF;
    private readonly U32Node[][] _buckets;

    public U32Table(uint number, uint pref, int divisor, bool isRoot)
    {
        (Number, Pref, IsRoot) = (number, pref, isRoot);
        _buckets = new U32Node[divisor][];
        Array.Fill(_buckets, []);
    }

    /// <summary>Its number, as in <c>800:</c>.</summary>
    public uint Number { get; }

    /// <summary>Preference of the classifier that made it: the one it is listed under.</summary>
    public uint Pref { get; }

    /// <summary>Where the walk of a preference begins: it goes with that preference, and nothing can lead to it.</summary>
    public bool IsRoot { get; }

    /// <summary>How many filters lead here.</summary>
    public int Links { get; set; }

    /// <summary>Whether a filter of it leads to another table.</summary>
    public bool HasLinks { get; private set; }

    /// <summary>Buckets, a power of two.</summary>
    public int Divisor => _buckets.Length;

    /// <summary>Its handle.</summary>
    public uint Handle => Number << 20;

    /// <summary>The filters, bucket by bucket.</summary>
    public IEnumerable<U32Node> Nodes => _buckets.SelectMany(static b => b);

    /// <summary>The filters of a bucket.</summary>
    public U32Node[] Bucket(int number) => _buckets[number];

    /// <summary>The filter of that handle; null when there is none.</summary>
    public U32Node? Find(uint handle) => U32Handle.Bucket(handle) is var bucket && bucket >= Divisor ? null : Array.Find(_buckets[bucket], n => n.Handle == handle);

    /// <summary>A number for a new filter: from 0x800 on, then the smaller ones; each bucket counts for itself.</summary>
    /// <exception cref="RtnlException">ENOMEM: all are in use.</exception>
    public uint FreeId(int bucket) =>
        FirstGap(bucket, FirstAutomaticId, LastId) ?? FirstGap(bucket, 1, FirstAutomaticId - 1) ?? throw new RtnlException(Errno.ENOMEM);

    /// <summary>Puts a filter in its place by number, instead of the one that has it.</summary>
    public void Put(U32Node node)
    {
        var bucket = U32Handle.Bucket(node.Handle);
        var nodes = _buckets[bucket].ToList();
        var at = nodes.FindIndex(n => n.Handle >= node.Handle);
        if (at >= 0 && nodes[at].Handle == node.Handle) nodes[at] = node;
        else nodes.Insert(at < 0 ? nodes.Count : at, node);
        _buckets[bucket] = [.. nodes];
        HasLinks = Nodes.Any(static n => n.Down is not null);
    }

    /// <summary>Takes a filter out.</summary>
    public void Remove(U32Node node)
    {
        var bucket = U32Handle.Bucket(node.Handle);
        _buckets[bucket] = Array.FindAll(_buckets[bucket], n => !ReferenceEquals(n, node));
        HasLinks = Nodes.Any(static n => n.Down is not null);
    }

    /// <summary>Prints what stands behind the head of its element.</summary>
    public void Print(ShowWriter writer) =>
        writer.Text("fh", "fh {0} ", U32Handle.Format(Handle)).Number("ht_divisor", "ht divisor {0} ", Divisor);

    private uint? FirstGap(int bucket, uint first, uint last)
    {
        foreach (var node in _buckets[bucket])
        {
            if (U32Handle.Id(node.Handle) == first) first++;
        }

        return first <= last ? first : null;
    }
}
