using System.Buffers.Binary;
using ActorNet.Core;

namespace ActorNet.Hosts.Tcp;

/// <summary>When a segment is to be acknowledged.</summary>
internal enum AckNeed
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>With the next one, or soon.</summary>
    Soon,

    /// <summary>Now.</summary>
    Now,
}

/// <summary>
/// The receiving half of a connection. Everything is read at once, so the window never closes; what comes early is remembered as ranges, not as bytes: the
/// bytes are compared with the stream when they come.
/// </summary>
internal sealed class TcpReceiver
{
    private readonly SequenceRanges _early = new();
    private readonly long[] _recent = new long[TcpOptions.MaxBlocks];
    private readonly TcpArrivals _arrivals;
    private readonly long _first;
    private readonly int _shift;
    private readonly long _window;
    private long? _end;
    private int _unacked;

    /// <summary>A receiver that has taken the SYN.</summary>
    /// <param name="first">Sequence number of the SYN.</param>
    /// <param name="scaled">Whether both sides scale their windows.</param>
    /// <param name="arrivals">Counts.</param>
    internal TcpReceiver(long first, bool scaled, TcpArrivals arrivals)
    {
        (_first, _arrivals, Next) = (first, arrivals, first + 1);
        _shift = scaled ? TcpProtocol.WindowShift : 0;
        _window = scaled ? TcpProtocol.WindowSize : ushort.MaxValue;
    }

    /// <summary>Next number expected.</summary>
    internal long Next { get; private set; }

    /// <summary>First number beyond the window.</summary>
    internal long Limit => Next + _window;

    /// <summary>The window field of what is sent.</summary>
    internal ushort WindowField => (ushort)(_window >> _shift);

    /// <summary>Whether the peer's FIN has come, and everything before it.</summary>
    internal bool IsClosed { get; private set; }

    /// <summary>Whether a congestion mark is being told to the peer, until it says that it heard (RFC 3168, section 6.1.3).</summary>
    internal bool EchoesMark { get; private set; }

    /// <summary>Ranges that came early.</summary>
    internal int EarlyRanges => _early.Count;

    /// <summary>Whether a segment touches the window (RFC 9293, section 3.10.7.4).</summary>
    internal bool IsAcceptable(long sequence, int length) =>
        length == 0 ? sequence >= Next && sequence < Limit : sequence < Limit && sequence + length > Next;

    /// <summary>What the peer says about congestion, and the network about the segment.</summary>
    internal void OnEcn(in TcpSegment segment)
    {
        if (segment.Has(TcpFlags.Cwr)) EchoesMark = false;
        if (segment.IsMarked) EchoesMark = true;
    }

    /// <summary>Takes an acceptable segment that carries data or a FIN.</summary>
    internal AckNeed Take(in TcpSegment segment, long sequence, Instant now)
    {
        var (start, end) = (sequence, sequence + segment.Payload.Length);
        if (segment.Has(TcpFlags.Fin) && end <= Limit) _end ??= end;
        if (segment.IsMarked) _arrivals.Marked++;
        CountWrong(segment, sequence);
        start = Math.Max(start, Next);
        end = Math.Min(end, Math.Min(Limit, _end ?? long.MaxValue));
        if (start > Next) return TakeEarly(start, end);
        var need = end <= Next && segment.Payload.Length > 0 ? CountDuplicate() : TakeInOrder(end, now);
        return TakeFin() ? AckNeed.Now : need;
    }

    /// <summary>An acknowledgement went out.</summary>
    internal void OnAckSent() => _unacked = 0;

    /// <summary>Number of blocks that tell what came early.</summary>
    internal int BlockCount => Math.Min(_early.Count, TcpOptions.MaxBlocks);

    /// <summary>Writes as many blocks: what came last first (RFC 2018, section 4).</summary>
    internal void WriteBlocks(Span<byte> bytes)
    {
        Span<long> written = stackalloc long[TcpOptions.MaxBlocks];
        var count = 0;
        foreach (var recent in _recent)
        {
            if (count < BlockCount && _early.TryFind(recent, out var range) && !written[..count].Contains(range.Start)) Put(range, bytes, written, ref count);
        }

        for (var i = 0; count < BlockCount && i < _early.Count; i++)
        {
            if (!written[..count].Contains(_early[i].Start)) Put(_early[i], bytes, written, ref count);
        }
    }

    private static void Put((long Start, long End) range, Span<byte> bytes, Span<long> written, ref int count)
    {
        var block = bytes[(count * TcpOptions.BlockSize)..];
        BinaryPrimitives.WriteUInt32BigEndian(block, (uint)range.Start);
        BinaryPrimitives.WriteUInt32BigEndian(block[4..], (uint)range.End);
        written[count++] = range.Start;
    }

    private AckNeed TakeEarly(long start, long end)
    {
        _arrivals.OutOfOrder++;
        if (_early.Add(start, end) == 0)
        {
            if (end > start) _arrivals.Duplicates++;
            return AckNeed.Now;
        }

        _recent.AsSpan(0, _recent.Length - 1).CopyTo(_recent.AsSpan(1));
        _recent[0] = start;
        return AckNeed.Now;
    }

    private AckNeed CountDuplicate()
    {
        _arrivals.Duplicates++;
        return AckNeed.Now;
    }

    private AckNeed TakeInOrder(long end, Instant now)
    {
        if (end <= Next) return AckNeed.None;
        var before = Next;
        Next = end;
        var filled = _early.Count > 0;
        if (filled && _early.TryFind(end, out var range)) Next = Math.Max(Next, range.End);
        _early.RemoveBelow(Next);
        _arrivals.Add(Next - before, now);
        // Every second segment at least, and at once while something is missing (RFC 5681, section 4.2).
        return filled || ++_unacked >= 2 ? AckNeed.Now : AckNeed.Soon;
    }

    private bool TakeFin()
    {
        if (IsClosed || _end is not { } end || Next < end) return false;
        Next = end + 1;
        return IsClosed = true;
    }

    /// <summary>Compares with the stream what is new; what came before was compared then.</summary>
    private void CountWrong(in TcpSegment segment, long sequence)
    {
        var skip = (int)Math.Clamp(Next - sequence, 0, segment.Payload.Length);
        var position = sequence + skip - _first - 1;
        if (skip < segment.Payload.Length) _arrivals.WrongBytes += TcpStream.CountWrong(position, segment.Payload[skip..]);
    }
}
