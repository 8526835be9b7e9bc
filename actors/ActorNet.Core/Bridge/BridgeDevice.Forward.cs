using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Bridge;

/// <content>Frames (<c>br_input.c</c>, <c>br_forward.c</c>, <c>br_device.c</c>).</content>
public sealed partial class BridgeDevice
{
    /// <summary>Reserved addresses that are never forwarded: bits of the first three.</summary>
    internal const int NeverForwarded = 0x7;

    private const ulong LinkLocal = 0x0180_C200_0000;
    private NetDevice? _lastDevice;
    private BridgePort? _lastPort;

    /// <summary>A frame arrived on a port (<c>br_handle_frame</c>); it stands at its network header. Takes it over.</summary>
    public void Input(SkBuff skb)
    {
        var port = ArrivalPort(skb.Dev!);
        if (port is null || port.State == BridgePortState.Disabled || !skb.Source.IsValidUnicast)
        {
            skb.Free(DropReason.BridgeFiltered);
            return;
        }

        var destination = skb.Destination;
        if ((destination.Value & 0xFFFF_FFFF_FFF0) == LinkLocal && !ForwardsLinkLocal(skb, port, destination)) return;
        var now = Runtime.Jiffies;
        if (!MayEnter(skb, port, now))
        {
            skb.Free(DropReason.BridgeFiltered);
            return;
        }

        if (destination.IsMulticast)
        {
            // The only kind of device here, besides VLANs, whose driver counts them; broadcast is not among them.
            if (destination != MacAddress.Broadcast) Stats.RxMulticast++;
            Flood(skb, port, LeavesBy(destination), up: true);
            return;
        }

        var entry = Fdb.Find(destination, now, Ageing);
        if (entry is { IsLocal: true } || destination == Address) PassUp(skb);
        else if (entry is not null) ForwardOrFilter(skb, port, entry, now);
        else Flood(skb, port, BridgePortFlags.Flood, up: (Flags & DeviceFlags.Promisc) != 0);
    }

    /// <summary>Learns the source, and says whether the frame may be forwarded: not while the port only listens or learns, nor a stranger's on a locked port.</summary>
    private bool MayEnter(SkBuff skb, BridgePort port, Instant now)
    {
        if (port.State is not (BridgePortState.Forwarding or BridgePortState.Learning)) return false;
        if (port.Has(BridgePortFlags.Locked) && !ReferenceEquals(Fdb.Find(skb.Source, now, Ageing)?.Port, port)) return false;
        if (port.Learning) Fdb.Learn(skb.Source, port, now, Ageing);
        return port.State == BridgePortState.Forwarding;
    }

    /// <summary>The switch that decides whether frames to a group leave a port.</summary>
    private static BridgePortFlags LeavesBy(MacAddress destination) =>
        destination == MacAddress.Broadcast ? BridgePortFlags.BroadcastFlood : BridgePortFlags.MulticastFlood;

    /// <inheritdoc/>
    protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
    {
        Stats.CountTx(skb.Length);
        skb.Pull(EthernetHeader.Size);
        var destination = skb.Destination;
        var now = Runtime.Jiffies;
        var entry = destination.IsMulticast ? null : Fdb.Find(destination, now, Ageing);
        // A port's own address leads out of that port too: what the bridge sends is never for the bridge.
        if (entry is not null) ForwardOrFilter(skb, entry.Port);
        else Flood(skb, from: null, destination.IsMulticast ? LeavesBy(destination) : BridgePortFlags.Flood, up: false);
        return TxStatus.Ok;
    }

    private BridgePort? ArrivalPort(NetDevice device)
    {
        if (ReferenceEquals(device, _lastDevice) && ReferenceEquals(device.Master, this)) return _lastPort;
        _lastDevice = device;
        _lastPort = PortOf(device);
        return _lastPort;
    }

    /// <summary>Reserved addresses: the first is forwarded like multicast since there is no spanning tree, pause frames end here, the others are for this machine unless the user wants them forwarded.</summary>
    private bool ForwardsLinkLocal(SkBuff skb, BridgePort port, MacAddress destination)
    {
        switch (destination.Value & 0xF)
        {
            case 0:
                return true;
            case 1:
                skb.Free(DropReason.BridgeFiltered);
                return false;
            case var low when (Settings.GroupForwardMask & (1 << (int)low)) != 0:
                return true;
            default:
                if (port.Learning && port.IsForwarding && Settings.Other("no_linklocal_learn") == 0) Fdb.Learn(skb.Source, port, Runtime.Jiffies, Ageing);
                if (Namespace.Protocols.Deliver(skb, port.Device, out _)) return false;
                port.Device.CoreRxDropped++;
                skb.Free(DropReason.NoHandler);
                return false;
        }
    }

    private void ForwardOrFilter(SkBuff skb, BridgePort from, FdbEntry entry, Instant now)
    {
        entry.Used = now;
        if (entry.Port is { } to && MayLeave(skb, from, to)) SendTo(skb, to);
        else skb.Free(DropReason.BridgeFiltered);
    }

    private void ForwardOrFilter(SkBuff skb, BridgePort? to)
    {
        if (to is not null && MayLeave(skb, from: null, to)) SendTo(skb, to);
        else skb.Free(DropReason.BridgeFiltered);
    }

    private void Flood(SkBuff skb, BridgePort? from, BridgePortFlags leaves, bool up)
    {
        BridgePort? previous = null;
        foreach (var port in _ports)
        {
            if (!MayFlood(from, port, leaves) || !MayLeave(skb, from, port)) continue;
            if (previous is not null) SendCopy(skb, previous);
            previous = port;
        }

        if (previous is null)
        {
            if (up) PassUp(skb);
            else skb.Free(DropReason.BridgeFiltered);
            return;
        }

        if (up && Runtime.Pool.Clone(skb) is { } copy) PassUp(copy);
        SendTo(skb, previous);
    }

    /// <summary>What the bridge itself sends to a group leaves every port.</summary>
    private static bool MayFlood(BridgePort? from, BridgePort to, BridgePortFlags leaves) => (from is null && leaves != BridgePortFlags.Flood) || to.Has(leaves);

    private void SendCopy(SkBuff skb, BridgePort port)
    {
        if (Runtime.Pool.Clone(skb) is { } copy) SendTo(copy, port);
        else Stats.TxDropped++;
    }

    private static bool MayLeave(SkBuff skb, BridgePort? from, BridgePort to) =>
        (!ReferenceEquals(from, to) || to.Has(BridgePortFlags.Hairpin)) && to.IsForwarding
        && !(from is not null && from.Has(BridgePortFlags.Isolated) && to.Has(BridgePortFlags.Isolated)) && (skb.IsGso || skb.Length <= to.Device.Mtu + EthernetHeader.VlanSize);

    private void SendTo(SkBuff skb, BridgePort port)
    {
        skb.Push(EthernetHeader.Size);
        Runtime.Send(port.Device, FramePath.Transmit, skb);
    }

    private void PassUp(SkBuff skb)
    {
        Stats.CountRx(skb.Length);
        if (skb.PacketType == PacketType.OtherHost && skb.Destination == Address) skb.PacketType = PacketType.Host;
        NetifReceive(skb);
    }
}
