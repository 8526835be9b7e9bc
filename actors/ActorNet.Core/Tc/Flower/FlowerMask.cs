namespace ActorNet.Core.Tc.Flower;

/// <summary>
/// The filters that look at the same bits (<c>struct fl_flow_mask</c>): a hash table by those bits. Ranges of ports cannot be hashed: there the filters are tried in
/// the order in which they were added, until the ranges of one hold the frame's ports and the table has a filter with these ranges.
/// </summary>
internal sealed class FlowerMask
{
    private const int FirstBuckets = 8;
    private readonly List<FlowerFilter> _filters = [];
    private readonly int _start;
    private readonly int _end;
    private readonly bool _looksAtRanges;
    private readonly bool _neverMatches;
    private FlowerFilter?[] _buckets = new FlowerFilter?[FirstBuckets];

    /// <summary>A mask without filters.</summary>
    public FlowerMask(in FlowKey bits)
    {
        Bits = bits;
        while (_start < FlowKey.Words && bits[_start] == 0) _start++;
        _end = FlowKey.Words;
        while (_end > _start && bits[_end - 1] == 0) _end--;
        _looksAtRanges = bits[FlowField.RangeWord] != 0;
        // Addresses of which no bit counts are not even read, so their kind is not known, which the filter wants.
        _neverMatches = bits.Has(FlowField.AddressType) && (bits.Get(FlowField.SourceHigh) | bits.Get(FlowField.SourceLow)
            | bits.Get(FlowField.DestinationHigh) | bits.Get(FlowField.DestinationLow)) == 0;
    }

    /// <summary>Ones where it looks.</summary>
    public readonly FlowKey Bits;

    /// <summary>Whether no filter is left.</summary>
    public bool IsEmpty => _filters.Count == 0;

    /// <summary>Whether a filter wants just this.</summary>
    public bool Contains(in FlowKey masked) => Find(masked) is not null;

    /// <summary>The filter that a frame matches; null for none.</summary>
    /// <param name="frame">All that is known of it.</param>
    public FlowerFilter? Lookup(in FlowKey frame)
    {
        if (_neverMatches) return null;
        var masked = default(FlowKey);
        for (var i = _start; i < _end; i++) masked[i] = frame[i] & Bits[i];
        if (!_looksAtRanges) return Find(masked);
        foreach (var filter in _filters)
        {
            if (!IsInRanges(frame, filter.Key)) continue;
            masked[FlowField.RangeWord] = filter.Masked[FlowField.RangeWord];
            if (Find(masked) is { } found) return found;
        }

        return null;
    }

    /// <summary>Adds a filter; in front of another that wants the same, which only a change can bring about.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="old">Filter whose place it takes; null for none.</param>
    public void Add(FlowerFilter filter, FlowerFilter? old)
    {
        if (old is null)
        {
            _filters.Add(filter);
        }
        else
        {
            _filters[_filters.IndexOf(old)] = filter;
            Unlink(old);
        }

        if (_filters.Count > _buckets.Length) Grow();
        else Link(filter);
    }

    /// <summary>Takes a filter out.</summary>
    public void Remove(FlowerFilter filter)
    {
        _filters.Remove(filter);
        Unlink(filter);
    }

    private static bool IsInRanges(in FlowKey frame, in FlowKey wanted)
    {
        // A filter without a range has zeros there; together with the mask they hold any port.
        return IsInRange(frame.Get(FlowField.DestinationPort), wanted.Get(FlowField.DestinationPortMin), wanted.Get(FlowField.DestinationPortMax))
            && IsInRange(frame.Get(FlowField.SourcePort), wanted.Get(FlowField.SourcePortMin), wanted.Get(FlowField.SourcePortMax));
    }

    private static bool IsInRange(ulong port, ulong first, ulong last) => last == 0 || (port >= first && port <= last);

    private FlowerFilter? Find(in FlowKey masked)
    {
        var filter = _buckets[Bucket(masked)];
        while (filter is not null && !Agrees(filter.Masked, masked)) filter = filter.Next;
        return filter;
    }

    private bool Agrees(in FlowKey a, in FlowKey b)
    {
        for (var i = _start; i < _end; i++)
        {
            if (a[i] != b[i]) return false;
        }

        return true;
    }

    private int Bucket(in FlowKey masked)
    {
        const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
        ulong hash = 0;
        for (var i = _start; i < _end; i++) hash = (System.Numerics.BitOperations.RotateLeft(hash, 5) ^ masked[i]) * Multiplier;
        return (int)(hash >> 32) & (_buckets.Length - 1);
    }

    private void Grow()
    {
        _buckets = new FlowerFilter?[_buckets.Length * 4];
        foreach (var filter in _filters) Link(filter);
    }

    private void Link(FlowerFilter filter)
    {
        ref var bucket = ref _buckets[Bucket(filter.Masked)];
        filter.Next = bucket;
        bucket = filter;
    }

    private void Unlink(FlowerFilter filter)
    {
        ref var bucket = ref _buckets[Bucket(filter.Masked)];
        if (ReferenceEquals(bucket, filter))
        {
            bucket = filter.Next;
            return;
        }

        var before = bucket;
        while (before is not null && !ReferenceEquals(before.Next, filter)) before = before.Next;
        if (before is not null) before.Next = filter.Next;
    }
}
