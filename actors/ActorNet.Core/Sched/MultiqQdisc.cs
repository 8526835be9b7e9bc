using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>
/// A band for each transmit queue, served in turn; a queue that is stopped is passed over, so that it does not hold up the others (<c>net/sched/sch_multiq.c</c>).
/// </summary>
public sealed class MultiqQdisc : PrioBandsQdisc
{
    private int _turn;

    /// <summary>A discipline that <see cref="Init"/> gives its bands.</summary>
    public MultiqQdisc(NetDevice device)
        : base(device)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "multiq";

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now)
    {
        Change(options, now);
        _turn = 0;
    }

    /// <summary>Makes as many bands as the device has queues.</summary>
    /// <exception cref="RtnlException">EINVAL: no options; EOPNOTSUPP: the device has a single queue.</exception>
    public override void Change(QdiscOptions? options, Instant now)
    {
        if (options is not MultiqOptions) throw new RtnlException(Errno.EINVAL);
        if (Device!.TxQueues.Count < 2) throw new RtnlException(Errno.EOPNOTSUPP);
        SetBandCount(Device.TxQueues.Count, now);
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        for (var tries = 0; tries < Bands.Length; tries++)
        {
            _turn = (_turn + 1) % Bands.Length;
            if (!Device!.TxQueues[_turn].IsBlocked && DequeuePeeked(Bands[_turn], now) is { } skb) return Deliver(skb);
        }

        return null;
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now)
    {
        for (var tries = 1; tries <= Bands.Length; tries++)
        {
            var turn = (_turn + tries) % Bands.Length;
            if (!Device!.TxQueues[turn].IsBlocked && Bands[turn].Peek(now) is { } skb) return skb;
        }

        return null;
    }

    /// <summary>Bands in use and bands there are; tc prints the same into JSON, which then is none.</summary>
    public override void PrintOptions(ShowWriter writer, bool details = false) =>
        writer.AsItIs(FormattableString.Invariant($"bands {Bands.Length}/{Device!.TxQueues.Count} "));

    /// <summary>That of the queue, whatever class a filter named: filters only drop here, or change the queue.</summary>
    private protected override int BandOf(SkBuff skb, uint classId) => skb.QueueMapping < Bands.Length ? skb.QueueMapping : 0;
}
