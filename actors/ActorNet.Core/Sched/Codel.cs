using ActorNet.Core.Frames;

namespace ActorNet.Core.Sched;

/// <summary>A discipline whose queues CoDel controls.</summary>
internal interface ICodelQueue
{
    /// <summary>Bytes that the whole discipline holds; with no more than one frame of full size nothing is dropped.</summary>
    long BytesHeld { get; }

    /// <summary>Takes the oldest frame out of a queue; null when it is empty.</summary>
    /// <param name="queue">Number of the queue.</param>
    SkBuff? TakeHead(int queue);

    /// <summary>Frees and counts a frame that CoDel gives up.</summary>
    void DropLate(SkBuff skb);
}

/// <summary>
/// Controlled delay (RFC 8289; <c>include/net/codel_impl.h</c>; rule FQC-03): when frames have waited longer than a target for a whole interval, one is dropped, or marked,
/// and further ones after interval/sqrt(drops), until the delay is back below the target. Each frame bears the time it came in.
/// </summary>
internal sealed class Codel
{
    /// <summary>The threshold that marks nothing.</summary>
    public const uint NoThreshold = int.MaxValue;

    private const int RootShift = 16;
    private const uint Memory = 16;

    /// <summary>Delay that is tolerated.</summary>
    public uint Target { get; set; } = CodelTime.FromMicroseconds(5_000);

    /// <summary>How long it must be exceeded.</summary>
    public uint Interval { get; set; } = CodelTime.FromMicroseconds(100_000);

    /// <summary>Delay above which every frame is marked; <see cref="NoThreshold"/> for none.</summary>
    public uint CeThreshold { get; set; } = NoThreshold;

    /// <summary>Which frames the threshold is for, compared with the masked traffic class.</summary>
    public byte CeSelector { get; set; }

    /// <summary>Mask of <see cref="CeSelector"/>; 0 for all frames.</summary>
    public byte CeMask { get; set; }

    /// <summary>Mark rather than drop what can be marked.</summary>
    public bool Ecn { get; set; }

    /// <summary>Bytes that may be held without any drop: a frame of full size.</summary>
    public uint Mtu { get; init; }

    /// <summary>Longest frame that came out.</summary>
    public uint MaxPacket { get; private set; }

    /// <summary>Frames marked instead of dropped.</summary>
    public uint Marks { get; private set; }

    /// <summary>Frames marked for the threshold.</summary>
    public uint ThresholdMarks { get; private set; }

    private int _dropped;
    private long _droppedBytes;

    /// <summary>Takes the next frame out of a queue, dropping those in front of it whose time it is.</summary>
    /// <param name="queue">The discipline.</param>
    /// <param name="number">Which of its queues.</param>
    /// <param name="vars">What is remembered of that queue.</param>
    /// <param name="time">Now.</param>
    public SkBuff? Dequeue(ICodelQueue queue, int number, ref CodelVars vars, Instant time)
    {
        var skb = queue.TakeHead(number);
        if (skb is null)
        {
            vars.Dropping = false;
            return null;
        }

        var now = CodelTime.At(time);
        var late = IsLate(queue, skb, ref vars, now);
        if (!vars.Dropping && late) skb = BeginDropping(queue, number, skb, ref vars, now);
        else if (vars.Dropping && !late) vars.Dropping = false;
        else if (vars.Dropping) skb = KeepDropping(queue, number, skb, ref vars, now);
        if (skb is not null && CodelTime.IsAfter(vars.Delay, CeThreshold) && IsSelected(skb) && EcnMark.TryMark(skb, skb.Pool)) ThresholdMarks++;
        return skb;
    }

    /// <summary>Hands over, once, how many frames were dropped.</summary>
    public (int Packets, long Bytes) TakeDropped()
    {
        var dropped = (_dropped, _droppedBytes);
        (_dropped, _droppedBytes) = (0, 0);
        return dropped;
    }

    private bool IsLate(ICodelQueue queue, SkBuff? skb, ref CodelVars vars, uint now)
    {
        if (skb is null)
        {
            vars.FirstAbove = 0;
            return false;
        }

        vars.Delay = now - CodelTime.At(skb.Timestamp);
        MaxPacket = Math.Max(MaxPacket, (uint)skb.QdiscPktLen);
        if (CodelTime.IsAfter(Target, vars.Delay) || queue.BytesHeld <= Mtu)
        {
            vars.FirstAbove = 0;
            return false;
        }

        if (vars.FirstAbove != 0) return CodelTime.IsAfter(now, vars.FirstAbove);
        vars.FirstAbove = now + Interval;
        return false;
    }

    private SkBuff? BeginDropping(ICodelQueue queue, int number, SkBuff skb, ref CodelVars vars, uint now)
    {
        var next = skb;
        if (Ecn && EcnMark.TryMark(skb, skb.Pool))
        {
            Marks++;
        }
        else
        {
            Drop(queue, skb);
            next = queue.TakeHead(number);
            IsLate(queue, next, ref vars, now);
        }

        vars.Dropping = true;
        var drops = vars.Count - vars.LastCount;
        if (drops > 1 && CodelTime.IsAfter(Memory * Interval, now - vars.DropNext))
        {
            // Not long since it dropped: it goes on at about the rate that was needed then.
            vars.Count = drops;
            RefineRoot(ref vars);
        }
        else
        {
            vars.Count = 1;
            vars.InverseRoot = ushort.MaxValue;
        }

        vars.LastCount = vars.Count;
        vars.DropNext = AfterPause(now, vars);
        return next;
    }

    private SkBuff? KeepDropping(ICodelQueue queue, int number, SkBuff first, ref CodelVars vars, uint now)
    {
        var skb = first;
        while (vars.Dropping && !CodelTime.IsAfter(vars.DropNext, now))
        {
            vars.Count++;
            RefineRoot(ref vars);
            // As long as it drops there is a frame: without one the delay is below the target.
            if (Ecn && EcnMark.TryMark(skb!, skb!.Pool))
            {
                Marks++;
                vars.DropNext = AfterPause(vars.DropNext, vars);
                return skb;
            }

            Drop(queue, skb!);
            skb = queue.TakeHead(number);
            if (IsLate(queue, skb, ref vars, now)) vars.DropNext = AfterPause(vars.DropNext, vars);
            else vars.Dropping = false;
        }

        return skb;
    }

    private void Drop(ICodelQueue queue, SkBuff skb)
    {
        _dropped++;
        _droppedBytes += skb.QdiscPktLen;
        queue.DropLate(skb);
    }

    private bool IsSelected(SkBuff skb) => CeMask == 0 || (EcnMark.TryTrafficClass(skb, out var value) && (value & CeMask) == CeSelector);

    /// <summary>interval/sqrt(count) later.</summary>
    private uint AfterPause(uint from, in CodelVars vars) => from + (uint)(((ulong)Interval * ((uint)vars.InverseRoot << RootShift)) >> 32);

    /// <summary>One step of Newton's method towards 1/sqrt(count), in fixed point as the kernel does it.</summary>
    private static void RefineRoot(ref CodelVars vars)
    {
        var root = (uint)vars.InverseRoot << RootShift;
        var square = (uint)(((ulong)root * root) >> 32);
        var value = unchecked((3UL << 32) - ((ulong)vars.Count * square));
        value >>= 2;
        value = unchecked(value * root) >> (32 - 2 + 1);
        vars.InverseRoot = (ushort)(value >> RootShift);
    }
}
