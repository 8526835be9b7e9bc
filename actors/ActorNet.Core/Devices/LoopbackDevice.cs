using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Devices;

/// <summary>What is sent comes back as received, later (<c>drivers/net/loopback.c</c>, rule LO-01). Counts without MAC header, cannot be deleted or moved.</summary>
public sealed class LoopbackDevice : NetDevice
{
    /// <summary>Allocates <c>lo</c>.</summary>
    public LoopbackDevice()
        : base("lo")
    {
        Flags = DeviceFlags.Loopback;
        Mtu = 65536;
        MinMtu = MaxMtu = 0;
        NoQueue = true;
        BroadcastAddress = MacAddress.Zero;
        Features = DeviceFeatures.Sg | DeviceFeatures.FragList | DeviceFeatures.HwCsum | DeviceFeatures.HighDma
            | DeviceFeatures.GsoSoftware | DeviceFeatures.Lltx | DeviceFeatures.NetnsLocal;
        HwFeatures = DeviceFeatures.GsoSoftware;
    }

    /// <inheritdoc/>
    public override string Kind => "loopback";

    /// <inheritdoc/>
    public override int TsoMaxSize => BigSuperFrame;

    /// <summary>All zero is its address.</summary>
    protected internal override void ValidateAddress()
    {
        // Loopback has no station address to check.
    }

    /// <inheritdoc/>
    protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
    {
        if (skb.Length < EthernetHeader.Size)
        {
            Stats.TxErrors++;
            skb.Free(DropReason.Malformed);
            return TxStatus.Dropped;
        }

        var payload = skb.Length - EthernetHeader.Size;
        Stats.CountTx(payload);
        skb.MirredNest = skb.XmitNest = 0;
        Runtime.Send(this, FramePath.Wire, skb);
        return TxStatus.Ok;
    }

    /// <inheritdoc/>
    public override bool ReceiveFromWire(SkBuff skb)
    {
        // Nothing as short comes from itself; who hands in frames from outside may have such.
        if (skb.Length < EthernetHeader.Size) return base.ReceiveFromWire(skb);
        Stats.CountRx(skb.Length - EthernetHeader.Size);
        return ReceiveTyped(skb);
    }
}
