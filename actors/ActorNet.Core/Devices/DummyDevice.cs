using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Devices;

/// <summary>Counts what it is sent and throws it away (<c>drivers/net/dummy.c</c>, rule DUM-01).</summary>
public sealed class DummyDevice : NetDevice
{
    /// <summary>Allocates a dummy.</summary>
    /// <param name="name">Name or template.</param>
    /// <param name="txQueues">Transmit queues; nothing waits in them.</param>
    /// <param name="rxQueues">Receive queues.</param>
    public DummyDevice(string name, int txQueues = 1, int rxQueues = 1)
        : base(name, txQueues, rxQueues)
    {
        Flags = DeviceFlags.Broadcast | DeviceFlags.NoArp;
        MinMtu = MaxMtu = 0;
        NoQueue = true;
        Features = HwFeatures = DeviceFeatures.Sg | DeviceFeatures.FragList | DeviceFeatures.HwCsum | DeviceFeatures.HighDma
            | DeviceFeatures.GsoSoftware | DeviceFeatures.GsoTunnel | DeviceFeatures.Lltx;
    }

    /// <inheritdoc/>
    public override string Kind => "dummy";

    /// <inheritdoc/>
    protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
    {
        Stats.CountTx(skb.Length);
        skb.Free(DropReason.Sink);
        return TxStatus.Ok;
    }
}
