using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Sched;

/// <summary>What prio and multiq have in common: a fixed row of bands, each with a discipline inside, and filters that choose among them.</summary>
public abstract class PrioBandsQdisc : Qdisc, IClassfulQdisc, IFilteredQdisc
{
    private readonly TcfBlock _filters;
    private int _frames;
    private long _bytes;

    /// <summary>A discipline without bands.</summary>
    protected PrioBandsQdisc(NetDevice device)
        : base(device) => _filters = new TcfBlock(this, new U32Tables());

    /// <inheritdoc/>
    public IEnumerable<TcClassInfo> Classes => Bands.Select((band, i) => new TcClassInfo(ClassId(i), Handle, band, HasStatistics: true));

    /// <inheritdoc/>
    public override Instant NextDeadline
    {
        get
        {
            var first = Instant.Never;
            foreach (var band in Bands)
            {
                if (band.QLen > 0 && band.NextDeadline < first) first = band.NextDeadline;
            }

            return first;
        }
    }

    /// <summary>What is inside the bands, the first band first.</summary>
    private protected Qdisc[] Bands { get; private set; } = [];

    /// <inheritdoc/>
    protected override int HeldFrames => _frames;

    /// <inheritdoc/>
    protected override long HeldBytes => _bytes;

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        var length = skb.QdiscPktLen;
        var band = Choose(skb, out var refusal);
        if (refusal != XmitResult.Success) return refusal;
        var result = Bands[band].Enqueue(skb, now);
        if (result.IsLoss()) Stats.Drops++;
        if (result != XmitResult.Success) return result;
        _frames++;
        _bytes += length;
        return XmitResult.Success;
    }

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        foreach (var band in Bands) band.Reset(now);
        _frames = 0;
        _bytes = 0;
    }

    /// <inheritdoc/>
    public override void Destroy(Instant now)
    {
        Reset(now);
        _filters.Clear();
        foreach (var band in Bands) band.Destroy(now);
    }

    /// <inheritdoc/>
    public bool HasClass(uint minor) => minor - 1 < (uint)Bands.Length;

    /// <inheritdoc/>
    public Qdisc Leaf(uint minor) => Bands[minor - 1];

    /// <summary>Puts a discipline into a band; null brings back a plain queue.</summary>
    public Qdisc Graft(uint minor, Qdisc? child, Instant now)
    {
        var old = Bands[minor - 1];
        Bands[minor - 1] = child ?? this.NewLeaf(ClassId((int)minor - 1), now);
        return old;
    }

    /// <summary>Filters hang at the discipline itself, never at a band.</summary>
    public TcfBlock? FiltersOf(uint minor) => minor == 0 ? _filters : null;

    /// <inheritdoc/>
    protected internal override void OnChildShrank(Qdisc child, int packets, long bytes)
    {
        base.OnChildShrank(child, packets, bytes);
        _frames -= packets;
        _bytes -= bytes;
    }

    /// <summary>The band of a frame for which no filter spoke, or which names its band itself.</summary>
    /// <param name="skb">The frame.</param>
    /// <param name="classId">What a filter said; <see cref="QdiscFilters.NoMatch"/> when none did.</param>
    private protected abstract int BandOf(SkBuff skb, uint classId);

    /// <summary>Whether a frame is so marked that the filters are not asked.</summary>
    private protected virtual bool PassesFilters(SkBuff skb) => false;

    /// <summary>Makes as many bands as told; new ones get a plain queue, what is in those beyond is dropped.</summary>
    private protected void SetBandCount(int count, Instant now)
    {
        var old = Bands;
        Bands = [.. Enumerable.Range(0, count).Select(i => i < old.Length ? old[i] : this.NewLeaf(ClassId(i), now))];
        foreach (var band in old.Skip(count))
        {
            band.PurgeQueue(now);
            band.Destroy(now);
        }
    }

    /// <summary>Counts a frame that a band handed over.</summary>
    private protected SkBuff Deliver(SkBuff skb)
    {
        _frames--;
        _bytes -= skb.QdiscPktLen;
        CountSent(skb);
        return skb;
    }

    private int Choose(SkBuff skb, out XmitResult refusal)
    {
        refusal = XmitResult.Success;
        var classId = PassesFilters(skb) ? skb.Priority : this.RunFilters(_filters, skb, out refusal);
        return refusal == XmitResult.Success ? BandOf(skb, classId) : 0;
    }

    private uint ClassId(int band) => TcHandle.Major(Handle) | (uint)(band + 1);
}
