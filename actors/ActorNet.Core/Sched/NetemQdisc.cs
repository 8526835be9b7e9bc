using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>
/// Network emulator (<c>net/sched/sch_netem.c</c>; rules NETEM-01 to NETEM-10): delays, loses, duplicates, corrupts and reorders frames, and paces them at a rate
/// or in slots. All chances come from one seeded generator, so that a run repeats.
/// </summary>
public sealed partial class NetemQdisc : Qdisc, IClassfulQdisc
{
    private const uint OnlyClass = 1;
    private const int BitsOfByte = 8;

    private readonly NetemQueue _timed = new();
    private readonly SkBuffQueue _immediate = new();
    private readonly SkBuffQueue _pieces = new();
    private readonly SkBuffQueue _piecesOfCopy = new();
    private Qdisc? _child;
    private int _frames;
    private long _bytes;
    private uint _sinceReordered;
    private Instant _deadline = Instant.Never;

    /// <summary>An emulator that <see cref="Init"/> tells what to do.</summary>
    public NetemQdisc(NetDevice device)
        : base(device)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "netem";

    /// <summary>Whether frames may be sent twice.</summary>
    public bool Duplicates => _duplicate != 0;

    /// <inheritdoc/>
    public override Instant NextDeadline => _child is { } child && child.NextDeadline < _deadline ? child.NextDeadline : _deadline;

    /// <summary>The child, once one was put in; there is no class before.</summary>
    public IEnumerable<TcClassInfo> Classes => _child is null ? [] : [new(Handle | OnlyClass, Handle, _child, HasStatistics: false)];

    /// <inheritdoc/>
    protected override int HeldFrames => _frames;

    /// <inheritdoc/>
    protected override long HeldBytes => _bytes;

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        var length = skb.QdiscPktLen;
        // Only a super-frame is ever cut, and its copy may come in while its pieces wait.
        var pieces = !skb.IsGso ? null : skb.IsDuplicate ? _piecesOfCopy : _pieces;
        var copies = 1;
        if (_duplicate != 0 && !skb.IsDuplicate && _duplicate >= _duplicateDraws.Next(_random)) copies++;
        if (_loss.Next(_lossProbability, ref _lossDraws, _random))
        {
            // A mark counts as a drop, too.
            if (_ecn && EcnMark.TryMark(skb, Device!.Runtime.Pool)) Stats.Drops++;
            else copies--;
        }

        if (copies == 0)
        {
            Drop(skb, DropReason.Emulated);
            return XmitResult.Lost;
        }

        var copy = copies > 1 ? Device!.Runtime.Pool.Clone(skb) : null;
        if (_corrupt != 0 && _corrupt >= _corruptDraws.Next(_random) && !TryCorrupt(ref skb, pieces))
        {
            copy?.Free(DropReason.Emulated);
            return XmitResult.Drop;
        }

        if (QLen >= _limit)
        {
            Drop(skb);
            DropPieces(pieces, DropReason.QdiscFull);
            copy?.Free(DropReason.QdiscFull);
            return XmitResult.Drop;
        }

        if (copy is not null) EnqueueDuplicate(copy, now);
        var first = skb.QdiscPktLen;
        Queue(skb, now);
        if (pieces is { IsEmpty: false }) EnqueuePieces(pieces, length, first, now);
        return XmitResult.Success;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        _deadline = Instant.Never;
        while (true)
        {
            if (_immediate.Dequeue() is { } first) return Deliver(first);
            if (_timed.Count > 0)
            {
                if (TakeDue(now) is { } due)
                {
                    if (_child is null) return Deliver(due);
                    HandToChild(due, now);
                    continue;
                }

                _deadline = _timed.NextTime > _slotNext ? _timed.NextTime : _slotNext;
            }

            return _child?.Dequeue(now) is { } skb ? Deliver(skb) : null;
        }
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => PeekByDequeue(now);

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        _immediate.Purge(DropReason.QdiscReset);
        _timed.Purge(DropReason.QdiscReset);
        _child?.Reset(now);
        _frames = 0;
        _bytes = 0;
        _deadline = Instant.Never;
    }

    /// <inheritdoc/>
    public override void Destroy(Instant now)
    {
        Reset(now);
        _child?.Destroy(now);
    }

    /// <summary>True for every minor: tc may name the only class by any number.</summary>
    public bool HasClass(uint minor) => true;

    /// <inheritdoc/>
    public Qdisc Leaf(uint minor) => _child ?? NoopQdisc.Instance;

    /// <inheritdoc/>
    public Qdisc Graft(uint minor, Qdisc? child, Instant now)
    {
        var old = _child;
        _child = child;
        return old ?? NoopQdisc.Instance;
    }

    /// <inheritdoc/>
    public override void PrintOptions(ShowWriter writer, bool details = false) => NetemPrinter.Print(writer, Shown());

    /// <inheritdoc/>
    protected internal override void OnChildShrank(Qdisc child, int packets, long bytes)
    {
        base.OnChildShrank(child, packets, bytes);
        _frames -= packets;
        _bytes -= bytes;
    }

    private SkBuff Deliver(SkBuff skb)
    {
        _frames--;
        _bytes -= skb.QdiscPktLen;
        CountSent(skb);
        return skb;
    }

    /// <summary>Takes the next frame out whose time has come, if a slot is open for it.</summary>
    private SkBuff? TakeDue(Instant now)
    {
        var time = _timed.NextTime;
        if (HasSlots && _slotNext < time) OpenNextSlot(now);
        if (time > now || _slotNext > now) return null;
        var skb = _timed.Dequeue();
        if (HasSlots)
        {
            _slotPackets--;
            _slotBytes -= skb.QdiscPktLen;
            if (_slotPackets <= 0 || _slotBytes <= 0) OpenNextSlot(now);
        }

        return skb;
    }

    private void HandToChild(SkBuff skb, Instant now)
    {
        var length = skb.QdiscPktLen;
        var result = _child!.Enqueue(skb, now);
        if (result == XmitResult.Success) return;
        if (result.IsLoss()) Stats.Drops++;
        _frames--;
        _bytes -= length;
        ReduceTreeBacklog(1, length);
    }

    private void Queue(SkBuff skb, Instant now)
    {
        _frames++;
        _bytes += skb.QdiscPktLen;
        if (_gap == 0 || _sinceReordered < _gap - 1 || _reorder < _reorderDraws.Next(_random))
        {
            _sinceReordered++;
            _timed.Enqueue(skb, DueTime(skb, now));
            return;
        }

        _sinceReordered = 0;
        if (_immediate.IsEmpty) _immediateTime = now;
        _immediate.Requeue(skb);
        Stats.Requeues++;
    }

    private Instant DueTime(SkBuff skb, Instant now)
    {
        var delay = Deviate(_latency, _jitter, ref _delayDraws, _table);
        if (_rate.BytesPerSecond == 0) return now.Plus(delay);
        if (_timed.TryLatestTime(out var last) || !_immediate.IsEmpty)
        {
            // What waits already is the reference: the delay it still has is a bonus for this one.
            if (_timed.Count == 0 || (!_immediate.IsEmpty && _immediateTime > last)) last = _immediateTime;
            delay = Math.Max(0, delay - last.Since(now));
            now = last;
        }

        return now.Plus(delay + TransmitTime(skb.QdiscPktLen));
    }

    /// <summary>The copy takes the way through the root, since whoever is above expects one frame to be queued, not two.</summary>
    private void EnqueueDuplicate(SkBuff copy, Instant now)
    {
        copy.IsDuplicate = true;
        Qdisc root = this;
        while (root.ParentQdisc is { } parent and not IPerQueueQdisc) root = parent;
        root.Enqueue(copy, now);
    }

    /// <summary>Turns one bit round. A super-frame is cut first, and the other pieces wait in <paramref name="pieces"/>. False when the frame is gone, and counted.</summary>
    private bool TryCorrupt(ref SkBuff skb, SkBuffQueue? pieces)
    {
        var pool = Device!.Runtime.Pool;
        if (pieces is not null)
        {
            if (!GsoSegmenter.Segment(skb, pool, pieces))
            {
                Drop(skb, DropReason.Emulated);
                return false;
            }

            skb = pieces.Dequeue()!;
            skb.QdiscPktLen = skb.Length;
        }

        if ((skb.IsShared && !pool.Unshare(skb)) || !Checksum.Complete(skb, pool))
        {
            Drop(skb, DropReason.NoMemory);
            DropPieces(pieces, DropReason.NoMemory);
            return false;
        }

        skb.Span[(int)_chance.Below((uint)skb.Length)] ^= (byte)(1 << (int)_chance.Below(BitsOfByte));
        return true;
    }

    private void DropPieces(SkBuffQueue? pieces, DropReason reason)
    {
        if (pieces is null) return;
        Stats.Drops += pieces.Count;
        pieces.Purge(reason);
    }

    /// <summary>The pieces behind the corrupted one go in one by one, each with its own luck.</summary>
    private void EnqueuePieces(SkBuffQueue pieces, int expected, int first, Instant now)
    {
        var (taken, bytes) = (1, (long)first);
        while (pieces.Dequeue() is { } piece)
        {
            var length = piece.QdiscPktLen = piece.Length;
            var result = Enqueue(piece, now);
            if (result.IsLoss()) Stats.Drops++;
            if (result != XmitResult.Success) continue;
            taken++;
            bytes += length;
        }

        // Those above count one frame of the super-frame's length.
        ReduceTreeBacklog(-(taken - 1), -(bytes - expected));
    }
}
