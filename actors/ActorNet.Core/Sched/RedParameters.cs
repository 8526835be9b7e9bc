namespace ActorNet.Core.Sched;

/// <summary>
/// What random early detection computes with (<c>struct red_parms</c> of <c>include/net/red.h</c>; S. Floyd, V. Jacobson 1993; rule RED-01). The average is a number with as
/// many binary places as the weight's logarithm.
/// </summary>
internal sealed class RedParameters
{
    private const uint OnePercent = (uint)(((1UL << 32) + 50) / 100);
    private const uint MostChance = 50 * OnePercent;
    private const int TableMask = 255;

    private readonly byte[] _idleTable;
    private readonly uint _span;
    private readonly uint _targetMin;
    private readonly uint _targetMax;
    private uint _chancePerByte;

    /// <summary>Computed once from options that are <see cref="RedOptions.IsSound"/>.</summary>
    public RedParameters(RedOptions options)
    {
        Options = options;
        _idleTable = [.. options.IdleTable];
        Min = options.Min << options.WeightLog;
        Max = options.Max << options.WeightLog;
        _span = Math.Max(1, options.Max - options.Min);
        // Without a chance that of the logarithm, as tc before 2012 sent it.
        MaxChance = options.MaxChance != 0 ? options.MaxChance : unchecked((uint.MaxValue >> options.ChanceLog) * _span);
        _chancePerByte = Math.Max(1, MaxChance / _span);
        _targetMin = options.Min + (2 * (_span / 5));
        _targetMax = options.Min + (3 * (_span / 5));
    }

    /// <summary>What they were made of.</summary>
    public RedOptions Options { get; }

    /// <summary>Lower threshold, scaled like the average.</summary>
    public ulong Min { get; }

    /// <summary>Upper threshold, scaled like the average.</summary>
    public ulong Max { get; }

    /// <summary>Chance at the upper threshold, a share of 2^32; it changes when it is adaptive.</summary>
    public uint MaxChance { get; private set; }

    /// <summary>The longest idle time in microseconds that makes a difference.</summary>
    public long LongestIdle => (uint)TableMask << Options.IdleLog;

    /// <summary>The average after one more look at the queue.</summary>
    public ulong Average(ulong average, uint backlog) => unchecked(average + (backlog - (average >> Options.WeightLog)));

    /// <summary>The average after an idle time.</summary>
    /// <param name="average">The average before.</param>
    /// <param name="idle">Microseconds.</param>
    public ulong AverageAfterIdle(ulong average, long idle)
    {
        idle = Math.Min(idle, LongestIdle);
        var bits = _idleTable[(int)(idle >> Options.IdleLog) & TableMask];
        if (bits != 0) return average >> bits;
        // The first steps of the exponential are taken as a straight line.
        var decay = unchecked(average * (ulong)idle) >> Options.IdleLog;
        return decay < average >> 1 ? average - decay : average >> 1;
    }

    /// <summary>A random number, against which the average times the frames since the last mark is held.</summary>
    public uint Threshold(NetemRandom random) => random.Next() / _chancePerByte;

    /// <summary>Brings the average nearer to the middle between the thresholds by another chance (<c>red_adaptative_algo</c>), every half second.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Adapt(ulong average)
    {
        var before = MaxChance;
        var bytes = average >> Options.WeightLog;
        if (bytes > _targetMax && MaxChance <= MostChance) MaxChance += Math.Min(OnePercent, MaxChance / 4);
        else if (bytes < _targetMin && MaxChance >= OnePercent) MaxChance = MaxChance / 10 * 9;
        _chancePerByte = Math.Max(1, (uint)((MaxChance + ((ulong)_span / 2)) / _span));
        return MaxChance != before;
    }
}
