using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Devices;

/// <summary>
/// One end of a virtual Ethernet cable (<c>drivers/net/veth.c</c>, rules VETH-01, VETH-02). What one end sends the other receives, later, through a bounded
/// backlog; the receiver's counters are the sender's. The ends may sit in two namespaces and on two loops: each counter has one writer.
/// </summary>
public sealed class VethDevice : NetDevice
{
    /// <summary>Frames on their way to one end before more are refused (netdev_max_backlog).</summary>
    public const int MaxBacklog = 1000;

    private static readonly string[] ReceiveRows = ["xdp_packets", "xdp_bytes", "drops", "xdp_redirect", "xdp_drops", "xdp_tx", "xdp_tx_errors"];
    private static readonly string[] TransmitRows = ["xdp_xmit", "xdp_xmit_errors"];

    private VethDevice? _peer;
    private long _sent;
    private long _received;
    private long _refusedByPeer;

    private VethDevice(string name, int txQueues, int rxQueues)
        : base(name, txQueues, rxQueues)
    {
        Flags = DeviceFlags.Broadcast | DeviceFlags.Multicast;
        MaxMtu = 65535;
        NoQueue = true;
        Features = HwFeatures = DeviceFeatures.Sg | DeviceFeatures.FragList | DeviceFeatures.HwCsum | DeviceFeatures.HighDma
            | DeviceFeatures.GsoSoftware | DeviceFeatures.GsoTunnel | DeviceFeatures.HwVlanCtagTx | DeviceFeatures.HwVlanStagTx | DeviceFeatures.Lltx;
    }

    /// <inheritdoc/>
    public override string Kind => "veth";

    /// <inheritdoc/>
    public override int TsoMaxSize => BigSuperFrame;

    /// <summary>The other end; null after the pair was taken apart.</summary>
    public VethDevice? Peer => _peer;

    /// <inheritdoc/>
    public override NetDevice? LinkPeer => _peer;

    /// <summary>0 once the pair was taken apart.</summary>
    public override int IfLink => _peer?.IfIndex ?? 0;

    /// <summary>Allocates both ends. Register the peer first: it gets the lower number.</summary>
    public static (VethDevice Device, VethDevice Peer) CreatePair(string name, string peerName, int txQueues = 1, int rxQueues = 1)
    {
        var device = new VethDevice(name, txQueues, rxQueues);
        var peer = new VethDevice(peerName, txQueues, rxQueues);
        device._peer = peer;
        peer._peer = device;
        return (device, peer);
    }

    /// <inheritdoc/>
    public override DeviceStats GetStats()
    {
        var stats = base.GetStats();
        if (_peer is not { } peer) return stats;
        stats.RxPackets = peer.Stats.TxPackets;
        stats.RxBytes = peer.Stats.TxBytes;
        stats.RxDropped += peer._refusedByPeer;
        return stats;
    }

    /// <summary>The other end's number, then what express data paths did: nothing, there are none here.</summary>
    public override IEnumerable<KeyValuePair<string, long>> EthtoolStats()
    {
        yield return new("peer_ifindex", IfLink);
        for (var i = 0; i < NumRxQueues; i++)
        {
            foreach (var row in ReceiveRows) yield return new(FormattableString.Invariant($"rx_queue_{i}_{row}"), 0);
        }

        for (var i = 0; i < TxQueues.Count; i++)
        {
            foreach (var row in TransmitRows) yield return new(FormattableString.Invariant($"tx_queue_{i}_{row}"), 0);
        }
    }

    /// <inheritdoc/>
    public override bool ReceiveFromWire(SkBuff skb)
    {
        _received++;
        if (!IsRunning)
        {
            CoreRxDropped++;
            skb.Free(DropReason.DeviceDown);
            return false;
        }

        return ReceiveTyped(skb);
    }

    /// <summary>A frame to this end was lost on its way because this end's owner is gone.</summary>
    public void CountLostInFlight() => _received++;

    /// <summary>Both ends go together, and are taken apart before either goes (<c>veth_dellink</c>).</summary>
    protected internal override IEnumerable<NetDevice> RemovedTogether()
    {
        if (_peer is not { RegState: RegState.Registered } peer) return [];
        (peer._peer, _peer) = (null, null);
        return [peer];
    }

    /// <inheritdoc/>
    protected internal override void Open()
    {
        base.Open();
        if (_peer is not { IsUp: true } peer) return;
        SetCarrier(true);
        peer.SetCarrier(true);
    }

    /// <inheritdoc/>
    protected internal override void Stop()
    {
        base.Stop();
        SetCarrier(false);
        _peer?.SetCarrier(false);
    }

    /// <summary>No carrier until both ends are up: a first change, which is counted.</summary>
    protected internal override void Registered() => SetCarrier(false);

    /// <inheritdoc/>
    protected internal override void Uninit()
    {
        // The other end keeps its counters, but has nobody to talk to any more.
        if (_peer is { } peer) peer._peer = null;
        _peer = null;
    }

    /// <inheritdoc/>
    protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
    {
        var peer = _peer;
        if (peer is null || !peer.IsUp || IsTooBig(skb, peer) || _sent - Volatile.Read(ref peer._received) > MaxBacklog) return Refuse(skb, peer);
        Stats.CountTx(skb.Length);
        _sent++;
        Scrub(skb, peer);
        Runtime.Send(peer, FramePath.Wire, skb);
        return TxStatus.Ok;
    }

    private static bool IsTooBig(SkBuff skb, NetDevice peer) =>
        !skb.IsGso && skb.Length > peer.Mtu + EthernetHeader.Size + EthernetHeader.VlanSize;

    private TxStatus Refuse(SkBuff skb, VethDevice? peer)
    {
        Stats.TxDropped++;
        if (peer is not null) _refusedByPeer++;
        skb.Free(peer is null || !peer.IsUp ? DropReason.PeerDown : IsTooBig(skb, peer) ? DropReason.TooBigForMtu : DropReason.BacklogFull);
        return TxStatus.Dropped;
    }

    private void Scrub(SkBuff skb, NetDevice peer)
    {
        skb.Priority = 0;
        skb.SkbIif = 0;
        skb.MirredNest = skb.XmitNest = 0;
        skb.Timestamp = Instant.Zero;
        if (!ReferenceEquals(peer.Namespace, Namespace)) skb.Mark = 0;
    }
}
