namespace ActorNet.Core.Tests.Sched;

/// <summary>Stochastic fairness queueing written down plainly: lists of frames, a list of flows in the round, and the longest flow found by looking at all.</summary>
internal sealed class SfqModel(int limit, int depth, int quantum, bool headDrop)
{
    private readonly List<Flow> _round = [];

    /// <summary>Frames that were dropped, by number, in order.</summary>
    public List<int> Dropped { get; } = [];

    public int Held => _round.Sum(f => f.Frames.Count);

    private int _clock;

    public void Enqueue(int flow, int frame, int size)
    {
        var own = _round.Find(f => f.Number == flow);
        if (own is { } full && full.Frames.Count >= depth)
        {
            if (!headDrop)
            {
                Dropped.Add(frame);
                return;
            }

            Dropped.Add(full.Frames[0].Number);
            full.Frames.RemoveAt(0);
            full.Frames.Add((frame, size));
            return;
        }

        // There are never more flows than frames.
        if (own is null && _round.Count == limit)
        {
            Dropped.Add(frame);
            return;
        }

        if (own is null)
        {
            own = new Flow { Number = flow, Allot = quantum };
            _round.Add(own);
        }

        own.Frames.Add((frame, size));
        own.Reached = _clock++;
        if (Held > limit) DropOne();
    }

    public int? Dequeue()
    {
        while (_round.Count > 0)
        {
            var first = _round[0];
            if (first.Allot <= 0)
            {
                first.Allot += quantum;
                _round.RemoveAt(0);
                _round.Add(first);
                continue;
            }

            var (number, size) = first.Frames[0];
            first.Frames.RemoveAt(0);
            first.Reached = _clock++;
            if (first.Frames.Count == 0) _round.RemoveAt(0);
            else first.Allot -= size;
            return number;
        }

        return null;
    }

    /// <summary>Of the longest flows that which reached its length last loses a frame; if all have one frame, that whose turn it is.</summary>
    private void DropOne()
    {
        var longest = _round.Max(f => f.Frames.Count);
        var loser = longest == 1 ? _round[0] : _round.Where(f => f.Frames.Count == longest).MaxBy(f => f.Reached)!;
        var at = headDrop ? 0 : loser.Frames.Count - 1;
        Dropped.Add(loser.Frames[at].Number);
        loser.Frames.RemoveAt(at);
        loser.Reached = _clock++;
        if (loser.Frames.Count == 0) _round.Remove(loser);
    }

    private sealed class Flow
    {
        public int Number { get; init; }

        public int Allot { get; set; }

        public int Reached { get; set; }

        public List<(int Number, int Size)> Frames { get; } = [];
    }
}
