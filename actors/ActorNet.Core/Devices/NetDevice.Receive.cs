using ActorNet.Core.Frames;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Devices;

/// <content>The receive path (<c>__netif_receive_skb_core</c>, rule HOOK-01).</content>
public abstract partial class NetDevice
{
    private ITap[] _taps = [];

    /// <summary>Packet sockets on the device; each sees what passes and takes nothing.</summary>
    public IReadOnlyList<ITap> Taps => _taps;

    /// <summary>Adds a tap.</summary>
    public void AddTap(ITap tap) => _taps = [.. _taps, tap];

    /// <summary>Removes a tap.</summary>
    public void RemoveTap(ITap tap) => _taps = Array.FindAll(_taps, t => !ReferenceEquals(t, tap));

    /// <summary>A frame from the wire, standing at its MAC header: counted, typed, and received. Takes the frame over.</summary>
    /// <returns>False when it was dropped (NET_RX_DROP).</returns>
    public virtual bool ReceiveFromWire(SkBuff skb)
    {
        if (!IsRunning)
        {
            Stats.RxDropped++;
            skb.Free(DropReason.DeviceDown);
            return false;
        }

        if (skb.Length < EthernetHeader.Size)
        {
            Stats.RxErrors++;
            Stats.RxLengthErrors++;
            skb.Free(DropReason.Malformed);
            return false;
        }

        Stats.CountRx(skb.Length);
        return ReceiveTyped(skb);
    }

    /// <summary>Types a frame by its Ethernet header (<c>eth_type_trans</c>) and receives it, the driver's counters untouched. Takes the frame over.</summary>
    public bool ReceiveTyped(SkBuff skb)
    {
        skb.Dev = this;
        skb.SetMacHeaderHere();
        skb.MirredNest = skb.XmitNest = 0;
        var destination = skb.Destination;
        skb.PacketType = TypeOf(destination);
        if (skb.PacketType == PacketType.Multicast) Stats.RxMulticast++;
        var type = skb.HeaderProtocol;
        skb.Protocol = type >= EtherType.FirstProtocol ? type : EtherType.Ieee8022;
        skb.Pull(EthernetHeader.Size);
        skb.NetworkHeader = skb.Data;
        return NetifReceive(skb);
    }

    /// <summary>The receive core; the frame stands at its network header. Takes the frame over.</summary>
    /// <returns>False when it was dropped, also when no protocol wanted it.</returns>
    public bool NetifReceive(SkBuff skb)
    {
        skb.Dev = this;
        skb.SkbIif = IfIndex;
        if (skb.Protocol is EtherType.Vlan or EtherType.VlanService && !skb.VlanPresent && !VlanTag.Untag(skb)) return DropReceived(skb, DropReason.Malformed);
        if (skb.TcSkipClassify)
        {
            skb.TcSkipClassify = false;
        }
        else
        {
            if (_taps.Length > 0) ShowTaps(skb, outgoing: false);
            if (HookQdisc is { } hook && hook.Ingress.HasFilters && !PassesIngress(hook, skb, out var accepted)) return accepted;
            skb.Redirected = false;
        }

        return DeliverUp(skb);
    }

    /// <summary>Where frames go instead of up: set on bridge ports (<c>rx_handler</c>).</summary>
    internal NetDevice? RxHandler { get; set; }

    private bool DeliverUp(SkBuff skb)
    {
        if (RxHandler is { } bridge && skb.PacketType != PacketType.Outgoing)
        {
            Runtime.Send(bridge, FramePath.BridgeInput, skb);
            return true;
        }

        if (Namespace.Protocols.Deliver(skb, this)) return true;
        CoreRxDropped++;
        skb.Free(DropReason.NoHandler);
        return false;
    }

    /// <summary>Runs the ingress filters. True: go on. False: the frame is somebody else's now, and <paramref name="accepted"/> is the result.</summary>
    private bool PassesIngress(Sched.IngressQdisc hook, SkBuff skb, out bool accepted)
    {
        skb.QdiscPktLen = Gso.QdiscPktLen(skb);
        var context = new TcContext { Device = this, AtIngress = true, Now = Runtime.Jiffies };
        var verdict = hook.Classify(hook.Ingress, skb, ref context);
        accepted = verdict != TcVerdict.Shot;
        switch (verdict)
        {
            case TcVerdict.Shot:
                skb.Free(context.ShotReason);
                return false;
            case TcVerdict.Stolen or TcVerdict.Queued or TcVerdict.Trap:
                skb.Free(DropReason.Consumed);
                return false;
            case TcVerdict.Consumed:
                return false;
            default:
                return true;
        }
    }

    private PacketType TypeOf(MacAddress destination)
    {
        if (destination == Address) return PacketType.Host;
        if (!destination.IsMulticast) return PacketType.OtherHost;
        return destination == BroadcastAddress ? PacketType.Broadcast : PacketType.Multicast;
    }

    private bool DropReceived(SkBuff skb, DropReason reason)
    {
        CoreRxDropped++;
        skb.Free(reason);
        return false;
    }

    private void ShowTaps(SkBuff skb, bool outgoing)
    {
        foreach (var tap in _taps) tap.OnFrame(skb, outgoing, Runtime.Now);
    }
}
