using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Flower;

/// <summary>
/// Matches by fields of headers (<c>net/sched/cls_flower.c</c>, rule FLW-01). Filters that look at the same bits share a mask; masks are tried in the order in which
/// they came into being, and the first filter found decides, even when its actions say continue.
/// </summary>
public sealed class FlowerClassifier : Classifier
{
    private readonly SortedDictionary<uint, FlowerFilter> _filters = [];
    private readonly List<FlowerMask> _masks = [];

    /// <inheritdoc/>
    public override string Kind => "flower";

    /// <inheritdoc/>
    public override bool IsEmpty => _filters.Count == 0;

    /// <inheritdoc/>
    public override bool Has(uint handle) => handle != 0 && _filters.ContainsKey(handle);

    /// <inheritdoc/>
    public override bool Names(uint classId) => _filters.Values.Any(f => f.Options.ClassId == classId);

    /// <inheritdoc/>
    public override TcVerdict Classify(SkBuff skb, ref TcContext context)
    {
        var frame = default(FlowKey);
        FlowDissector.Read(skb, ref frame);
        foreach (var mask in _masks)
        {
            if (mask.Lookup(frame) is not { } filter) continue;
            context.ClassId = filter.Options.ClassId;
            return filter.Actions.Run(skb, ref context);
        }

        return TcVerdict.Unspec;
    }

    /// <inheritdoc/>
    /// <exception cref="RtnlException">
    /// EEXIST: another filter wants the same; EINVAL: a change looks at other bits, does not fit the chain's template, or is no change; EOPNOTSUPP: hardware alone was to
    /// do it; and what <see cref="FlowerKeyBuilder"/> refuses.
    /// </exception>
    public override uint Change(uint handle, FilterOptions options, FilterChange mode)
    {
        if (options is not FlowerOptions { IsMissing: false } flower) throw new RtnlException(Errno.EINVAL);
        if (flower.Attributes.HasEmptyAddress) throw new RtnlException(Errno.ERANGE);
        if (flower is { SkipHardware: true, SkipSoftware: true }) throw new RtnlException(Errno.EINVAL);
        var old = _filters.GetValueOrDefault(handle);
        if (handle == 0) handle = FreeHandle();
        _filters[handle] = Bind(flower, actions => Make(handle, flower, actions, old));
        if (old is not null) Unbind(old.Actions);
        return handle;
    }

    /// <inheritdoc/>
    public override void Delete(uint handle)
    {
        var filter = _filters[handle];
        _filters.Remove(handle);
        filter.Mask.Remove(filter);
        if (filter.Mask.IsEmpty) _masks.Remove(filter.Mask);
        Unbind(filter.Actions);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        foreach (var filter in _filters.Values) Unbind(filter.Actions);
        _filters.Clear();
        _masks.Clear();
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        foreach (var handle in _filters.Keys) PrintFilter(handle, writer, head, statistics, now);
    }

    /// <inheritdoc/>
    protected override void PrintFilter(uint handle, ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        head(writer);
        _filters[handle].Print(writer, Actions.Namespace, statistics, now);
        writer.Plain("\n").CloseObject();
    }

    private FlowerFilter Make(uint handle, FlowerOptions options, ActionList actions, FlowerFilter? old)
    {
        var (key, bits) = FlowerKeyBuilder.Build(options.Attributes, Actions.Namespace);
        if (Block.Find(Chain)?.Template is FlowerTemplate template && !bits.IsWithin(template.Mask))
            throw new RtnlException(Errno.EINVAL, "cls_flower: Mask does not fit the template.");
        var mask = _masks.Find(m => m.Bits.SameAs(bits));
        if (old is not null && !ReferenceEquals(old.Mask, mask)) throw new RtnlException(Errno.EINVAL);
        if (old is null && mask is not null && mask.Contains(key.Masked(bits))) throw new RtnlException(Errno.EEXIST);
        if (options.SkipSoftware) throw new RtnlException(Errno.EOPNOTSUPP);
        if (mask is null) _masks.Add(mask = new FlowerMask(bits));
        var filter = new FlowerFilter(handle, options, actions, key, mask);
        mask.Add(filter, old);
        return filter;
    }

    private uint FreeHandle()
    {
        uint handle = 1;
        foreach (var used in _filters.Keys)
        {
            if (used != handle) break;
            handle++;
        }

        return handle <= int.MaxValue ? handle : throw new RtnlException(Errno.ENOSPC);
    }
}
