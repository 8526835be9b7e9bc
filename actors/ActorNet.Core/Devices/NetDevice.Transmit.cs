using System.Buffers.Binary;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Devices;

/// <content>The transmit path (<c>__dev_queue_xmit</c>, rules HOOK-04 and QD-02 to QD-09).</content>
public abstract partial class NetDevice
{
    /// <summary>Frames that one run of a qdisc sends before it yields (dev_tx_weight).</summary>
    public const int TxWeight = 64;

    /// <summary>Nested direct transmissions that are permitted (XMIT_RECURSION_LIMIT).</summary>
    public const int XmitRecursionLimit = 8;

    /// <summary>Sends a frame that stands at its MAC header. Takes the frame over in every case.</summary>
    public XmitResult Transmit(SkBuff skb)
    {
        skb.Dev = this;
        skb.MacHeader = skb.Data;
        if (!HasMacHeader) skb.NetworkHeader = skb.Data;
        skb.QdiscPktLen = Gso.QdiscPktLen(skb);
        var chosen = false;
        if (HookQdisc?.Egress is { HasFilters: true } block && !PassesEgress(block, skb, out var result, out chosen)) return result;
        var queue = _txQueues.Length == 1 ? _txQueues[0] : chosen ? QueueOf(skb) : PickQueue(skb);
        if (_txQueues.Length == 1) skb.QueueMapping = 0;
        var qdisc = queue.Qdisc;
        return qdisc.IsNoqueue ? TransmitDirect(skb, queue) : TransmitQueued(skb, queue, qdisc);
    }

    /// <summary>A packet socket's send (<c>packet_snd</c>): refused while down, and told of drops. Takes the frame over.</summary>
    /// <param name="skb">The frame.</param>
    /// <param name="bypassQdisc">Straight to the driver (PACKET_QDISC_BYPASS).</param>
    /// <returns><see cref="Errno.None"/>, ENETDOWN, EMSGSIZE or ENOBUFS.</returns>
    public Errno SendFromSocket(SkBuff skb, bool bypassQdisc = false)
    {
        if (!IsUp)
        {
            skb.Free(DropReason.DeviceDown);
            return Errno.ENETDOWN;
        }

        var tagged = HasMacHeader && skb.Length > EthernetHeader.Size && skb.HeaderProtocol == EtherType.Vlan;
        if (!skb.IsGso && skb.Length > Mtu + (HasMacHeader ? EthernetHeader.Size : 0) + (tagged ? EthernetHeader.VlanSize : 0))
        {
            skb.Free(DropReason.TooBigForMtu);
            return Errno.EMSGSIZE;
        }

        // As it stands there, be it a length (eth_header_parse_protocol).
        skb.Protocol = skb.HeaderProtocol;
        skb.Dev = this;
        skb.SetMacHeaderHere();
        if (HasMacHeader && skb.Protocol is EtherType.Vlan or EtherType.VlanService && Namespace.Kernel.SocketsStepOverTags) StepOverTags(skb);
        Tracer?.Trace(this, FrameStep.Send, skb, bypassQdisc ? "bypass" : "");
        var result = bypassQdisc ? SendBypassing(skb) : Transmit(skb);
        return result switch
        {
            XmitResult.Drop => Errno.ENOBUFS,
            XmitResult.NetDown => Errno.ENETDOWN,
            _ => Errno.None,
        };
    }

    /// <summary>Runs the qdiscs of all queues: after a wake, a watchdog's deadline, or a yield (<c>net_tx_action</c>).</summary>
    public void RunTxQueues()
    {
        foreach (var queue in _txQueues)
        {
            if (queue.Qdisc.QLen > 0) RunQdisc(queue, queue.Qdisc);
            if (!ReferenceEquals(queue.Qdisc, RootQdisc)) continue;
            if (_txQueues.Length > 1) break;
        }

        ArmWatchdog();
    }

    /// <summary>Number of the queue that a frame takes (<c>netdev_pick_tx</c>, rule IFB-41).</summary>
    protected virtual int SelectQueue(SkBuff skb)
    {
        var count = (uint)_txQueues.Length;
        if (skb.QueueMapping != 0) return (int)((skb.QueueMapping - 1u) % count);
        if (skb.Hash == 0) skb.Hash = FlowHash.Of(skb, Namespace.HashSeed);
        return (int)(((ulong)skb.Hash * count) >> 32);
    }

    private TxQueue PickQueue(SkBuff skb)
    {
        var index = SelectQueue(skb);
        if ((uint)index >= (uint)_txQueues.Length) index = 0;
        skb.QueueMapping = (ushort)index;
        return _txQueues[index];
    }

    private bool PassesEgress(TcfBlock block, SkBuff skb, out XmitResult result, out bool chosen)
    {
        var context = new TcContext { Device = this, AtIngress = false, Now = Runtime.Jiffies };
        var verdict = HookQdisc!.Classify(block, skb, ref context);
        if (verdict != TcVerdict.Consumed) Tracer?.Trace(this, FrameStep.Egress, skb, TcControlPrinter.Word(verdict));
        result = XmitResult.Success;
        chosen = context.QueueIsChosen;
        switch (verdict)
        {
            case TcVerdict.Shot:
                skb.Free(context.ShotReason);
                result = XmitResult.Drop;
                return false;
            case TcVerdict.Stolen or TcVerdict.Queued or TcVerdict.Trap:
                skb.Free(context.StolenReason);
                return false;
            case TcVerdict.Consumed:
                return false;
            default:
                if (context.ClassId != 0) skb.TcClassId = context.ClassId;
                return true;
        }
    }

    private XmitResult TransmitDirect(SkBuff skb, TxQueue queue)
    {
        if (skb.XmitNest > XmitRecursionLimit)
        {
            CoreTxDropped++;
            skb.Free(DropReason.DeadLoop);
            return XmitResult.NetDown;
        }

        if (queue.IsBlocked)
        {
            CoreTxDropped++;
            skb.Free(DropReason.QueueStopped);
            return XmitResult.NetDown;
        }

        skb.XmitNest++;
        return SendValidated(skb, queue, requeueTo: null) ? XmitResult.Success : XmitResult.Drop;
    }

    /// <summary>The network header of a tagged frame is behind all of its tags (<c>packet_parse_headers</c>), unless one of them is cut short.</summary>
    private static void StepOverTags(SkBuff skb)
    {
        var frame = skb.Frame;
        var at = EthernetHeader.Size;
        for (var type = skb.Protocol; type is EtherType.Vlan or EtherType.VlanService; at += EthernetHeader.VlanSize)
        {
            if (frame.Length < at + EthernetHeader.VlanSize) return;
            type = BinaryPrimitives.ReadUInt16BigEndian(frame[(at + 2)..]);
        }

        skb.NetworkHeader = skb.MacHeader + at;
    }

    private XmitResult SendBypassing(SkBuff skb)
    {
        skb.QdiscPktLen = Gso.QdiscPktLen(skb);
        var queue = PickQueue(skb);
        if (queue.IsBlocked)
        {
            CoreTxDropped++;
            skb.Free(DropReason.QueueStopped);
            return XmitResult.Drop;
        }

        // Such a send goes past the taps too (__dev_direct_xmit).
        _bypassing = true;
        var sent = SendValidated(skb, queue, requeueTo: null);
        _bypassing = false;
        return sent ? XmitResult.Success : XmitResult.Drop;
    }

    private bool _bypassing;

    private XmitResult TransmitQueued(SkBuff skb, TxQueue queue, Qdisc qdisc)
    {
        if (qdisc.MayBypass && qdisc.QLen == 0 && !qdisc.Running)
        {
            Tracer?.Trace(this, FrameStep.Enqueue, skb, qdisc.Kind + " bypass");
            qdisc.CountSent(skb);
            qdisc.Running = true;
            SendValidated(skb, queue, qdisc);
            qdisc.Running = false;
            // What the driver gave back waits for its wake-up; only what came meanwhile is sent now.
            if (qdisc.QLen > 0 && qdisc.Requeued.Count == 0) RunQdisc(queue, qdisc);
            return XmitResult.Success;
        }

        Tracer?.Trace(this, FrameStep.Enqueue, skb, qdisc.Kind);
        var result = qdisc.Enqueue(skb, qdisc.IsTimed ? Runtime.Now : default);
        if (!qdisc.Running && !ReferenceEquals(qdisc, NoopQdisc.Instance))
        {
            RunQdisc(queue, qdisc);
            ArmWatchdog();
        }

        return result.ForSender();
    }

    /// <summary>Dequeues and sends until the qdisc is empty, throttled, the queue stops, or the weight is used up (<c>__qdisc_run</c>).</summary>
    private void RunQdisc(TxQueue queue, Qdisc qdisc)
    {
        if (qdisc.Running) return;
        qdisc.Running = true;
        var ownsQueue = _txQueues.Length == 1 || !ReferenceEquals(qdisc, RootQdisc);
        var now = qdisc.IsTimed ? Runtime.Now : default;
        for (var sent = 0; ; sent++)
        {
            if (sent == TxWeight)
            {
                Runtime.RaiseTx();
                break;
            }

            // A qdisc that serves one queue is not even asked while that is stopped, and a frame given back waits for its queue (rule QD-04).
            if (ownsQueue && queue.IsBlocked) break;
            if (qdisc.Requeued.Peek() is { } waiting && QueueOf(waiting).IsBlocked) break;
            var skb = qdisc.Requeued.Dequeue() ?? qdisc.Dequeue(now);
            if (skb is null) break;
            Tracer?.Trace(this, FrameStep.Dequeue, skb, qdisc.Kind);
            var target = ownsQueue ? queue : QueueOf(skb);
            _drained++;
            SendValidated(skb, target, qdisc);
            if (qdisc.Requeued.Count > 0) break;
        }

        qdisc.Running = false;
    }

    private TxQueue QueueOf(SkBuff skb) => _txQueues[Math.Min(skb.QueueMapping, _txQueues.Length - 1)];

    private void ArmWatchdog()
    {
        var deadline = Instant.Never;
        foreach (var queue in _txQueues)
        {
            var qdisc = queue.Qdisc;
            if (qdisc.QLen > 0 && qdisc.NextDeadline < deadline) deadline = qdisc.NextDeadline;
            if (ReferenceEquals(qdisc, RootQdisc)) break;
        }

        if (WatchdogNanoseconds > 0 && NextTxTimeout() is var timeout && timeout < deadline) deadline = timeout;

        if (deadline == _armed) return;
        _armed = deadline;
        Runtime.ArmWatchdog(deadline);
    }

    private Instant _armed = Instant.Never;
    private DrainLateness _lateness;
    private long _drained;

    /// <summary>How far behind their deadlines the drains of its qdiscs ran so far.</summary>
    public DrainLateness Lateness => _lateness;

    /// <summary>The runtime's timer fired: the next deadline is to be armed afresh.</summary>
    public void OnWatchdog()
    {
        var due = _armed;
        _armed = Instant.Never;
        if (WatchdogNanoseconds > 0) CheckTxTimeouts();
        var before = _drained;
        RunTxQueues();
        if (due == Instant.Never || _drained == before || Runtime.Now.Since(due) is not (> DrainLateness.ToleranceNanoseconds and var late)) return;
        _lateness.Count(late, _drained - before);
        Runtime.RanLate(late, _drained - before);
    }

    /// <summary>When the first of the stopped queues will have been silent for too long.</summary>
    private Instant NextTxTimeout()
    {
        var deadline = Instant.Never;
        if (!IsRunning || !CarrierOn) return deadline;
        foreach (var queue in _txQueues)
        {
            if (queue.Stopped && queue.TransmitStarted.Plus(WatchdogNanoseconds) is var due && due < deadline) deadline = due;
        }

        return deadline;
    }

    /// <summary>Tells the driver of every queue that was stopped for too long, with all queues frozen meanwhile (<c>dev_watchdog</c>, rule TX-03).</summary>
    private void CheckTxTimeouts()
    {
        if (!IsRunning || !CarrierOn) return;
        var now = Runtime.Now;
        foreach (var queue in _txQueues)
        {
            if (!queue.Stopped || queue.TransmitStarted.Plus(WatchdogNanoseconds) > now) continue;
            queue.Timeouts++;
            queue.TransmitStarted = now;
            foreach (var q in _txQueues) q.Frozen = true;
            OnTxTimeout(queue);
            foreach (var q in _txQueues) q.Frozen = false;
        }
    }

    /// <summary>Fits the frame to the driver's offloads (<c>validate_xmit_skb</c>) and hands it over.</summary>
    /// <returns>False when the driver refused it for good.</returns>
    private bool SendValidated(SkBuff skb, TxQueue queue, Qdisc? requeueTo)
    {
        if (!Offload.IsNeeded(skb, Features)) return HandToDriver(skb, queue, requeueTo);
        var pieces = _pieces;
        if (!Offload.Prepare(skb, this, pieces))
        {
            CoreTxDropped++;
            return false;
        }

        var ok = true;
        while (pieces.Dequeue() is { } piece)
        {
            if (requeueTo is { Requeued.Count: > 0 }) requeueTo.Requeued.Enqueue(piece);
            else ok &= HandToDriver(piece, queue, requeueTo);
        }

        return ok;
    }

    private readonly SkBuffQueue _pieces = new();

    private bool HandToDriver(SkBuff skb, TxQueue queue, Qdisc? requeueTo)
    {
        if (!queue.IsBlocked)
        {
            skb.GsoUnchecked = false;
            Tracer?.Trace(this, FrameStep.Transmit, skb, "");
            if (_taps.Length > 0 && !_bypassing) ShowTaps(skb, outgoing: true);
            if (WatchdogNanoseconds > 0) queue.TransmitStarted = Runtime.Now;
            var status = StartXmit(skb, queue);
            if (WatchdogNanoseconds > 0 && queue.Stopped) ArmWatchdog();
            if (status != TxStatus.Busy) return status == TxStatus.Ok;
        }

        if (requeueTo is null)
        {
            CoreTxDropped++;
            skb.Free(DropReason.QueueStopped);
            return false;
        }

        requeueTo.Stats.Requeues++;
        requeueTo.Requeued.Enqueue(skb);
        return true;
    }
}
