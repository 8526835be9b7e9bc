namespace ActorNet.Hosts.Tcp;

/// <summary>A set of sequence numbers as disjoint ranges in order: what came early, or what was selectively acknowledged. Bounded.</summary>
internal sealed class SequenceRanges
{
    /// <summary>Most ranges; what would make one more is not taken in.</summary>
    internal const int MaxRanges = 1024;

    private readonly List<(long Start, long End)> _ranges = [];

    internal int Count => _ranges.Count;

    /// <summary>How many numbers are in the set.</summary>
    internal long Total { get; private set; }

    internal (long Start, long End) this[int index] => _ranges[index];

    /// <summary>The end of the last range; 0 when there is none.</summary>
    internal long Top => _ranges.Count == 0 ? 0 : _ranges[^1].End;

    /// <summary>Adds the numbers from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    /// <returns>How many were new; 0 also when the set is full.</returns>
    internal long Add(long start, long end)
    {
        if (end <= start) return 0;
        var first = FirstEndingAtOrAfter(start);
        var past = first;
        var (newStart, newEnd) = (start, end);
        long old = 0;
        while (past < _ranges.Count && _ranges[past].Start <= end)
        {
            newStart = Math.Min(newStart, _ranges[past].Start);
            newEnd = Math.Max(newEnd, _ranges[past].End);
            old += _ranges[past].End - _ranges[past].Start;
            past++;
        }

        if (past == first)
        {
            if (_ranges.Count == MaxRanges) return 0;
            _ranges.Insert(first, (start, end));
        }
        else
        {
            _ranges[first] = (newStart, newEnd);
            _ranges.RemoveRange(first + 1, past - first - 1);
        }

        var added = newEnd - newStart - old;
        Total += added;
        return added;
    }

    /// <summary>Takes out everything below a number.</summary>
    internal void RemoveBelow(long limit)
    {
        var gone = 0;
        while (gone < _ranges.Count && _ranges[gone].End <= limit)
        {
            Total -= _ranges[gone].End - _ranges[gone].Start;
            gone++;
        }

        if (gone > 0) _ranges.RemoveRange(0, gone);
        if (_ranges.Count == 0 || _ranges[0].Start >= limit) return;
        Total -= limit - _ranges[0].Start;
        _ranges[0] = (limit, _ranges[0].End);
    }

    /// <summary>How many numbers from <paramref name="start"/> up to, not including, <paramref name="end"/> are in the set.</summary>
    internal long Within(long start, long end)
    {
        long sum = 0;
        for (var i = FirstEndingAtOrAfter(start); i < _ranges.Count && _ranges[i].Start < end; i++)
            sum += Math.Max(0, Math.Min(end, _ranges[i].End) - Math.Max(start, _ranges[i].Start));
        return sum;
    }

    /// <summary>The gap that a number lies in, or the first one behind it.</summary>
    /// <param name="from">The number.</param>
    /// <returns>Where the numbers that are missing begin and end; the end is <see cref="long.MaxValue"/> behind the last range.</returns>
    internal (long Start, long End) GapAt(long from)
    {
        var i = FirstEndingAtOrAfter(from + 1);
        if (i < _ranges.Count && _ranges[i].Start <= from) from = _ranges[i++].End;
        return (from, i < _ranges.Count ? _ranges[i].Start : long.MaxValue);
    }

    /// <summary>The range that a number lies in.</summary>
    internal bool TryFind(long number, out (long Start, long End) range)
    {
        var i = FirstEndingAtOrAfter(number + 1);
        range = i < _ranges.Count && _ranges[i].Start <= number ? _ranges[i] : default;
        return range.End > 0;
    }

    internal void Clear()
    {
        _ranges.Clear();
        Total = 0;
    }

    private int FirstEndingAtOrAfter(long number)
    {
        var (low, high) = (0, _ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ranges[middle].End < number) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
