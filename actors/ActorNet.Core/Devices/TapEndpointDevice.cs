using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Devices;

/// <summary>
/// The emulated end of a TAP: what it is sent leaves towards a host, what the host sends arrives here (compare <c>drivers/net/tun.c</c>). A wire that is full
/// stops the transmit queue, so that the qdisc holds the frames until it is writable again.
/// </summary>
public sealed class TapEndpointDevice : NetDevice
{
    private const int MaxTunMtu = 65535;
    private const int TunQueueLength = 500;
    private const int Ipv4Version = 4, Ipv6Version = 6;

    private IWire? _wire;

    /// <summary>Allocates an endpoint without a wire: no carrier.</summary>
    /// <param name="name">Name or template.</param>
    /// <param name="queues">Queues of the TAP.</param>
    /// <param name="options">How it was asked for; null for the end of a host's TAP.</param>
    public TapEndpointDevice(string name, int queues = 1, TapOptions? options = null)
        : base(name, queues, queues)
    {
        Options = options ?? new TapOptions { VnetHeader = true, MultiQueue = queues > 1 };
        HasMacHeader = !Options.IsTun;
        Flags = Options.IsTun ? DeviceFlags.PointToPoint | DeviceFlags.Multicast | DeviceFlags.NoArp : DeviceFlags.Broadcast | DeviceFlags.Multicast;
        MaxMtu = Options.IsTun ? MaxTunMtu : MaxTunMtu - EthernetHeader.Size;
        if (Options.IsTun) TxQueueLength = TunQueueLength;
    }

    /// <summary>How it was asked for.</summary>
    public TapOptions Options { get; }

    /// <inheritdoc/>
    public override string Kind => "tun";

    /// <summary>Whether somebody has the far end.</summary>
    public bool HasWire => _wire is not null;

    /// <summary>Attaches the wire, or takes it away: carrier follows, and offloads are those of the wire.</summary>
    public void Attach(IWire? wire)
    {
        _wire = wire;
        Features = DeviceFeatureSet.Fix((wire?.Offloads ?? DeviceFeatures.None) | DeviceFeatures.Gso | DeviceFeatures.Gro);
        HwFeatures = WantedFeatures = Features;
        SetCarrier(wire is not null);
    }

    /// <summary>The wire takes frames again.</summary>
    public void OnWritable(int queue) => TxQueues[queue].Wake();

    /// <summary>The reader took a frame that the wire had kept for it.</summary>
    /// <param name="bytes">Length of the frame.</param>
    public void CountRead(int bytes) => Stats.CountTx(bytes);

    /// <summary>A frame from the host was unusable before it became one: too short, or with an offload header that lies.</summary>
    public void CountReceiveError() => Stats.RxErrors++;

    /// <summary>A frame from the host found no buffer.</summary>
    public void CountReceiveDrop() => Stats.RxDropped++;

    /// <inheritdoc/>
    public override bool PrintLinkInfo(Iproute2.ShowWriter writer)
    {
        writer.Text("type", "type {0} ", Options.IsTun ? "tun" : "tap");
        Switch(writer, "pi", Options.PacketInformation);
        Switch(writer, "vnet_hdr", Options.VnetHeader);
        writer.Flag("multi_queue", "multi_queue ", Options.MultiQueue);
        var open = HasWire ? TxQueues.Count : 0;
        if (Options.MultiQueue) writer.Number("numqueues", "numqueues {0} ", open).Number("numdisabled", "numdisabled {0} ", 0);
        Switch(writer, "persist", Options.Persistent);
        Owner(writer, "user", Options.User);
        Owner(writer, "group", Options.Group);
        return true;
    }

    /// <summary>A TUN takes bare packets, whose protocol their first bits tell (<c>tun_get_user</c>); a TAP takes frames.</summary>
    public override bool ReceiveFromWire(SkBuff skb)
    {
        if (HasMacHeader || !IsRunning) return base.ReceiveFromWire(skb);
        var version = skb.Length > 0 ? skb.Span[0] >> 4 : 0;
        if (version is not (Ipv4Version or Ipv6Version))
        {
            Stats.RxDropped++;
            skb.Free(DropReason.Malformed);
            return false;
        }

        Stats.CountRx(skb.Length);
        skb.Protocol = version == Ipv4Version ? EtherType.IPv4 : EtherType.IPv6;
        skb.PacketType = PacketType.Host;
        skb.MacHeader = skb.NetworkHeader = skb.Data;
        skb.MacLen = 0;
        skb.MirredNest = skb.XmitNest = 0;
        return NetifReceive(skb);
    }

    /// <summary>A TUN has no address.</summary>
    protected internal override void SetAddress(MacAddress address)
    {
        if (!HasMacHeader) throw new RtnlException(Errno.EOPNOTSUPP);
        base.SetAddress(address);
    }

    /// <summary>No carrier while nobody has the far end; who made the device had it for a moment, so that is a change.</summary>
    protected internal override void Registered() => SetCarrier(_wire is not null);

    /// <inheritdoc/>
    protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
    {
        switch (_wire?.Write(skb, queue.Index) ?? WireStatus.Refused)
        {
            case WireStatus.Written:
                Stats.CountTx(skb.Length);
                skb.Free(DropReason.Consumed);
                return TxStatus.Ok;
            case WireStatus.Lost:
                Stats.CountTx(skb.Length);
                skb.Free(DropReason.FaultInjected);
                return TxStatus.Ok;
            case WireStatus.Buffered:
                skb.Free(DropReason.Consumed);
                return TxStatus.Ok;
            case WireStatus.WouldBlock:
                queue.Stop();
                return TxStatus.Busy;
            default:
                Stats.TxDropped++;
                skb.Free(DropReason.WireRefused);
                return TxStatus.Dropped;
        }
    }

    private static void Switch(Iproute2.ShowWriter writer, string name, bool on)
    {
        if (writer.IsJson) writer.Flag(name, null, on);
        else writer.Plain(name + (on ? " on " : " off "));
    }

    /// <summary>A name where every machine has the same, otherwise the number.</summary>
    private static void Owner(Iproute2.ShowWriter writer, string key, uint? id)
    {
        if (id == 0) writer.Text(key, key + " {0} ", "root");
        else if (id is { } number) writer.Number(key, key + " {0} ", number);
    }
}
