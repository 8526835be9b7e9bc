using ActorNet.Core.Frames;

namespace ActorNet.Core.Sched;

/// <summary>
/// Frames in the order of the times they may leave at, equals in order of arrival (<c>tfifo</c>, rule NETEM-06). Frames that come in that order already, as most do,
/// stand in a ring; those that must overtake stand in a heap beside it. Owns what it holds.
/// </summary>
internal sealed class NetemQueue
{
    private Entry[] _ring = new Entry[16];
    private int _first;
    private int _inRing;
    private Entry[] _heap = new Entry[4];
    private int _inHeap;
    private long _arrivals;

    /// <summary>Frames held.</summary>
    public int Count => _inRing + _inHeap;

    /// <summary>When the next frame may leave; meaningless when it is empty.</summary>
    public Instant NextTime => HeapIsNext ? _heap[0].Time : _ring[_first].Time;

    private bool HeapIsNext => _inHeap > 0 && (_inRing == 0 || _heap[0].Time < _ring[_first].Time);

    private ref Entry Tail => ref _ring[(_first + _inRing - 1) & (_ring.Length - 1)];

    /// <summary>Takes a frame over.</summary>
    public void Enqueue(SkBuff skb, Instant time)
    {
        var entry = new Entry(skb, time, _arrivals++);
        if (_inRing > 0 && time < Tail.Time)
        {
            if (_inHeap == _heap.Length) Array.Resize(ref _heap, _inHeap * 2);
            SiftUp(entry, _inHeap++);
            return;
        }

        if (_inRing == _ring.Length) GrowRing();
        _inRing++;
        Tail = entry;
    }

    /// <summary>Hands over the next frame; it must not be empty.</summary>
    public SkBuff Dequeue() => HeapIsNext ? DequeueHeap() : DequeueRing();

    /// <summary>The latest time of all held; false when it is empty.</summary>
    public bool TryLatestTime(out Instant latest)
    {
        latest = _inRing > 0 ? Tail.Time : _heap[0].Time;
        for (var i = 0; i < _inHeap; i++)
        {
            if (_heap[i].Time > latest) latest = _heap[i].Time;
        }

        return Count > 0;
    }

    /// <summary>Frees everything held.</summary>
    public void Purge(DropReason reason)
    {
        while (Count > 0) Dequeue().Free(reason);
    }

    private SkBuff DequeueRing()
    {
        var skb = _ring[_first].Skb;
        _ring[_first] = default;
        _first = (_first + 1) & (_ring.Length - 1);
        _inRing--;
        return skb;
    }

    private SkBuff DequeueHeap()
    {
        var skb = _heap[0].Skb;
        var last = _heap[--_inHeap];
        _heap[_inHeap] = default;
        if (_inHeap > 0) SiftDown(last);
        return skb;
    }

    private void GrowRing()
    {
        var larger = new Entry[_ring.Length * 2];
        for (var i = 0; i < _inRing; i++) larger[i] = _ring[(_first + i) & (_ring.Length - 1)];
        _ring = larger;
        _first = 0;
    }

    private void SiftUp(Entry entry, int place)
    {
        while (place > 0 && entry.IsBefore(_heap[(place - 1) / 2]))
        {
            _heap[place] = _heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        _heap[place] = entry;
    }

    private void SiftDown(Entry entry)
    {
        var place = 0;
        while ((place * 2) + 1 is var child && child < _inHeap)
        {
            if (child + 1 < _inHeap && _heap[child + 1].IsBefore(_heap[child])) child++;
            if (!_heap[child].IsBefore(entry)) break;
            _heap[place] = _heap[child];
            place = child;
        }

        _heap[place] = entry;
    }

    private readonly record struct Entry(SkBuff Skb, Instant Time, long Arrival)
    {
        public bool IsBefore(Entry other) => Time < other.Time || (Time == other.Time && Arrival < other.Arrival);
    }
}
