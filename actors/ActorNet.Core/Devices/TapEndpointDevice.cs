using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Devices;

/// <summary>
/// The emulated end of a TAP: what it is sent leaves towards a host, what the host sends arrives here (compare <c>drivers/net/tun.c</c>). A wire that is full
/// stops the transmit queue, so that the qdisc holds the frames until it is writable again.
/// </summary>
public sealed class TapEndpointDevice : NetDevice
{
    private IWire? _wire;

    /// <summary>Allocates an endpoint without a wire: no carrier.</summary>
    /// <param name="name">Name or template.</param>
    /// <param name="queues">Queues of the TAP.</param>
    public TapEndpointDevice(string name, int queues = 1)
        : base(name, queues, queues)
    {
        Flags = DeviceFlags.Broadcast | DeviceFlags.Multicast;
        MaxMtu = 65521;
        ReportsOperState = true;
        CarrierOn = false;
    }

    /// <inheritdoc/>
    public override string Kind => "tun";

    /// <summary>Attaches the wire, or takes it away: carrier follows, and offloads are those of the wire.</summary>
    public void Attach(IWire? wire)
    {
        _wire = wire;
        Features = DeviceFeatureSet.Fix((wire?.Offloads ?? DeviceFeatures.None) | DeviceFeatures.Gso | DeviceFeatures.Gro);
        HwFeatures = Features;
        SetCarrier(wire is not null);
    }

    /// <summary>The wire takes frames again.</summary>
    public void OnWritable(int queue) => TxQueues[queue].Wake();

    /// <summary>A frame from the host was unusable before it became one: too short, or with an offload header that lies.</summary>
    public void CountReceiveError() => Stats.RxErrors++;

    /// <summary>A frame from the host found no buffer.</summary>
    public void CountReceiveDrop() => Stats.RxDropped++;

    /// <inheritdoc/>
    public override bool PrintLinkInfo(Iproute2.ShowWriter writer)
    {
        writer.Text("type", "type {0} ", "tap").Flag("pi", null, value: false).Flag("vnet_hdr", "vnet_hdr on ", value: true)
            .Flag("multi_queue", TxQueues.Count > 1 ? "multi_queue " : null, TxQueues.Count > 1);
        return true;
    }

    /// <inheritdoc/>
    protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
    {
        switch (_wire?.Write(skb, queue.Index) ?? WireStatus.Refused)
        {
            case WireStatus.Written:
                Stats.CountTx(skb.Length);
                skb.Free(DropReason.Consumed);
                return TxStatus.Ok;
            case WireStatus.WouldBlock:
                queue.Stop();
                return TxStatus.Busy;
            default:
                Stats.TxDropped++;
                skb.Free(DropReason.WireRefused);
                return TxStatus.Ok;
        }
    }
}
