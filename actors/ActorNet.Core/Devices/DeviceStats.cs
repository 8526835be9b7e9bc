namespace ActorNet.Core.Devices;

/// <summary>Counters of a device (<c>rtnl_link_stats64</c>); a plain structure that its owner alone writes.</summary>
public struct DeviceStats
{
    /// <summary>Frames received.</summary>
    public long RxPackets;

    /// <summary>Bytes received.</summary>
    public long RxBytes;

    /// <summary>Malformed frames received.</summary>
    public long RxErrors;

    /// <summary>Received and given up, by the driver or because no protocol wanted them.</summary>
    public long RxDropped;

    /// <summary>Multicast frames received.</summary>
    public long RxMulticast;

    /// <summary>Frames with a length that cannot be.</summary>
    public long RxLengthErrors;

    /// <summary>Frames for other stations.</summary>
    public long RxOtherHost;

    /// <summary>Frames that nobody but exact-delivery taps could have taken.</summary>
    public long RxNoHandler;

    /// <summary>Frames sent.</summary>
    public long TxPackets;

    /// <summary>Bytes sent.</summary>
    public long TxBytes;

    /// <summary>Errors on sending.</summary>
    public long TxErrors;

    /// <summary>Given up on sending.</summary>
    public long TxDropped;

    /// <summary>Sends while there was no carrier.</summary>
    public long TxCarrierErrors;

    /// <summary>Changes of carrier, both ways.</summary>
    public long CarrierChanges;

    /// <summary>Counts a received frame.</summary>
    public void CountRx(int bytes)
    {
        RxPackets++;
        RxBytes += bytes;
    }

    /// <summary>Counts a sent frame.</summary>
    public void CountTx(int bytes)
    {
        TxPackets++;
        TxBytes += bytes;
    }
}
