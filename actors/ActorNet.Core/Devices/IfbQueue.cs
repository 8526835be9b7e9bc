using ActorNet.Core.Frames;

namespace ActorNet.Core.Devices;

/// <summary>
/// One queue of an IFB: arrivals (<c>rq</c>), frames being drained (<c>tq</c>), and whether a drain is under way. It belongs to one actor: a frame's arrival and
/// a drain are messages to that actor, which takes the place of Linux's transmit lock and tasklet. <see cref="Xmit"/> tells whether a drain must now be scheduled;
/// whoever runs the queue then calls <see cref="Drain"/> later, once, and again as long as it answers true.
/// </summary>
public sealed class IfbQueue
{
    private readonly IfbDevice _device;
    private readonly TxQueue _txQueue;
    private readonly SkBuffQueue _rq = new();
    private readonly SkBuffQueue _tq = new();
    private long _rxDropped;
    private long _txDropped;
    private long _credited;
    private long _spliced;

    internal IfbQueue(IfbDevice device, TxQueue txQueue)
    {
        _device = device;
        _txQueue = txQueue;
    }

    /// <summary>Number of the queue, from 0.</summary>
    public int Index => _txQueue.Index;

    /// <summary>The device it belongs to.</summary>
    public IfbDevice Device => _device;

    /// <summary>Frames that arrived and wait for a drain.</summary>
    public int RqLength => _rq.Count;

    /// <summary>Frames that a drain took and left for its next turn.</summary>
    public int TqLength => _tq.Count;

    /// <summary>A drain is scheduled or under way (<c>tasklet_pending</c>).</summary>
    public bool Pending { get; private set; }

    /// <summary>The device may hand over nothing until a drain finds the queue empty.</summary>
    public bool Stopped => _txQueue.Stopped;

    /// <summary>Frames that the device may still hand over before it must stop: one more than its queue length when idle (rule IFB-06).</summary>
    public int Credit => (int)Math.Max(0, _device.TxQueueLength + 1 - (_credited - _spliced));

    /// <summary>Frames handed to the queue, dropped ones included (rule IFB-02).</summary>
    public long RxPackets { get; private set; }

    /// <summary>Their bytes.</summary>
    public long RxBytes { get; private set; }

    /// <summary>Frames drained, those whose device was gone included (rule IFB-12).</summary>
    public long TxPackets { get; private set; }

    /// <summary>Their bytes.</summary>
    public long TxBytes { get; private set; }

    /// <summary>Whether the queue takes this frame: redirected, and from a device (rule IFB-03).</summary>
    public static bool Accepts(SkBuff skb) => skb.Redirected && skb.SkbIif != 0;

    /// <summary>A frame arrives. Takes it over.</summary>
    /// <returns>True when a drain must be scheduled now; never while one is pending (rule IFB-07).</returns>
    public bool Xmit(SkBuff skb)
    {
        RxPackets++;
        RxBytes += skb.Length;
        if (!Accepts(skb))
        {
            _rxDropped++;
            skb.Free(DropReason.IfbNotRedirected);
            return false;
        }

        _rq.Enqueue(skb);
        if (Pending) return false;
        Pending = true;
        return true;
    }

    /// <summary>One run of the drain: everything that had arrived when it began goes back to its device, in order.</summary>
    /// <param name="runtime">Hands the frames on.</param>
    /// <returns>True when another run must be scheduled (rules IFB-12, IFB-13).</returns>
    public bool Drain(IDeviceRuntime runtime)
    {
        if (_tq.IsEmpty)
        {
            _spliced += _rq.Count;
            _tq.Splice(_rq);
        }

        while (_tq.Dequeue() is { } skb)
        {
            if (SendBack(skb, runtime)) continue;
            if (!_tq.IsEmpty) return true;
        }

        if (!_rq.IsEmpty) return true;
        Pending = false;
        if (_device.IsUp) _txQueue.Wake();
        return false;
    }

    /// <summary>Room used after this frame is on its way: the frames handed over and not yet drained, this one not counted. Refused frames use none.</summary>
    internal long TakeCredit(SkBuff skb)
    {
        if (!Accepts(skb)) return -1;
        return _credited++ - _spliced;
    }

    internal void Purge()
    {
        _spliced += _rq.Count;
        _rq.Purge(DropReason.IfbPurged);
        _tq.Purge(DropReason.IfbPurged);
    }

    internal void AddTo(ref DeviceStats stats)
    {
        stats.RxPackets += RxPackets;
        stats.RxBytes += RxBytes;
        stats.RxDropped += _rxDropped;
        stats.TxPackets += TxPackets;
        stats.TxBytes += TxBytes;
        stats.TxDropped += _txDropped;
    }

    private bool SendBack(SkBuff skb, IDeviceRuntime runtime)
    {
        skb.Redirected = false;
        skb.TcSkipClassify = true;
        skb.MirredNest = skb.XmitNest = 0;
        TxPackets++;
        TxBytes += skb.Length;
        // By number, in the IFB's own namespace: a new device with the old number gets the frame (rule IFB-17).
        var device = _device.Namespace.Find(skb.SkbIif);
        if (device is null)
        {
            _txDropped++;
            skb.Free(DropReason.IfbNoDevice);
            return false;
        }

        skb.Dev = device;
        skb.SkbIif = _device.IfIndex;
        if (skb.FromIngress) skb.Pull(skb.MacLen);
        runtime.Send(device, FramePath.Reinject, skb);
        return true;
    }
}
