using ActorNet.Core.Frames;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Devices;

/// <content>The receive path (<c>__netif_receive_skb_core</c>, rule HOOK-01).</content>
public abstract partial class NetDevice
{
    private ITap[] _taps = [];

    /// <summary>Follows the frames; null while nobody traces. Set in the turn of whoever hosts the device.</summary>
    public IFrameTracer? Tracer { get; set; }

    /// <summary>Packet sockets and recorders on the device; each sees what passes and takes nothing.</summary>
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
        var type = skb.HeaderProtocol;
        skb.Pull(EthernetHeader.Size);
        skb.Protocol = EtherType.Of(type, skb.Span);
        return NetifReceive(skb);
    }

    /// <summary>The receive core; the frame stands at its network header. Takes the frame over.</summary>
    /// <returns>False when it was dropped, also when no protocol wanted it.</returns>
    public bool NetifReceive(SkBuff skb)
    {
        skb.Dev = this;
        skb.SkbIif = IfIndex;
        skb.NetworkHeader = skb.Data;
        skb.MacLen = skb.Data - skb.MacHeader;
        if (skb.Protocol is EtherType.Vlan or EtherType.VlanService && !skb.VlanPresent && !VlanTag.Untag(skb)) return RefuseTag(skb);
        var heard = false;
        if (skb.TcSkipClassify)
        {
            skb.TcSkipClassify = false;
        }
        else
        {
            if (_taps.Length > 0) heard = ShowTaps(skb, outgoing: false);
            if (HookQdisc is { } hook)
            {
                // Sockets get the frame ahead of the hook then, so that at the end it has no receiver any more (rule HOOK-03).
                if (hook.Ingress.HasFilters || Namespace.Kernel.EmptyHookServesCaptures) heard = false;
                if (hook.Ingress.HasFilters && !PassesIngress(hook, skb, out var accepted)) return accepted;
            }

            skb.Redirected = false;
        }

        return DeliverUp(skb, heard);
    }

    /// <summary>Where frames go instead of up: set on bridge ports (<c>rx_handler</c>).</summary>
    internal NetDevice? RxHandler { get; set; }

    /// <summary>To whoever is above: VLAN device, bridge, protocol.</summary>
    /// <param name="skb">The frame.</param>
    /// <param name="heard">A packet socket takes it as the last receiver; a look at VLAN devices serves the socket first.</param>
    private bool DeliverUp(SkBuff skb, bool heard)
    {
        if (skb.VlanPresent)
        {
            heard = false;
            if (GoesToVlan(skb, out var taken)) return taken;
        }

        bool accepted;
        if (RxHandler is { } bridge && skb.PacketType != PacketType.Outgoing)
        {
            Runtime.Send(bridge, FramePath.BridgeInput, skb);
            return true;
        }

        if (skb.VlanPresent && StripUnknownTag(skb, out accepted)) return accepted;
        Tracer?.Trace(this, FrameStep.Up, skb, skb.Protocol.ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        if (Namespace.Protocols.Deliver(skb, this, out accepted)) return accepted;
        if (heard)
        {
            skb.Free(DropReason.Consumed);
            return true;
        }

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
        if (verdict != TcVerdict.Consumed) Tracer?.Trace(this, FrameStep.Ingress, skb, TcControlPrinter.Word(verdict));
        switch (verdict)
        {
            case TcVerdict.Shot:
                skb.Free(context.ShotReason);
                return false;
            case TcVerdict.Stolen or TcVerdict.Queued or TcVerdict.Trap:
                skb.Free(context.StolenReason);
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

    /// <summary>A tag that cannot be taken off ends the frame without a count of the device, as in Linux.</summary>
    private static bool RefuseTag(SkBuff skb)
    {
        skb.Free(DropReason.Malformed);
        return false;
    }

    /// <summary>Shows a frame to all taps; true when one of them counts as a receiver.</summary>
    private bool ShowTaps(SkBuff skb, bool outgoing)
    {
        var heard = false;
        foreach (var tap in _taps)
        {
            tap.OnFrame(skb, outgoing, Runtime.Now);
            heard |= tap.IsReceiver;
        }

        return heard;
    }
}
