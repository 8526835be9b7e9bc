using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>Matches every frame (<c>net/sched/cls_matchall.c</c>, rule MALL-01). One filter a preference, which cannot be changed, only removed.</summary>
public sealed class MatchallClassifier : Classifier
{
    private const uint DefaultHandle = 1;
    private FilterOptions? _options;
    private ActionList _actions = ActionList.Empty;
    private uint _handle;
    private long _hits;

    /// <inheritdoc/>
    public override string Kind => "matchall";

    /// <inheritdoc/>
    public override bool IsEmpty => _options is null;

    /// <inheritdoc/>
    public override bool Has(uint handle) => handle != 0 && _options is not null && _handle == handle;

    /// <inheritdoc/>
    public override bool Names(uint classId) => _options is { } options && options.ClassId == classId;

    /// <inheritdoc/>
    public override TcVerdict Classify(SkBuff skb, ref TcContext context)
    {
        if (_options is null) return TcVerdict.Unspec;
        context.ClassId = _options.ClassId;
        _hits++;
        return _actions.Run(skb, ref context);
    }

    /// <inheritdoc/>
    /// <exception cref="RtnlException">EEXIST: the preference has its filter; EOPNOTSUPP: hardware alone was to do it, and there is none.</exception>
    public override uint Change(uint handle, FilterOptions options, FilterChange mode)
    {
        if (_options is not null) throw new RtnlException(Errno.EEXIST);
        if (options.SkipSoftware) throw new RtnlException(Errno.EOPNOTSUPP);
        if (options.Actions.Count == 0 && options is { ClassId: 0, SkipHardware: false }) throw new RtnlException(Errno.EINVAL);
        _actions = Actions.Bind(options.Actions, Actions.Namespace.Now, Block);
        _options = options;
        return _handle = handle == 0 ? DefaultHandle : handle;
    }

    /// <inheritdoc/>
    public override void Delete(uint handle) => Clear();

    /// <inheritdoc/>
    public override void Clear()
    {
        Unbind(_actions);
        _actions = ActionList.Empty;
        _options = null;
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        if (_options is not null) PrintFilter(_handle, writer, head, statistics, now);
    }

    /// <inheritdoc/>
    protected override void PrintFilter(uint handle, ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        head(writer);
        writer.OpenObject("options").Unsigned("handle", "handle 0x{0:x} ", _handle);
        if (_options!.ClassId != 0) writer.Text("flowid", "flowid {0} ", TcHandle.Format(_options.ClassId));
        if (_options.SkipHardware) writer.Flag("skip_hw", "\n  skip_hw", value: true);
        writer.Flag("not_in_hw", "\n  not_in_hw", value: true);
        if (statistics) writer.Number("rule_hit", " (rule hit {0})", _hits);
        ActionPrinter.PrintList(writer, _actions, statistics, now);
        writer.CloseObject();
        ActionPrinter.EndFilter(writer, _actions, statistics);
        writer.CloseObject();
    }
}
