using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Bridge;

/// <content>Frames (<c>br_input.c</c>, <c>br_forward.c</c>, <c>br_device.c</c>).</content>
public sealed partial class BridgeDevice
{
    private const ulong LinkLocal = 0x0180_C200_0000;
    private NetDevice? _lastDevice;
    private BridgePort? _lastPort;

    /// <summary>A frame arrived on a port (<c>br_handle_frame</c>); it stands at its network header. Takes it over.</summary>
    public void Input(SkBuff skb)
    {
        var port = ArrivalPort(skb.Dev!);
        if (port is null || !port.IsForwarding || !skb.Source.IsValidUnicast)
        {
            skb.Free(DropReason.BridgeFiltered);
            return;
        }

        var destination = skb.Destination;
        if ((destination.Value & 0xFFFF_FFFF_FFF0) == LinkLocal && !ForwardsLinkLocal(skb, port, destination)) return;
        var now = Runtime.Jiffies;
        if (port.Learning) Fdb.Learn(skb.Source, port, now, Ageing);
        if (destination.IsMulticast)
        {
            Flood(skb, port, multicast: true, up: true);
            return;
        }

        var entry = Fdb.Find(destination, now, Ageing);
        if (entry is { IsLocal: true } || destination == Address) PassUp(skb);
        else if (entry?.Port is { } target) ForwardOrFilter(skb, port, target);
        else Flood(skb, port, multicast: false, up: (Flags & DeviceFlags.Promisc) != 0);
    }

    /// <inheritdoc/>
    protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
    {
        Stats.CountTx(skb.Length);
        skb.Pull(EthernetHeader.Size);
        var destination = skb.Destination;
        var entry = destination.IsMulticast ? null : Fdb.Find(destination, Runtime.Jiffies, Ageing);
        if (entry?.Port is { } target && !entry.IsLocal) ForwardOrFilter(skb, from: null, target);
        else Flood(skb, from: null, destination.IsMulticast, up: false);
        return TxStatus.Ok;
    }

    private BridgePort? ArrivalPort(NetDevice device)
    {
        if (ReferenceEquals(device, _lastDevice) && ReferenceEquals(device.Master, this)) return _lastPort;
        _lastDevice = device;
        _lastPort = PortOf(device);
        return _lastPort;
    }

    /// <summary>Reserved addresses: the first is forwarded like multicast since there is no spanning tree, pause frames end here, the others are for this machine only.</summary>
    private bool ForwardsLinkLocal(SkBuff skb, BridgePort port, MacAddress destination)
    {
        switch (destination.Value & 0xF)
        {
            case 0:
                return true;
            case 1:
                skb.Free(DropReason.BridgeFiltered);
                return false;
            default:
                if (Namespace.Protocols.Deliver(skb, port.Device)) return false;
                port.Device.CoreRxDropped++;
                skb.Free(DropReason.NoHandler);
                return false;
        }
    }

    private void ForwardOrFilter(SkBuff skb, BridgePort? from, BridgePort to)
    {
        if (MayLeave(skb, from, to)) SendTo(skb, to);
        else skb.Free(DropReason.BridgeFiltered);
    }

    private void Flood(SkBuff skb, BridgePort? from, bool multicast, bool up)
    {
        BridgePort? previous = null;
        foreach (var port in _ports)
        {
            if (!(multicast ? port.MulticastFlood : port.Flood) || !MayLeave(skb, from, port)) continue;
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

    private void SendCopy(SkBuff skb, BridgePort port)
    {
        if (Runtime.Pool.Clone(skb) is { } copy) SendTo(copy, port);
        else Stats.TxDropped++;
    }

    private static bool MayLeave(SkBuff skb, BridgePort? from, BridgePort to) =>
        !ReferenceEquals(from, to) && to.IsForwarding && (skb.IsGso || skb.Length <= to.Device.Mtu + EthernetHeader.VlanSize);

    private void SendTo(SkBuff skb, BridgePort port)
    {
        skb.Push(EthernetHeader.Size);
        skb.PacketType = PacketType.Host;
        Runtime.Send(port.Device, FramePath.Transmit, skb);
    }

    private void PassUp(SkBuff skb)
    {
        Stats.CountRx(skb.Length);
        if (skb.PacketType == PacketType.OtherHost && skb.Destination == Address) skb.PacketType = PacketType.Host;
        NetifReceive(skb);
    }
}
