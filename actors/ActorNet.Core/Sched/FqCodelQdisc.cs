using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Sched;

/// <summary>
/// Fair queueing with controlled delay (RFC 8290; <c>net/sched/sch_fq_codel.c</c>; rules FQC-01 to FQC-03): flows, chosen by a hash or by filters, take turns, new ones
/// first, and CoDel controls the delay of each. Too many frames cost the flow that holds most bytes half of them.
/// </summary>
public sealed partial class FqCodelQdisc : Qdisc, IClassfulQdisc, IFilteredQdisc, ICodelQueue
{
    private const uint DefaultFlows = 1024;
    private const uint MostFlows = 65536;

    private readonly TcfBlock _filters;
    private readonly Codel _codel;
    private FqCodelFlow[] _flows = [];
    private long[] _backlogs = [];
    private FqCodelRound _newFlows;
    private FqCodelRound _oldFlows;
    private int _frames;
    private long _bytes;
    private long _memory;
    private uint _overlimitDrops;
    private uint _overmemoryDrops;
    private uint _newFlowCount;
    private bool _mayBypass;

    /// <summary>A discipline that <see cref="Init"/> gives its flows.</summary>
    public FqCodelQdisc(NetDevice device)
        : base(device)
    {
        _filters = new TcfBlock(this, new U32Tables());
        _quantum = device.FullFrameLength();
        _codel = new Codel { Mtu = _quantum, Ecn = true };
        _newFlows.Clear();
        _oldFlows.Clear();
    }

    /// <inheritdoc/>
    public override string Kind => "fq_codel";

    /// <inheritdoc/>
    public override bool MayBypass => _mayBypass && !_filters.HadFilters;

    /// <inheritdoc/>
    long ICodelQueue.BytesHeld => Backlog;

    /// <inheritdoc/>
    protected override int HeldFrames => _frames;

    /// <inheritdoc/>
    protected override long HeldBytes => _bytes;

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        var index = Choose(skb, out var refusal);
        if (index < 0) return refusal;
        var length = skb.QdiscPktLen;
        skb.Timestamp = now;
        Hold(index, skb);
        var tooMuchMemory = _memory > _memoryLimit;
        if ((uint)QLen <= _limit && !tooMuchMemory) return XmitResult.Success;

        var (frames, bytes) = (_frames, _bytes);
        var fattest = DropFromFattest();
        (frames, bytes) = (frames - _frames, bytes - _bytes);
        _overlimitDrops += (uint)frames;
        if (tooMuchMemory) _overmemoryDrops += (uint)frames;
        if (fattest != index)
        {
            ReduceTreeBacklog(frames, bytes);
            return XmitResult.Success;
        }

        // Those above count this one themselves when they are told of congestion.
        ReduceTreeBacklog(frames - 1, bytes - length);
        return XmitResult.Congestion;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        while (TryNextFlow(out var index, out var isNew))
        {
            ref var flow = ref _flows[index];
            if (_codel.Dequeue(this, index, ref flow.Vars, now) is not { } skb)
            {
                // A new flow that ran dry still waits its turn among the old ones, lest it come in as new again and again.
                var waits = isNew && _oldFlows.Count > 0;
                RemoveFirst(isNew);
                if (waits) _oldFlows.Add(_flows, index);
                continue;
            }

            CountSent(skb);
            flow.Deficit -= skb.QdiscPktLen;
            var (packets, bytes) = _codel.TakeDropped();
            ReduceTreeBacklog(packets, bytes);
            return skb;
        }

        return null;
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => PeekByDequeue(now);

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        _newFlows.Clear();
        _oldFlows.Clear();
        for (var i = 0; i < _flows.Length; i++)
        {
            ref var flow = ref _flows[i];
            while (flow.TakeHead() is { } skb) skb.Free(DropReason.QdiscReset);
            flow.IsListed = false;
            flow.Vars = default;
        }

        Array.Clear(_backlogs);
        _frames = 0;
        _bytes = _memory = 0;
    }

    /// <inheritdoc/>
    public override void Destroy(Instant now)
    {
        Reset(now);
        _filters.Clear();
    }

    /// <inheritdoc/>
    SkBuff? ICodelQueue.TakeHead(int queue)
    {
        if (_flows[queue].TakeHead() is not { } skb) return null;
        _backlogs[queue] -= skb.QdiscPktLen;
        _memory -= FrameSizes.Memory(skb);
        _bytes -= skb.QdiscPktLen;
        _frames--;
        return skb;
    }

    /// <inheritdoc/>
    void ICodelQueue.DropLate(SkBuff skb) => Drop(skb);

    private void Hold(int index, SkBuff skb)
    {
        ref var flow = ref _flows[index];
        flow.Add(skb);
        _backlogs[index] += skb.QdiscPktLen;
        _memory += FrameSizes.Memory(skb);
        _bytes += skb.QdiscPktLen;
        _frames++;
        if (flow.IsListed) return;
        _newFlows.Add(_flows, index);
        _newFlowCount++;
        flow.Deficit = (int)_quantum;
    }

    /// <summary>The flow whose turn it is; turns that are used up end on the way.</summary>
    private bool TryNextFlow(out int index, out bool isNew)
    {
        while (true)
        {
            isNew = _newFlows.Count > 0;
            index = isNew ? _newFlows.First : _oldFlows.First;
            if (index < 0) return false;
            ref var flow = ref _flows[index];
            if (flow.Deficit > 0) return true;
            flow.Deficit += (int)_quantum;
            RemoveFirst(isNew);
            _oldFlows.Add(_flows, index);
        }
    }

    private void RemoveFirst(bool isNew)
    {
        if (isNew) _newFlows.RemoveFirst(_flows);
        else _oldFlows.RemoveFirst(_flows);
    }

    /// <summary>Takes frames from the head of the flow with the most bytes: half of these, but no more frames than a batch.</summary>
    /// <returns>Which flow that was.</returns>
    private int DropFromFattest()
    {
        var fattest = 0;
        var most = 0L;
        for (var i = 0; i < _backlogs.Length; i++)
        {
            if (_backlogs[i] <= most) continue;
            most = _backlogs[i];
            fattest = i;
        }

        var (dropped, bytes) = (0u, 0L);
        while (((ICodelQueue)this).TakeHead(fattest) is { } skb)
        {
            bytes += skb.QdiscPktLen;
            Drop(skb);
            if (++dropped >= _dropBatch || bytes >= most / 2) break;
        }

        // CoDel shall drop the faster for it.
        _flows[fattest].Vars.Count += dropped;
        return fattest;
    }

    /// <summary>The flow of a frame; negative when it goes no further.</summary>
    private int Choose(SkBuff skb, out XmitResult refusal)
    {
        refusal = XmitResult.Success;
        if (TcHandle.Major(skb.Priority) == Handle && TcHandle.Minor(skb.Priority) - 1 < (uint)_flows.Length) return (int)TcHandle.Minor(skb.Priority) - 1;
        if (!_filters.HasFilters)
        {
            if (skb.Hash == 0) skb.Hash = FlowHash.Of(skb, Device!.Namespace.HashSeed);
            return (int)(((ulong)skb.Hash * (uint)_flows.Length) >> 32);
        }

        var classId = this.RunFilters(_filters, skb, out refusal);
        if (refusal != XmitResult.Success) return -1;
        var minor = TcHandle.Minor(classId);
        if (classId != QdiscFilters.NoMatch && minor - 1 < (uint)_flows.Length) return (int)minor - 1;
        Drop(skb, DropReason.TcVerdict);
        refusal = XmitResult.Lost;
        return -1;
    }
}
