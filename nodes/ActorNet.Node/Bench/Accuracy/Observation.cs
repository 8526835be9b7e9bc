namespace ActorNet.Node.Bench.Accuracy;

/// <summary>A frame that came out, whole.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="At">When, in nanoseconds of the path's clock.</param>
internal readonly record struct Arrival(int Sequence, long At);

/// <summary>What became of the frames of an experiment.</summary>
internal sealed class Observation
{
    private const long NotSent = long.MinValue;

    private readonly long[] _sent;
    private readonly List<Arrival> _arrivals = [];

    /// <summary>Nothing yet.</summary>
    public Observation(Traffic traffic)
    {
        Traffic = traffic;
        _sent = new long[traffic.Frames];
        Array.Fill(_sent, NotSent);
    }

    /// <summary>What was sent.</summary>
    public Traffic Traffic { get; }

    /// <summary>The frames that came out whole, as they came.</summary>
    public IReadOnlyList<Arrival> Arrivals => _arrivals;

    /// <summary>Frames that came out with something wrong in them.</summary>
    public int Damaged { get; private set; }

    /// <summary>When the last frame was sent.</summary>
    public long LastSent => _sent.Max();

    /// <summary>When the first frame was sent.</summary>
    public long FirstSent => _sent.Where(at => at != NotSent).DefaultIfEmpty(0).Min();

    /// <summary>Frames that were seen to be sent.</summary>
    public int Sent => _sent.Count(at => at != NotSent);

    /// <summary>A frame was sent.</summary>
    public void OnSent(int sequence, long at) => _sent[sequence] = at;

    /// <summary>A frame came out whole.</summary>
    public void OnArrival(int sequence, long at) => _arrivals.Add(new Arrival(sequence, at));

    /// <summary>A frame came out damaged.</summary>
    public void OnDamaged() => Damaged++;

    /// <summary>How long each frame was on its way, in nanoseconds, in the order of arrival; of a doubled frame both.</summary>
    public IReadOnlyList<long> Delays() => [.. _arrivals.Where(a => _sent[a.Sequence] != NotSent).Select(a => a.At - _sent[a.Sequence])];

    /// <summary>Frame by frame in the order of sending, whether it was lost. What did not leave the sender is left out.</summary>
    public IReadOnlyList<bool> Losses()
    {
        var copies = Copies();
        return [.. Enumerable.Range(0, _sent.Length).Where(i => _sent[i] != NotSent).Select(i => copies[i] == 0)];
    }

    /// <summary>Frames that came out more than once.</summary>
    public int Doubled() => Copies().Count(copies => copies > 1);

    /// <summary>The same frames were sent and came out at the same times.</summary>
    public bool IsLike(Observation other) => _sent.SequenceEqual(other._sent) && _arrivals.SequenceEqual(other._arrivals) && Damaged == other.Damaged;

    private int[] Copies()
    {
        var copies = new int[_sent.Length];
        foreach (var arrival in _arrivals) copies[arrival.Sequence]++;
        return copies;
    }
}
