using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>
/// The default queue: three bands by priority, the lowest number first (<c>pfifo_fast</c> in <c>net/sched/sch_generic.c</c>; rules PFF-01, PFF-02). Each band holds
/// as many frames as the device's queue length, which it follows.
/// </summary>
public sealed class PfifoFastQdisc : Qdisc
{
    /// <summary>Number of bands.</summary>
    public const int BandCount = 3;

    private readonly SkBuffQueue[] _bands = [new(), new(), new()];
    private int _limit;
    private int _frames;
    private long _bytes;

    /// <summary>Empty bands without room; <see cref="Init"/> gives them their length.</summary>
    public PfifoFastQdisc(NetDevice device)
        : base(device)
    {
    }

    /// <summary>Band of each of the 16 priorities.</summary>
    public static ReadOnlySpan<byte> PriorityMap => [1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1];

    /// <inheritdoc/>
    public override string Kind => "pfifo_fast";

    /// <inheritdoc/>
    public override bool IsTimed => false;

    /// <inheritdoc/>
    public override bool MayBypass => true;

    /// <inheritdoc/>
    protected override int HeldFrames => _frames;

    /// <inheritdoc/>
    protected override long HeldBytes => _bytes;

    /// <summary>Takes the device's queue length as the length of each band.</summary>
    /// <exception cref="RtnlException">EINVAL: that length is 0; the device then gets noqueue.</exception>
    public override void Init(QdiscOptions? options, Instant now)
    {
        if (Device!.TxQueueLength == 0) throw new RtnlException(Errno.EINVAL);
        _limit = Device.TxQueueLength;
    }

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        var band = _bands[PriorityMap[(int)(skb.Priority & 15)]];
        if (band.Count >= _limit) return Drop(skb);
        band.Enqueue(skb);
        _frames++;
        _bytes += skb.QdiscPktLen;
        return XmitResult.Success;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        if (_frames == 0) return null;
        var skb = (_bands[0].Dequeue() ?? _bands[1].Dequeue() ?? _bands[2].Dequeue())!;
        _frames--;
        _bytes -= skb.QdiscPktLen;
        CountSent(skb);
        return skb;
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => _bands[0].Peek() ?? _bands[1].Peek() ?? _bands[2].Peek();

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        foreach (var band in _bands) band.Purge(DropReason.QdiscReset);
        _frames = 0;
        _bytes = 0;
    }

    /// <summary>Each band gets the new length; the newest frames beyond it are freed, not counted as drops. 0 is allowed here: the bands then hold nothing.</summary>
    public override void OnTxQueueLengthChanged(int length, Instant now)
    {
        _limit = length;
        foreach (var band in _bands) Shorten(band, length);
        _frames = _bands.Sum(b => b.Count);
        _bytes = _bands.Sum(b => b.Bytes);
    }

    /// <inheritdoc/>
    public override void PrintOptions(ShowWriter writer, bool details = false)
    {
        writer.Number("bands", "bands {0} priomap", BandCount).OpenArray("priomap");
        foreach (var band in PriorityMap) writer.Element(" {0}", band);
        writer.CloseArray().Flag("multiqueue", null, value: false);
    }

    private static void Shorten(SkBuffQueue band, int length)
    {
        for (var (i, count) = (0, band.Count); i < count; i++)
        {
            var skb = band.Dequeue()!;
            if (i < length) band.Enqueue(skb);
            else skb.Free(DropReason.QdiscReset);
        }
    }
}
