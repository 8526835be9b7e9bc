using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Bands by strict priority: as long as the first has a frame, no other sends (<c>net/sched/sch_prio.c</c>, rule PRIO-01).</summary>
public sealed class PrioQdisc : PrioBandsQdisc
{
    private const int MostBands = 16;
    private const int LeastBands = 2;

    private byte[] _map = [];

    /// <summary>A discipline that <see cref="Init"/> gives its bands.</summary>
    public PrioQdisc(NetDevice device)
        : base(device)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "prio";

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now) => Change(options, now);

    /// <summary>Sets bands and map; frames in bands that stay keep waiting, those in bands that go are dropped.</summary>
    /// <exception cref="RtnlException">EINVAL: no options, fewer than 2 or more than 16 bands, or a map into a band that is not there.</exception>
    public override void Change(QdiscOptions? options, Instant now)
    {
        if (options is not PrioOptions { Bands: >= LeastBands and <= MostBands } prio) throw new RtnlException(Errno.EINVAL);
        if (prio.Map.Any(band => band >= prio.Bands)) throw new RtnlException(Errno.EINVAL);
        SetBandCount(prio.Bands, now);
        _map = [.. prio.Map];
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        foreach (var band in Bands)
        {
            if (DequeuePeeked(band, now) is { } skb) return Deliver(skb);
        }

        return null;
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now)
    {
        foreach (var band in Bands)
        {
            if (band.Peek(now) is { } skb) return skb;
        }

        return null;
    }

    /// <inheritdoc/>
    public override void PrintOptions(ShowWriter writer, bool details = false)
    {
        writer.Number("bands", "bands {0} priomap", Bands.Length).OpenArray("priomap");
        foreach (var band in _map) writer.Element(" {0}", band);
        writer.CloseArray().Flag("multiqueue", null, value: false);
    }

    /// <inheritdoc/>
    private protected override bool PassesFilters(SkBuff skb) => TcHandle.Major(skb.Priority) == Handle;

    /// <inheritdoc/>
    private protected override int BandOf(SkBuff skb, uint classId)
    {
        if (classId == QdiscFilters.NoMatch) return _map[TcHandle.Major(skb.Priority) != 0 ? 0 : (int)(skb.Priority & 15)];
        var band = TcHandle.Minor(classId) - 1;
        return band < (uint)Bands.Length ? (int)band : _map[0];
    }
}
