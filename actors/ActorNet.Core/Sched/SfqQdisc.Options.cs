using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Sched;

/// <content>Its options, random early detection in its flows, and what <c>tc qdisc show</c> and <c>tc class show</c> print.</content>
public sealed partial class SfqQdisc
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const uint DefaultFlows = 128;
    private const uint MostFlows = 0x10000 - SfqDepths.MostFrames - 1;
    private const uint DefaultDivisor = 1024;
    private const uint MostDivisor = 65536;
    private const int TimerRate = 250;

    private uint _limit = SfqDepths.MostFrames;
    private uint _depth = SfqDepths.MostFrames;
    private uint _quantum;
    private long _perturbSeconds;
    private bool _dropsHead;
    private RedParameters? _red;
    private SfqRedCounts _counts;

    /// <summary>Flows that have frames: there are no classes that a user could make or put something into.</summary>
    public IEnumerable<TcClassInfo> Classes
    {
        get
        {
            for (var hash = 0; hash < _table.Length; hash++)
            {
                if (_table[hash] != None) yield return new TcClassInfo(Handle | TcHandle.Minor((uint)hash + 1), Handle, NoopQdisc.Instance, HasStatistics: true);
            }
        }
    }

    /// <summary>Makes the table. Options are for the beginning only: sfq cannot be changed.</summary>
    /// <exception cref="RtnlException">EINVAL: a divisor that is no power of two up to 65536, a quantum or period out of range, or thresholds that are too large.</exception>
    public override void Init(QdiscOptions? options, Instant now)
    {
        var sfq = options as SfqOptions ?? new SfqOptions();
        Check(sfq);
        var flows = sfq.Flows != 0 ? Math.Min(sfq.Flows, MostFlows) : DefaultFlows;
        if (sfq.Divisor != 0) flows = Math.Min(flows, sfq.Divisor);
        if (sfq.Depth != 0) _depth = Math.Min(sfq.Depth, SfqDepths.MostFrames);
        if (sfq.Limit != 0)
        {
            _limit = Math.Min(sfq.Limit, _depth * flows);
            flows = Math.Min(flows, _limit);
        }

        if (_limit == 1) throw new RtnlException(Errno.EINVAL, "sch_sfq: invalid limit.");
        _quantum = sfq.Quantum != 0 ? sfq.Quantum : Device!.FullFrameLength();
        _dropsHead = sfq.HeadDrop;
        _red = sfq.Red is { } red ? new RedParameters(red) : null;
        _perturbSeconds = sfq.Perturb;
        if (_perturbSeconds > 0) _nextPerturbation = now.Plus(_perturbSeconds * NanosecondsPerSecond);
        _table = new int[sfq.Divisor != 0 ? sfq.Divisor : DefaultDivisor];
        Array.Fill(_table, None);
        _slots = new SfqSlot[flows];
        _depths = new SfqDepths((int)flows);
    }

    /// <summary>False for every minor: nothing can be put into a flow.</summary>
    public bool HasClass(uint minor) => false;

    /// <summary>The noop discipline: a flow holds its frames itself.</summary>
    public Qdisc Leaf(uint minor) => NoopQdisc.Instance;

    /// <summary>Never called, since no class is ever found.</summary>
    /// <exception cref="RtnlException">EOPNOTSUPP.</exception>
    public Qdisc Graft(uint minor, Qdisc? child, Instant now) => throw new RtnlException(Errno.EOPNOTSUPP);

    /// <summary>Filters hang at the discipline itself.</summary>
    public TcfBlock? FiltersOf(uint minor) => minor == 0 ? _filters : null;

    /// <inheritdoc/>
    public override void PrintOptions(ShowWriter writer, bool details = false)
    {
        writer.Unsigned("limit", "limit {0}p ", _limit);
        RedPrinter.Size(writer, "quantum", _quantum);
        writer.Unsigned("depth", "depth {0} ", _depth);
        if (_dropsHead) writer.Flag("headdrop", "headdrop ", value: true);
        if (details) writer.Number("flows", "flows {0} ", _slots.Length);
        writer.Number("divisor", "divisor {0} ", _table.Length);
        if (_perturbSeconds > 0) writer.Number("perturb", "perturb {0}sec ", _perturbSeconds);
        if (_red is null) return;
        writer.Number("ewma", "ewma {0} ", _red.Options.WeightLog);
        RedPrinter.Size(writer, "min", _red.Options.Min);
        RedPrinter.Size(writer, "max", _red.Options.Max);
        RedPrinter.Chance(writer, _red.MaxChance);
        RedPrinter.Switches(writer, _red.Options);
    }

    /// <inheritdoc/>
    public override void PrintOptionStatistics(ShowWriter writer)
    {
        if (_red is null) return;
        writer.Unsigned("prob_mark", "\n  prob_mark {0}", _counts.ChanceMarks).Unsigned("prob_mark_head", " prob_mark_head {0}", _counts.ChanceHeadMarks);
        writer.Unsigned("prob_drop", " prob_drop {0}", _counts.ChanceDrops).Unsigned("forced_mark", "\n  forced_mark {0}", _counts.ForcedMarks);
        writer.Unsigned("forced_mark_head", " forced_mark_head {0}", _counts.ForcedHeadMarks).Unsigned("forced_drop", " forced_drop {0}", _counts.ForcedDrops);
    }

    /// <inheritdoc/>
    public TcClassCounters? ClassCounters(uint minor) =>
        _table[TcHandle.Minor(minor - 1)] is >= 0 and var index ? new TcClassCounters(default, _slots[index].Count, _slots[index].Backlog, CountsSent: false) : null;

    /// <inheritdoc/>
    public void PrintClassStatistics(uint minor, ShowWriter writer)
    {
        if (_table[TcHandle.Minor(minor - 1)] is >= 0 and var index) writer.Plain(FormattableString.Invariant($"  allot {_slots[index].Allot}\n"));
    }

    private static void Check(SfqOptions options)
    {
        if (options.Divisor != 0 && (!uint.IsPow2(options.Divisor) || options.Divisor > MostDivisor)) throw new RtnlException(Errno.EINVAL);
        if (options.Quantum > int.MaxValue) throw new RtnlException(Errno.EINVAL, "sch_sfq: invalid quantum.");
        if (options.Perturb is < 0 or > int.MaxValue / TimerRate) throw new RtnlException(Errno.EINVAL, "sch_sfq: invalid perturb period.");
        if (options.Red is { IsSound: false }) throw new RtnlException(Errno.EINVAL);
    }

    /// <summary>Whether random early detection lets a frame into a flow that has some already; marks it, or the oldest, if need be.</summary>
    private bool PassesRed(ref SfqSlot slot, SkBuff skb)
    {
        if (_red is null) return true;
        slot.Red.Look(_red, (uint)slot.Backlog);
        var verdict = slot.Red.Decide(_red, _random);
        if (verdict == RedVerdict.Pass) return true;
        Stats.Overlimits++;
        var forced = verdict == RedVerdict.Forced;
        if (_red.Options.Ecn && !(forced && _red.Options.HardDrop))
        {
            if (_dropsHead && EcnMark.TryMark(slot.Head, skb.Pool))
            {
                if (forced) _counts.ForcedHeadMarks++;
                else _counts.ChanceHeadMarks++;
                return true;
            }

            if (EcnMark.TryMark(skb, skb.Pool))
            {
                if (forced) _counts.ForcedMarks++;
                else _counts.ChanceMarks++;
                return true;
            }
        }

        if (forced) _counts.ForcedDrops++;
        else _counts.ChanceDrops++;
        return false;
    }
}

/// <summary>What random early detection did in the flows of sfq (<c>struct tc_sfqred_stats</c>).</summary>
internal struct SfqRedCounts
{
    /// <summary>Dropped by chance.</summary>
    public uint ChanceDrops;

    /// <summary>Dropped above the upper threshold.</summary>
    public uint ForcedDrops;

    /// <summary>Marked by chance.</summary>
    public uint ChanceMarks;

    /// <summary>Marked above the upper threshold.</summary>
    public uint ForcedMarks;

    /// <summary>By chance, the oldest frame of the flow was marked.</summary>
    public uint ChanceHeadMarks;

    /// <summary>Above the upper threshold, the oldest frame of the flow was marked.</summary>
    public uint ForcedHeadMarks;
}
