namespace ActorNet.Core.Sched;

/// <summary>What became of a frame that was handed to a device for transmission (<c>NET_XMIT_*</c>, rule QD-05).</summary>
public enum XmitResult
{
    /// <summary>Taken: sent, queued, or stolen by an action.</summary>
    Success,

    /// <summary>Refused and freed; a packet socket sees ENOBUFS.</summary>
    Drop,

    /// <summary>Freed, but the sender is only told of congestion, which it takes for success.</summary>
    Congestion,

    /// <summary>Freed on purpose, by a filter's verdict or an emulated loss: those above count a drop, the sender takes it for success.</summary>
    Lost,

    /// <summary>Freed, or taken over, by an action of a filter inside a discipline: no loss, but nothing was queued either.</summary>
    Stolen,

    /// <summary>Refused and freed because the device takes nothing now (ENETDOWN).</summary>
    NetDown,
}

/// <summary>Questions about results.</summary>
public static class XmitResults
{
    /// <summary>Whether those above count a drop (<c>net_xmit_drop_count</c>).</summary>
    public static bool IsLoss(this XmitResult result) => result is not (XmitResult.Success or XmitResult.Stolen);

    /// <summary>What the sender is told: nothing of what happened on purpose.</summary>
    public static XmitResult ForSender(this XmitResult result) => result is XmitResult.Stolen or XmitResult.Lost ? XmitResult.Success : result;
}

/// <summary>What a driver says of a frame (<c>netdev_tx_t</c>, rule TX-02).</summary>
public enum TxStatus
{
    /// <summary>The driver owns the frame.</summary>
    Ok,

    /// <summary>The driver did not touch it; the caller keeps it.</summary>
    Busy,

    /// <summary>The driver freed it and the sender should know.</summary>
    Dropped,
}
