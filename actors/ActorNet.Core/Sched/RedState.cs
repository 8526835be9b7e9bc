namespace ActorNet.Core.Sched;

/// <summary>What random early detection decides about a frame.</summary>
internal enum RedVerdict
{
    /// <summary>It passes.</summary>
    Pass,

    /// <summary>It is to be marked or dropped by chance: the average is between the thresholds.</summary>
    ByChance,

    /// <summary>It is to be marked or dropped: the average is above both.</summary>
    Forced,
}

/// <summary>The average of one queue, and the frames since the last mark (<c>struct red_vars</c>).</summary>
internal struct RedState
{
    private const long NanosecondsPerMicrosecond = 1000;

    private ulong _average;
    private int _sinceMark;
    private uint _threshold;
    private Instant _idleSince;

    /// <summary>Whether the queue has been found empty since the last frame came.</summary>
    public bool IsIdle { get; private set; }

    /// <summary>Forgets the average; an idle time goes on.</summary>
    public void Forget()
    {
        _average = 0;
        _sinceMark = -1;
    }

    /// <summary>Forgets everything.</summary>
    public void Restart()
    {
        Forget();
        IsIdle = false;
    }

    /// <summary>The queue is empty.</summary>
    public void BeginIdle(Instant now)
    {
        if (IsIdle) return;
        IsIdle = true;
        _idleSince = now;
    }

    /// <summary>A frame comes: the average follows the queue, or what it decayed to while the queue was idle.</summary>
    public void Look(RedParameters parameters, uint backlog, Instant now)
    {
        _average = IsIdle ? AverageNow(parameters, now) : parameters.Average(_average, backlog);
        IsIdle = false;
    }

    /// <summary>A frame comes to a queue whose idle times do not count.</summary>
    public void Look(RedParameters parameters, uint backlog) => _average = parameters.Average(_average, backlog);

    /// <summary>The average as it is now, idle or not.</summary>
    public readonly ulong AverageNow(RedParameters parameters, Instant now) =>
        IsIdle ? parameters.AverageAfterIdle(_average, now.Since(_idleSince) / NanosecondsPerMicrosecond) : _average;

    /// <summary>Whether the average will not change any more by being idle.</summary>
    public readonly bool IsSettled(RedParameters parameters, Instant now) => !IsIdle || now.Since(_idleSince) / NanosecondsPerMicrosecond >= parameters.LongestIdle;

    /// <summary>What becomes of the frame (<c>red_action</c>): marks by chance are spread evenly rather than at random.</summary>
    public RedVerdict Decide(RedParameters parameters, NetemRandom random)
    {
        if (_average < parameters.Min)
        {
            _sinceMark = -1;
            return RedVerdict.Pass;
        }

        if (_average >= parameters.Max)
        {
            _sinceMark = -1;
            return RedVerdict.Forced;
        }

        if (++_sinceMark == 0)
        {
            _threshold = parameters.Threshold(random);
            return RedVerdict.Pass;
        }

        var excess = (_average - parameters.Min) >> parameters.Options.WeightLog;
        if (unchecked(excess * (ulong)_sinceMark) < _threshold) return RedVerdict.Pass;
        _sinceMark = 0;
        _threshold = parameters.Threshold(random);
        return RedVerdict.ByChance;
    }
}
