using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Sched;

/// <summary>
/// Stochastic fairness queueing (P. McKenney 1990; <c>net/sched/sch_sfq.c</c>; rule SFQ-01): flows, chosen by a hash or by filters, take turns. A flow that is too long
/// drops its own frames; when all together are too many, the longest loses one. Each flow may have random early detection.
/// </summary>
public sealed partial class SfqQdisc : Qdisc, IClassfulQdisc, IFilteredQdisc
{
    private const int None = -1;

    private readonly TcfBlock _filters;
    private readonly NetemRandom _random;
    private readonly SkBuffQueue _moving = new();
    private SfqDepths _depths = new(0);
    private SfqSlot[] _slots = [];
    private int[] _table = [];
    private int _tail = None;
    private int _frames;
    private long _bytes;
    private uint _perturbation;
    private Instant _nextPerturbation = Instant.Never;

    /// <summary>A discipline that <see cref="Init"/> gives its table.</summary>
    public SfqQdisc(NetDevice device)
        : base(device)
    {
        _filters = new TcfBlock(this, new U32Tables());
        _random = device.NewRandom(Order);
        _perturbation = _random.Next();
    }

    /// <inheritdoc/>
    public override string Kind => "sfq";

    /// <summary>Whether it has had no filter: its limit is always at least 2 frames.</summary>
    public override bool MayBypass => !_filters.HadFilters;

    /// <inheritdoc/>
    protected override int HeldFrames => _frames;

    /// <inheritdoc/>
    protected override long HeldBytes => _bytes;

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        if (now >= _nextPerturbation) Perturb(now);
        var hash = Choose(skb, out var refusal);
        if (hash < 0) return refusal;
        var index = _table[hash];
        if (index == None)
        {
            index = NewSlot(hash);
            if (index == None) return Drop(skb);
        }
        else
        {
            ref var slot = ref _slots[index];
            if (!PassesRed(ref slot, skb) || slot.Count >= _depth) return DropFromFlow(ref slot, skb);
        }

        Hold(index, skb);
        if ((uint)QLen <= _limit) return XmitResult.Success;
        var length = skb.QdiscPktLen;
        var count = _slots[index].Count;
        var dropped = DropFromLongest();
        var ownFlow = _slots[index].Count != count;
        // Those above count this frame themselves when they are told of congestion.
        ReduceTreeBacklog(ownFlow ? 0 : 1, ownFlow ? dropped - length : dropped);
        return ownFlow ? XmitResult.Congestion : XmitResult.Success;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        if (now >= _nextPerturbation) Perturb(now);
        if (_tail == None) return null;
        while (true)
        {
            var index = _slots[_tail].Next;
            ref var slot = ref _slots[index];
            if (slot.Allot > 0) return Take(index, ref slot);
            _tail = index;
            slot.Allot += (int)_quantum;
        }
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => PeekByDequeue(now);

    /// <summary>Frees everything held; as on Linux that counts as sent.</summary>
    public override void Reset(Instant now)
    {
        while (_tail != None) Dequeue(Instant.Zero)!.Free(DropReason.QdiscReset);
        base.Reset(now);
    }

    /// <inheritdoc/>
    public override void Destroy(Instant now)
    {
        Reset(now);
        _filters.Clear();
    }

    private SkBuff Take(int index, ref SfqSlot slot)
    {
        var skb = slot.TakeHead();
        _depths.Shrank(index, slot.Count);
        CountSent(skb);
        _frames--;
        _bytes -= skb.QdiscPktLen;
        if (slot.Count > 0) slot.Allot -= skb.QdiscPktLen;
        else LeaveRound(index, ref slot);
        return skb;
    }

    /// <summary>The slot whose turn it is ran dry.</summary>
    private void LeaveRound(int index, ref SfqSlot slot)
    {
        _table[slot.Hash] = None;
        if (slot.Next == index) _tail = None;
        else _slots[_tail].Next = slot.Next;
    }

    private int NewSlot(int hash)
    {
        var index = _depths.First(0);
        if (index < 0) return None;
        _table[hash] = index;
        ref var slot = ref _slots[index];
        slot.Hash = hash;
        slot.Red.Forget();
        return index;
    }

    private void Hold(int index, SkBuff skb)
    {
        _frames++;
        _bytes += skb.QdiscPktLen;
        ref var slot = ref _slots[index];
        slot.Add(skb);
        _depths.Grew(index, slot.Count);
        if (slot.Count > 1) return;
        if (_tail == None)
        {
            slot.Next = index;
        }
        else
        {
            slot.Next = _slots[_tail].Next;
            _slots[_tail].Next = index;
        }

        // At the end of the round, lest new flows starve old ones.
        _tail = index;
        slot.Allot = (int)_quantum;
    }

    /// <summary>The flow is too long, or detected early: this frame is dropped, or the flow's oldest in its place.</summary>
    private XmitResult DropFromFlow(ref SfqSlot slot, SkBuff skb)
    {
        if (!_dropsHead) return Drop(skb);
        var head = slot.TakeHead();
        var shrunk = head.QdiscPktLen - skb.QdiscPktLen;
        _bytes -= shrunk;
        Drop(head);
        slot.Add(skb);
        ReduceTreeBacklog(0, shrunk);
        return XmitResult.Congestion;
    }

    /// <summary>The longest flow loses a frame; when all have one, that whose turn it is.</summary>
    /// <returns>Bytes of it.</returns>
    private int DropFromLongest()
    {
        var longest = _depths.Longest;
        if (longest == 0) return 0;
        var index = longest > 1 ? _depths.First(longest) : _slots[_tail].Next;
        ref var slot = ref _slots[index];
        if (longest == 1) LeaveRound(index, ref slot);
        var skb = _dropsHead ? slot.TakeHead() : slot.TakeTail();
        var length = skb.QdiscPktLen;
        _depths.Shrank(index, slot.Count);
        _frames--;
        _bytes -= length;
        Drop(skb);
        return length;
    }

    /// <summary>The place of a frame in the table; negative when it goes no further.</summary>
    private int Choose(SkBuff skb, out XmitResult refusal)
    {
        refusal = XmitResult.Success;
        if (TcHandle.Major(skb.Priority) == Handle && TcHandle.Minor(skb.Priority) - 1 < (uint)_table.Length) return (int)TcHandle.Minor(skb.Priority) - 1;
        if (!_filters.HasFilters) return HashOf(skb);
        var classId = this.RunFilters(_filters, skb, out refusal);
        if (refusal != XmitResult.Success) return None;
        var minor = TcHandle.Minor(classId);
        if (classId != QdiscFilters.NoMatch && minor - 1 < (uint)_table.Length) return (int)minor - 1;
        Drop(skb, DropReason.TcVerdict);
        refusal = XmitResult.Lost;
        return None;
    }

    private int HashOf(SkBuff skb) => (int)(FlowHash.Of(skb, _perturbation) & (uint)(_table.Length - 1));

    /// <summary>Hashes with another number from now on. What waits is hashed anew, so that flows keep their order, unless filters chose the flows.</summary>
    private void Perturb(Instant now)
    {
        var period = _perturbSeconds * NanosecondsPerSecond;
        _nextPerturbation = _nextPerturbation.Plus((1 + (now.Since(_nextPerturbation) / period)) * period);
        _perturbation = _random.Next();
        if (_filters.HasFilters || _tail == None) return;
        for (var index = 0; index < _slots.Length; index++) Empty(index);
        _tail = None;
        var (packets, bytes) = (0, 0L);
        while (_moving.Dequeue() is { } skb)
        {
            var hash = HashOf(skb);
            var index = _table[hash] != None ? _table[hash] : NewSlot(hash);
            if (index != None && _slots[index].Count < _depth)
            {
                if (_red is not null) _slots[index].Red.Look(_red, (uint)_slots[index].Backlog);
                Hold(index, skb);
                continue;
            }

            packets++;
            bytes += skb.QdiscPktLen;
            skb.Free(DropReason.QdiscFull);
        }

        ReduceTreeBacklog(packets, bytes);
    }

    private void Empty(int index)
    {
        ref var slot = ref _slots[index];
        if (slot.Count == 0) return;
        while (slot.Count > 0)
        {
            var skb = slot.TakeHead();
            _depths.Shrank(index, slot.Count);
            _frames--;
            _bytes -= skb.QdiscPktLen;
            _moving.Enqueue(skb);
        }

        slot.Red.Forget();
        _table[slot.Hash] = None;
    }
}
