using System.Globalization;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Devices;

/// <summary>
/// Intermediate functional block (<c>drivers/net/ifb.c</c>): a device whose only purpose is its qdisc. What was redirected to it is shaped, then goes back to where it
/// was caught, by way of one <see cref="IfbQueue"/> per transmit queue. Rules IFB-01 to IFB-46.
/// </summary>
public sealed class IfbDevice : NetDevice
{
    /// <summary>Transmit queue length at creation (TX_Q_LIMIT).</summary>
    public const int DefaultQueueLength = 32;

    private const DeviceFeatures OldOffloads = DeviceFeatures.Tso | DeviceFeatures.TsoEcn | DeviceFeatures.Tso6;

    private readonly IfbQueue[] _queues;

    /// <summary>Allocates an IFB (<c>ifb_setup</c>, rule IFB-34).</summary>
    /// <param name="name">Name or template.</param>
    /// <param name="txQueues">Transmit queues, 1 to <see cref="NetDevice.MaxQueues"/>; receive queues stay 1 (rule IFB-40).</param>
    /// <exception cref="RtnlException">EINVAL: the number of queues is out of range.</exception>
    public IfbDevice(string name, int txQueues = 1)
        : base(name, txQueues)
    {
        Flags = DeviceFlags.Broadcast | DeviceFlags.NoArp;
        TxQueueLength = DefaultQueueLength;
        MinMtu = MaxMtu = 0;
        Features = HwFeatures = DeviceFeatures.Sg | DeviceFeatures.FragList | DeviceFeatures.HwCsum | DeviceFeatures.HighDma
            | DeviceFeatures.GsoSoftware | DeviceFeatures.GsoTunnel | DeviceFeatures.HwVlanCtagTx | DeviceFeatures.HwVlanStagTx;
        _queues = new IfbQueue[txQueues];
        for (var i = 0; i < txQueues; i++) _queues[i] = new IfbQueue(this, TxQueues[i]);
    }

    /// <inheritdoc/>
    public override string Kind => "ifb";

    /// <inheritdoc/>
    public override int TsoMaxSize => Namespace.Kernel.IfbTakesBigSuperFrames ? BigSuperFrame : LegacySuperFrame;

    /// <summary>One per transmit queue; each is run by an actor of its own.</summary>
    public IReadOnlyList<IfbQueue> Queues => _queues;

    /// <inheritdoc/>
    public override DeviceStats GetStats()
    {
        var stats = base.GetStats();
        foreach (var queue in _queues) queue.AddTo(ref stats);
        return stats;
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, long>> EthtoolStats()
    {
        if (!Namespace.Kernel.IfbReportsQueues) yield break;
        for (var i = 0; i < _queues.Length; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            yield return new("rx_queue_" + number + "_packets", _queues[i].RxPackets);
            yield return new("rx_queue_" + number + "_bytes", _queues[i].RxBytes);
        }

        for (var i = 0; i < _queues.Length; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            yield return new("tx_queue_" + number + "_packets", _queues[i].TxPackets);
            yield return new("tx_queue_" + number + "_bytes", _queues[i].TxBytes);
        }
    }

    /// <summary>Older kernels had fewer offloads (rule IFB-44).</summary>
    protected internal override void Init()
    {
        if (!Namespace.Kernel.IfbHasAllSoftwareOffloads) Features = HwFeatures &= ~(DeviceFeatures.GsoSoftware & ~OldOffloads);
    }

    /// <summary>There is no such operation (rule IFB-37).</summary>
    protected internal override void SetAddress(MacAddress address) => throw new RtnlException(Errno.EOPNOTSUPP);

    /// <summary>Frames in the queues are freed; the device is gone (rule IFB-39).</summary>
    protected internal override void Destructor()
    {
        foreach (var queue in _queues) queue.Purge();
    }

    /// <inheritdoc/>
    protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
    {
        skb.QueueMapping = (ushort)queue.Index;
        // The length is tested before the frame is added, so a queue holds one more than its length when it stops (rule IFB-06).
        if (_queues[queue.Index].TakeCredit(skb) >= TxQueueLength) queue.Stop();
        Runtime.Send(this, FramePath.IfbQueue, skb);
        return TxStatus.Ok;
    }
}
