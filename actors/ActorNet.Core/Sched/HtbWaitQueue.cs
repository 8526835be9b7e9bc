namespace ActorNet.Core.Sched;

/// <summary>
/// Classes of one level that wait for tokens, the one that has enough first next, equals in order of arrival: a binary heap in which every class knows its place.
/// </summary>
internal sealed class HtbWaitQueue
{
    private HtbClass[] _heap = new HtbClass[4];
    private int _count;
    private long _arrivals;

    /// <summary>The class that is due first; null when nobody waits.</summary>
    public HtbClass? First => _count == 0 ? null : _heap[0];

    /// <summary>Lets a class wait that does not wait yet.</summary>
    /// <param name="item">The class.</param>
    /// <param name="due">When it has its tokens.</param>
    public void Add(HtbClass item, Instant due)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, _count * 2);
        item.Due = due;
        item.WaitOrder = _arrivals++;
        SiftUp(item, _count++);
    }

    /// <summary>Takes a class out that waits here.</summary>
    public void Remove(HtbClass item)
    {
        var hole = item.WaitPlace;
        var last = _heap[--_count];
        _heap[_count] = null!;
        item.WaitPlace = -1;
        if (ReferenceEquals(last, item)) return;
        SiftUp(last, hole);
        SiftDown(last, last.WaitPlace);
    }

    /// <summary>Takes everybody out.</summary>
    public void Clear()
    {
        while (First is { } first) Remove(first);
    }

    private static bool IsBefore(HtbClass a, HtbClass b) => a.Due < b.Due || (a.Due == b.Due && a.WaitOrder < b.WaitOrder);

    private void SiftUp(HtbClass item, int place)
    {
        while (place > 0 && IsBefore(item, _heap[(place - 1) / 2]))
        {
            Put(_heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }

        Put(item, place);
    }

    private void SiftDown(HtbClass item, int place)
    {
        while ((place * 2) + 1 is var child && child < _count)
        {
            if (child + 1 < _count && IsBefore(_heap[child + 1], _heap[child])) child++;
            if (!IsBefore(_heap[child], item)) break;
            Put(_heap[child], place);
            place = child;
        }

        Put(item, place);
    }

    private void Put(HtbClass item, int place)
    {
        _heap[place] = item;
        item.WaitPlace = place;
    }
}
