using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>
/// Matches by the frame's mark (<c>net/sched/cls_fw.c</c>). As long as it has no filter the mark itself is the class ("old method"); the first filter ends that, and
/// sets the mask for all.
/// </summary>
public sealed class FwClassifier : Classifier
{
    private const int Buckets = 256;

    /// <summary>Null before the first filter. The newest of a bucket comes first, also in listings.</summary>
    private FwFilter?[]? _table;
    private uint _mask = uint.MaxValue;

    /// <inheritdoc/>
    public override string Kind => "fw";

    /// <inheritdoc/>
    public override bool IsEmpty => _table is null || Array.TrueForAll(_table, static f => f is null);

    /// <summary>Without filters the kernel stops where it lists them, and so does the listing.</summary>
    public override bool BreaksDump => _table is null;

    private IEnumerable<FwFilter> Filters
    {
        get
        {
            foreach (var bucket in _table ?? [])
            {
                for (var filter = bucket; filter is not null; filter = filter.Next) yield return filter;
            }
        }
    }

    /// <inheritdoc/>
    public override bool Has(uint handle) => Find(handle) is not null;

    /// <inheritdoc/>
    public override bool Names(uint classId) => Filters.Any(f => f.Options.ClassId == classId);

    /// <inheritdoc/>
    public override TcVerdict Classify(SkBuff skb, ref TcContext context)
    {
        if (_table is null) return ClassifyByMark(skb, ref context);
        var mark = skb.Mark & _mask;
        for (var filter = _table[Hash(mark)]; filter is not null; filter = filter.Next)
        {
            if (filter.Mark != mark) continue;
            context.ClassId = filter.Options.ClassId;
            if (filter.InputDevice != 0 && filter.InputDevice != skb.SkbIif) continue;
            var verdict = filter.Actions.Run(skb, ref context);
            if (verdict != TcVerdict.Unspec) return verdict;
        }

        return TcVerdict.Unspec;
    }

    /// <inheritdoc/>
    /// <exception cref="RtnlException">EINVAL: a filter without mark or options, another mask than the first filter's, or marks as class ids in a shared block; ENODEV: no such device.</exception>
    public override uint Change(uint handle, FilterOptions options, FilterChange mode)
    {
        var fw = (FwOptions)options;
        if (fw.IsEmpty)
        {
            if (handle != 0) throw new RtnlException(Errno.EINVAL);
            if (Block.Index != 0) throw new RtnlException(Errno.EINVAL, "Must specify mark when attaching fw filter to block.");
            return 0;
        }

        if (handle == 0) throw new RtnlException(Errno.EINVAL);
        var old = Find(handle);
        if (_table is null)
        {
            // Stays so even when the filter is refused.
            _table = new FwFilter?[Buckets];
            _mask = fw.Mask ?? uint.MaxValue;
        }

        var filter = Make(handle, fw, old);
        if (old is null)
        {
            ref var bucket = ref _table[Hash(handle)];
            filter.Next = bucket;
            bucket = filter;
        }
        else
        {
            filter.Next = old.Next;
            LinkTo(old) = filter;
            Unbind(old.Actions);
        }

        return handle;
    }

    /// <inheritdoc/>
    public override void Delete(uint handle)
    {
        var filter = Find(handle)!;
        LinkTo(filter) = filter.Next;
        Unbind(filter.Actions);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        foreach (var filter in Filters) Unbind(filter.Actions);
        _table = null;
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        foreach (var filter in Filters) Print(filter, writer, head, statistics, now);
    }

    /// <inheritdoc/>
    protected override void PrintFilter(uint handle, ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now) =>
        Print(Find(handle)!, writer, head, statistics, now);

    /// <summary>Which bucket; it decides the order of a listing (<c>fw_hash</c>).</summary>
    private static uint Hash(uint mark)
    {
        mark ^= mark >> 16;
        mark ^= mark >> 8;
        return mark % Buckets;
    }

    /// <summary>A mark that is a class of the discipline, or has only a minor, names the class.</summary>
    private TcVerdict ClassifyByMark(SkBuff skb, ref TcContext context)
    {
        if (Block.Owner is not { } owner || skb.Mark == 0) return TcVerdict.Unspec;
        if (TcHandle.Major(skb.Mark) != 0 && TcHandle.Major(skb.Mark ^ owner.Handle) != 0) return TcVerdict.Unspec;
        context.ClassId = skb.Mark;
        return TcVerdict.Ok;
    }

    private FwFilter Make(uint mark, FwOptions options, FwFilter? old) => Bind(options, actions =>
    {
        var device = options.InputDevice is { } name ? Actions.Namespace.InputDevice(name) : old?.InputDevice ?? 0;
        if ((options.Mask ?? uint.MaxValue) != _mask) throw new RtnlException(Errno.EINVAL);
        return new FwFilter(mark, options, actions, device);
    });

    private FwFilter? Find(uint mark)
    {
        var filter = _table?[Hash(mark)];
        while (filter is not null && filter.Mark != mark) filter = filter.Next;
        return filter;
    }

    /// <summary>What points to a filter that is in the table.</summary>
    private ref FwFilter? LinkTo(FwFilter filter)
    {
        ref var link = ref _table![Hash(filter.Mark)];
        while (!ReferenceEquals(link, filter)) link = ref link!.Next;
        return ref link;
    }

    private void Print(FwFilter filter, ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        head(writer);
        // One that neither assigns a class nor acts is listed without anything.
        if (filter.Options.ClassId != 0 || !filter.Actions.IsEmpty)
        {
            writer.OpenObject("options");
            // tc 6.1 writes mark, class and device as plain text even into JSON.
            writer.AsItIs(Mark(filter));
            if (filter.Options.ClassId != 0) writer.AsItIs($"classid {TcHandle.Format(filter.Options.ClassId)} ");
            if (filter.InputDevice != 0 && Actions.Namespace.Find(filter.InputDevice) is { } device) writer.AsItIs($"input dev {device.Name} ");
            if (filter.Actions.IsOldStyle) ActionPrinter.PrintOld(writer, filter.Actions, statistics, now);
            else if (!filter.Actions.IsEmpty) PrintActions(writer, filter.Actions, statistics, now);
            writer.CloseObject();
        }

        ActionPrinter.EndFilter(writer, filter.Actions, statistics);
        writer.CloseObject();
    }

    private static void PrintActions(ShowWriter writer, ActionList actions, bool statistics, Instant now)
    {
        writer.AsItIs("\n");
        ActionPrinter.PrintList(writer, actions, statistics, now);
    }

    private string Mark(FwFilter filter) =>
        FormattableString.Invariant($"handle 0x{filter.Mark:x}") + (_mask == uint.MaxValue ? "" : FormattableString.Invariant($"/0x{_mask:x}")) + " ";
}
