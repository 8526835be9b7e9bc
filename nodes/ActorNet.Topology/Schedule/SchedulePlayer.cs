namespace ActorNet.Topology;

/// <summary>Something that a schedule wants to happen now.</summary>
/// <param name="Time">When it is due, in nanoseconds since the topology was up.</param>
/// <param name="Entry">The line that wants it.</param>
/// <param name="Change">What happens; null when a flap is over, and what was before its beginning is to come back.</param>
public readonly record struct ScheduledStep(long Time, ScheduleEntry Entry, LinkChange? Change);

/// <summary>
/// Unrolls a schedule step by step, in the order of time and, at one moment, of the file. Pure: it is told the time, and holds no more than one step of each line however
/// long the schedule runs.
/// </summary>
public sealed class SchedulePlayer
{
    private readonly IReadOnlyList<ScheduleEntry> _entries;
    private readonly PriorityQueue<Pending, (long Time, int Entry)> _pending = new();

    /// <summary>Begins at time 0.</summary>
    public SchedulePlayer(IReadOnlyList<ScheduleEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _entries = entries;
        for (var i = 0; i < entries.Count; i++)
        {
            var first = entries[i] switch
            {
                OnceEntry once => once.At,
                RampEntry ramp => ramp.From,
                FlapEntry flap => flap.From,
                var other => throw new ArgumentException($"{other.GetType().Name} is no line of a schedule", nameof(entries)),
            };
            Add(new Pending(i, 0, IsEnd: false), first);
        }
    }

    /// <summary>When the next step is due; null when there is none.</summary>
    public long? NextTime => _pending.TryPeek(out _, out var key) ? key.Time : null;

    /// <summary>Takes the next step out that is due by a time.</summary>
    /// <param name="now">Nanoseconds since the topology was up.</param>
    /// <param name="step">The step.</param>
    /// <returns>False when none is due.</returns>
    public bool TryTake(long now, out ScheduledStep step)
    {
        step = default;
        if (!_pending.TryPeek(out var pending, out var key) || key.Time > now) return false;
        _pending.Dequeue();
        step = _entries[pending.Entry] switch
        {
            OnceEntry once => new ScheduledStep(key.Time, once, once.Change),
            RampEntry ramp => Next(ramp, pending, key.Time),
            FlapEntry flap => Next(flap, pending, key.Time),
            _ => throw new InvalidOperationException("checked when it was made"),
        };
        return true;
    }

    private ScheduledStep Next(RampEntry ramp, Pending pending, long time)
    {
        var number = (int)pending.Number;
        if (number < ramp.Steps) Add(pending with { Number = number + 1 }, ramp.TimeOf(number + 1));
        return new ScheduledStep(time, ramp, ramp.ChangeOf(number));
    }

    private ScheduledStep Next(FlapEntry flap, Pending pending, long time)
    {
        if (!pending.IsEnd)
        {
            Add(pending with { IsEnd = true }, Math.Min(time + flap.Lasts, flap.Until));
            return new ScheduledStep(time, flap, flap.Change);
        }

        var next = flap.From + ((pending.Number + 1) * flap.Period);
        if (next < flap.Until) Add(new Pending(pending.Entry, pending.Number + 1, IsEnd: false), next);
        return new ScheduledStep(time, flap, Change: null);
    }

    private void Add(Pending pending, long time) => _pending.Enqueue(pending, (time, pending.Entry));

    private readonly record struct Pending(int Entry, long Number, bool IsEnd);
}
