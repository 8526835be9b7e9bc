using ActorNet.Core.Frames;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Sched;

/// <summary>A discipline that filters choose classes of.</summary>
public interface IFilteredQdisc
{
    /// <summary>The filters that hang there; null when that class takes none.</summary>
    /// <param name="minor">0 for the discipline itself, otherwise of a class that exists.</param>
    TcfBlock? FiltersOf(uint minor);
}

/// <summary>How disciplines ask their filters (<c>tcf_classify</c> as <c>htb_classify</c> and its like use it).</summary>
internal static class QdiscFilters
{
    /// <summary>No filter matched.</summary>
    public const uint NoMatch = uint.MaxValue;

    /// <summary>Asks the filters about a frame.</summary>
    /// <param name="qdisc">The discipline, which counts a frame that is shot.</param>
    /// <param name="filters">The filters.</param>
    /// <param name="skb">The frame; freed when there is a refusal.</param>
    /// <param name="refusal">Success when the frame goes on; Lost when it was shot, Stolen when an action took it.</param>
    /// <returns>The class that the filter named, 0 when it named none, or <see cref="NoMatch"/>.</returns>
    public static uint RunFilters(this Qdisc qdisc, TcfBlock filters, SkBuff skb, out XmitResult refusal)
    {
        refusal = XmitResult.Success;
        if (!filters.HasFilters) return NoMatch;
        var context = new TcContext { Device = qdisc.Device!, AtIngress = false, Now = qdisc.Device!.Runtime.Jiffies };
        switch (filters.Classify(skb, ref context))
        {
            case TcVerdict.Unspec:
                return NoMatch;
            case TcVerdict.Shot:
                qdisc.Stats.Drops++;
                skb.Free(context.ShotReason);
                refusal = XmitResult.Lost;
                return NoMatch;
            case TcVerdict.Stolen or TcVerdict.Queued or TcVerdict.Trap:
                skb.Free(context.StolenReason);
                refusal = XmitResult.Stolen;
                return NoMatch;
            case TcVerdict.Consumed:
                refusal = XmitResult.Stolen;
                return NoMatch;
            default:
                return context.ClassId;
        }
    }
}
