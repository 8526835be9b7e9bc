using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>
/// Random early detection (<c>net/sched/sch_red.c</c>; rule RED-01): as the average of the queue grows from one threshold to another, ever more frames are marked or
/// dropped, above both all of them. The queue is a hidden bfifo until another discipline is put into class 1; an idle time counts from when it handed out nothing.
/// </summary>
public sealed class RedQdisc : SingleChildQdisc
{
    private const long AdaptationPeriod = 500_000_000;

    private readonly NetemRandom _random;
    private RedParameters _parameters = new(new RedOptions { IdleTable = new byte[256] });
    private RedState _state;
    private Instant _nextAdaptation = Instant.Never;
    private uint _marked;
    private uint _early;
    private uint _refused;

    /// <summary>A discipline that <see cref="Init"/> gives its thresholds.</summary>
    public RedQdisc(NetDevice device)
        : base(device) => _random = device.NewRandom(Order);

    /// <inheritdoc/>
    public override string Kind => "red";

    /// <inheritdoc/>
    public override Instant NextDeadline => Child.NextDeadline;

    /// <inheritdoc/>
    protected override int HeldFrames => Child.QLen;

    /// <inheritdoc/>
    protected override long HeldBytes => Child.Backlog;

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now) => Change(options, now);

    /// <summary>Sets everything anew, with an empty queue: what waits is dropped, whatever discipline was in class 1 goes.</summary>
    /// <exception cref="RtnlException">EINVAL: no options, numbers that are too large together, or <c>nodrop</c> without <c>ecn</c>.</exception>
    public override void Change(QdiscOptions? options, Instant now)
    {
        if (options is not RedOptions { IsSound: true, Limit: > 0 } red) throw new RtnlException(Errno.EINVAL);
        if (red is { NoDrop: true, Ecn: false }) throw new RtnlException(Errno.EINVAL, "sch_red: nodrop mode is only meaningful with ECN.");
        var queue = new FifoQdisc(Device!, inBytes: true) { Invisible = true, Parent = Handle | OnlyClass, ParentQdisc = this };
        queue.Init(new FifoOptions(red.Limit), now);
        var old = Child;
        old.PurgeQueue(now);
        Child = queue;
        old.Destroy(now);
        _parameters = new RedParameters(red);
        _state.Forget();
        _state.BeginIdle(now);
        _nextAdaptation = red.Adaptive ? now.Plus(AdaptationPeriod) : Instant.Never;
    }

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        if (now >= _nextAdaptation) CatchUp(now);
        _state.Look(_parameters, (uint)Child.Backlog, now);
        if (!Passes(_state.Decide(_parameters, _random), skb))
        {
            _early++;
            Drop(skb);
            return XmitResult.Congestion;
        }

        var result = Child.Enqueue(skb, now);
        if (!result.IsLoss()) return result;
        _refused++;
        Stats.Drops++;
        return result;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        if (now >= _nextAdaptation) CatchUp(now);
        if (DequeuePeeked(Child, now) is { } skb)
        {
            CountSent(skb);
            return skb;
        }

        _state.BeginIdle(now);
        return null;
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => Child.Peek(now);

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        Child.Reset(now);
        _state.Restart();
    }

    /// <inheritdoc/>
    public override void PrintOptions(ShowWriter writer, bool details = false)
    {
        if (_nextAdaptation != Instant.Never) CatchUp(Device!.Runtime.Now);
        var options = _parameters.Options;
        RedPrinter.Size(writer, "limit", options.Limit);
        RedPrinter.Size(writer, "min", options.Min);
        RedPrinter.Size(writer, "max", options.Max);
        RedPrinter.Switches(writer, options);
        if (!details) return;
        writer.Number("ewma", "ewma {0} ", options.WeightLog);
        RedPrinter.Chance(writer, _parameters.MaxChance);
        writer.Number("Scell_log", "Scell_log {0}", options.IdleLog);
    }

    /// <inheritdoc/>
    public override void PrintStatistics(ShowWriter writer) =>
        writer.Unsigned("marked", "  marked {0} ", _marked).Unsigned("early", "early {0} ", _early)
            .Unsigned("pdrop", "pdrop {0} ", _refused).Number("other", "other {0} \n", 0);

    /// <summary>Whether the frame may go on, marked if need be.</summary>
    private bool Passes(RedVerdict verdict, SkBuff skb)
    {
        if (verdict == RedVerdict.Pass) return true;
        Stats.Overlimits++;
        var options = _parameters.Options;
        if (!options.Ecn || (verdict == RedVerdict.Forced && options.HardDrop)) return false;
        if (!EcnMark.TryMark(skb, skb.Pool)) return options.NoDrop;
        _marked++;
        return true;
    }

    /// <summary>Adapts the chance as often as it should have been by now; nothing but a decaying average has changed since the last time.</summary>
    private void CatchUp(Instant now)
    {
        while (_nextAdaptation <= now)
        {
            var changed = _parameters.Adapt(_state.AverageNow(_parameters, _nextAdaptation));
            var settled = !changed && _state.IsSettled(_parameters, _nextAdaptation);
            var periods = settled ? 1 + (now.Since(_nextAdaptation) / AdaptationPeriod) : 1;
            _nextAdaptation = _nextAdaptation.Plus(periods * AdaptationPeriod);
        }
    }
}
