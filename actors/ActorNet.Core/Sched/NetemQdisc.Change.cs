namespace ActorNet.Core.Sched;

/// <content>Its options (<c>netem_change</c>), and what they make of chances and times.</content>
public sealed partial class NetemQdisc
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    private NetemRandom _random = new(0);
    private NetemRandom _chance = new(0);
    private ulong? _seed;
    private uint _limit;
    private long _latency;
    private int _jitter;
    private short[]? _table;
    private uint _gap;
    private uint _duplicate;
    private uint _lossProbability;
    private uint _reorder;
    private uint _corrupt;
    private bool _ecn;
    private NetemRate _rate;
    private NetemLoss _loss;
    private NetemSlot? _slot;
    private Instant _slotNext;
    private long _slotPackets;
    private long _slotBytes;
    private Instant _immediateTime;
    private NetemDraws _delayDraws;
    private NetemDraws _lossDraws;
    private NetemDraws _duplicateDraws;
    private NetemDraws _reorderDraws;
    private NetemDraws _corruptDraws;

    private bool HasSlots => _slotNext != Instant.Zero;

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now)
    {
        if (options is not NetemOptions) throw new RtnlException(Errno.EINVAL);
        // Without a seed of the user's, the box's own: runs of one box repeat, devices and disciplines differ.
        Seed(((ulong)Device!.Namespace.HashSeed << 32) ^ ((ulong)Device.IfIndex << 20) ^ Handle ^ (ulong)Order);
        Change(options, now);
    }

    /// <summary>Takes over what the command names; delay, loss, duplication, gap and limit also when it does not (then none, and 1000).</summary>
    /// <exception cref="RtnlException">EINVAL, up to Linux 6.12: an emulator that duplicates would not be the only one of its device.</exception>
    public override void Change(QdiscOptions? options, Instant now)
    {
        if (options is not NetemOptions netem) throw new RtnlException(Errno.EINVAL);
        _limit = netem.Limit;
        _latency = PschedTicks.ToNanoseconds(netem.LatencyTicks);
        _jitter = (int)Math.Min(PschedTicks.ToNanoseconds(netem.JitterTicks), int.MaxValue);
        _gap = netem.Gap;
        _sinceReordered = 0;
        _lossProbability = netem.Loss;
        // Here, and not before, as the kernels do that refuse: what was named so far stays changed.
        RefuseSecondDuplicator(netem.Duplicate != 0);
        _duplicate = netem.Duplicate;
        _loss.Set(netem.LossModel);
        if (_gap != 0) _reorder = uint.MaxValue;
        if (netem.HasTable) _table = netem.Table;
        if (netem.Seed is { } seed) Seed(seed);
        if (netem.Seed is not null) _seed = netem.Seed;
        ChangeNamed(netem, now);
    }

    private void ChangeNamed(NetemOptions netem, Instant now)
    {
        if (netem.Correlations is { } correlations)
        {
            _delayDraws.Restart(correlations.Delay, _chance.Next());
            _lossDraws.Restart(correlations.Loss, _chance.Next());
            _duplicateDraws.Restart(correlations.Duplicate, _chance.Next());
        }

        if (netem.Reorder is { } reorder)
        {
            _reorder = reorder.Probability;
            _reorderDraws.Restart(reorder.Correlation, _chance.Next());
        }

        if (netem.Corrupt is { } corrupt)
        {
            _corrupt = corrupt.Probability;
            _corruptDraws.Restart(corrupt.Correlation, _chance.Next());
        }

        if (netem.Rate is { } rate) _rate = rate;
        if (netem.Ecn is { } ecn) _ecn = ecn;
        if (netem.Slot is { } slot) SetSlot(slot, now);
    }

    private void SetSlot(NetemSlot slot, Instant now)
    {
        _slot = slot with { Table = slot.Table ?? _slot?.Table };
        var opens = slot.MinDelay != 0 || slot.MaxDelay != 0 || slot.DistributionJitter != 0;
        _slotNext = opens ? now : Instant.Zero;
        FillSlot();
    }

    private void FillSlot()
    {
        _slotPackets = _slot!.MaxPackets == 0 ? int.MaxValue : _slot.MaxPackets;
        _slotBytes = _slot.MaxBytes == 0 ? int.MaxValue : _slot.MaxBytes;
    }

    private void OpenNextSlot(Instant now)
    {
        var slot = _slot!;
        var independent = default(NetemDraws);
        var wait = slot.Table is null
            ? slot.MinDelay + (long)((UInt128)(ulong)(slot.MaxDelay - slot.MinDelay) * _chance.Next() >> 32)
            : Deviate(slot.DistributionDelay, (int)Math.Min(slot.DistributionJitter, int.MaxValue), ref independent, slot.Table);
        _slotNext = now.Plus(wait);
        FillSlot();
    }

    /// <summary>A time around a mean (<c>tabledist</c>).</summary>
    private long Deviate(long mean, int deviation, ref NetemDraws draws, short[]? table)
    {
        if (deviation == 0) return mean;
        var draw = draws.Next(_random);
        if (table is null) return (draw % (2 * (uint)deviation)) + mean - deviation;
        var step = (long)table[draw % (uint)table.Length];
        var rest = deviation % NetemTables.Scale * step;
        rest += rest >= 0 ? NetemTables.Scale / 2 : -NetemTables.Scale / 2;
        return (rest / NetemTables.Scale) + (deviation / NetemTables.Scale * step) + mean;
    }

    private long TransmitTime(int frameLength)
    {
        var length = (ulong)(frameLength + (long)_rate.PacketOverhead);
        if (_rate.CellSize != 0)
        {
            var cells = ((uint)length + _rate.CellSize - 1) / _rate.CellSize;
            length = cells * (uint)(_rate.CellSize + _rate.CellOverhead);
        }

        return (long)(length * NanosecondsPerSecond / _rate.BytesPerSecond);
    }

    private void Seed(ulong seed)
    {
        _random = new NetemRandom(seed);
        // The kernel draws the place of a wrong bit and the lengths of slots elsewhere; a second stream keeps the first one's order.
        _chance = new NetemRandom(~seed);
    }

    private void RefuseSecondDuplicator(bool duplicates)
    {
        if (!Device!.Namespace.Kernel.RefusesSecondNetem) return;
        foreach (var other in QdiscTree.Visible(Device).OfType<NetemQdisc>())
        {
            if (!ReferenceEquals(other, this) && (duplicates || other.Duplicates))
                throw new RtnlException(Errno.EINVAL, "netem: cannot mix duplicating netems with other netems in tree.");
        }
    }

    private NetemOptions Shown() => new()
    {
        Limit = _limit,
        LatencyTicks = PschedTicks.FromNanoseconds(_latency),
        JitterTicks = PschedTicks.FromNanoseconds(_jitter),
        Loss = _lossProbability,
        Duplicate = _duplicate,
        Gap = _gap,
        LossModel = _loss.Model,
        Correlations = new NetemCorrelations(_delayDraws.Correlation, _lossDraws.Correlation, _duplicateDraws.Correlation),
        Reorder = new NetemChance(_reorder, _reorderDraws.Correlation),
        Corrupt = new NetemChance(_corrupt, _corruptDraws.Correlation),
        Rate = _rate,
        Ecn = _ecn,
        Slot = _slot is { MinDelay: 0, MaxDelay: 0, DistributionJitter: 0 } ? null : _slot,
        Seed = _seed,
    };
}
