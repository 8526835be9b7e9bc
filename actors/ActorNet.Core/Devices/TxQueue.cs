using ActorNet.Core.Sched;

namespace ActorNet.Core.Devices;

/// <summary>A transmit queue (<c>netdev_queue</c>): its qdisc, and whether the driver takes frames.</summary>
public sealed class TxQueue
{
    private bool _stopped;

    internal TxQueue(NetDevice device, int index)
    {
        Device = device;
        Index = index;
    }

    /// <summary>The device it belongs to.</summary>
    public NetDevice Device { get; }

    /// <summary>Number, from 0.</summary>
    public int Index { get; }

    /// <summary>The discipline frames go through; noop while the device is down.</summary>
    public Qdisc Qdisc { get; internal set; } = NoopQdisc.Instance;

    /// <summary>The discipline that becomes active with the next open (<c>qdisc_sleeping</c>).</summary>
    public Qdisc SleepingQdisc { get; internal set; } = NoopQdisc.Instance;

    /// <summary>The driver asked for silence (<c>__QUEUE_STATE_DRV_XOFF</c>).</summary>
    public bool Stopped => _stopped;

    /// <summary>The watchdog froze it while it handles a timeout.</summary>
    public bool Frozen { get; internal set; }

    /// <summary>When the driver last took a frame; the watchdog measures from here.</summary>
    public Instant TransmitStarted { get; internal set; }

    /// <summary>How often the watchdog found it stuck.</summary>
    public long Timeouts { get; internal set; }

    /// <summary>Stopped or frozen: nothing may be handed to the driver.</summary>
    public bool IsBlocked => _stopped || Frozen;

    /// <summary>The driver takes no more (<c>netif_tx_stop_queue</c>).</summary>
    public void Stop() => _stopped = true;

    /// <summary>The driver takes frames again; nothing is scheduled (<c>netif_tx_start_queue</c>).</summary>
    public void Start() => _stopped = false;

    /// <summary>The driver takes frames again, and the qdisc runs soon (<c>netif_tx_wake_queue</c>).</summary>
    public void Wake()
    {
        if (!_stopped) return;
        _stopped = false;
        Device.Runtime.RaiseTx();
    }
}
