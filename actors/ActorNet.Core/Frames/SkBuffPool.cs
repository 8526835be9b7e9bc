using System.Collections.Concurrent;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Frames;

/// <summary>
/// Frames and their bytes, reused. One pool serves one event loop: only the thread it is bound to rents; anybody may return. Bounded: when the
/// limits are reached <see cref="Rent"/> answers null and counts, it never grows further. The most recently used buffer is handed out first.
/// </summary>
public sealed class SkBuffPool
{
    /// <summary>Free bytes kept in front of every rented frame: offload header, pushed MAC header, VLAN tag.</summary>
    public const int Headroom = 64;

    /// <summary>Frame bytes that fit the small buffers.</summary>
    public const int SmallFrame = 2048 - Headroom;

    /// <summary>Frame bytes that fit the large buffers: a 64 KiB super-frame with its headers.</summary>
    public const int LargeFrame = 65536 + 256;

    private readonly ConcurrentQueue<SkBuff> _foreign = new();
    private readonly ConcurrentQueue<DataBuffer> _foreignBuffers = new();
    private readonly long[] _drops = new long[Enum.GetValues<DropReason>().Length];
    private readonly int _maxFrames;
    private readonly long _maxBytes;
    private int _ownerThread = Environment.CurrentManagedThreadId;
    private SkBuff? _heads;
    private SkBuff? _ready;
    private DataBuffer? _small;
    private DataBuffer? _large;

    /// <summary>An empty pool; memory is taken as frames are first needed.</summary>
    /// <param name="maxFrames">Most frames outstanding or kept, 64 or more.</param>
    /// <param name="maxBytes">Most bytes of buffers, at least one large buffer.</param>
    public SkBuffPool(int maxFrames = 16384, long maxBytes = 128L << 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxFrames, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, LargeFrame + Headroom);
        _maxFrames = maxFrames;
        _maxBytes = maxBytes;
    }

    /// <summary>Told of frames that are given up undelivered; null while nobody traces.</summary>
    public IFrameTracer? Tracer { get; set; }

    /// <summary>Frames made so far; never more than the limit.</summary>
    public int FramesMade { get; private set; }

    /// <summary>Bytes of buffers made so far.</summary>
    public long BytesMade { get; private set; }

    /// <summary>Frames rented and not yet returned to this pool's owner. 0 when nothing is under way: the leak check of every test.</summary>
    public long Outstanding { get; private set; }

    /// <summary>How often nothing was left to rent.</summary>
    public long Exhausted { get; private set; }

    /// <summary>Makes the calling thread the one that rents.</summary>
    public void BindToCurrentThread() => _ownerThread = Environment.CurrentManagedThreadId;

    /// <summary>How many frames were returned with this reason.</summary>
    public long Dropped(DropReason reason) => Volatile.Read(ref _drops[(int)reason]);

    /// <summary>A frame with room for <paramref name="length"/> bytes behind <see cref="Headroom"/>; the bytes are not cleared. The caller owns it.</summary>
    /// <param name="length">Bytes of the frame from its MAC header on, 0 to <see cref="LargeFrame"/>.</param>
    /// <returns>The frame with <see cref="SkBuff.Data"/> and headers at the headroom, or null when the pool is exhausted or the length is over the limit.</returns>
    public SkBuff? Rent(int length)
    {
        var skb = (uint)length <= SmallFrame && _ready is not null ? TakeReady() : Assemble(length);
        if (skb is null) return null;
        skb.Data = Headroom;
        skb.Length = length;
        skb.SetMacHeaderHere();
        return skb;
    }

    /// <summary>Counts rented frames that stand by to be read into, so that they do not look like frames under way.</summary>
    /// <param name="change">+1 when one begins to stand by, -1 when it ends.</param>
    public void CountStandby(int change) => Outstanding -= change;

    /// <summary>The fast way: a frame that still has its small buffer.</summary>
    private SkBuff TakeReady()
    {
        var skb = _ready!;
        _ready = skb.Next;
        skb.Clear();
        Outstanding++;
        return skb;
    }

    private SkBuff? Assemble(int length)
    {
        if ((uint)length > LargeFrame) return null;
        var buffer = TakeBuffer(length > SmallFrame);
        if (buffer is null) return null;
        var skb = TakeHead();
        if (skb is null)
        {
            PutBuffer(buffer);
            return null;
        }

        buffer.FirstReference();
        skb.Attach(buffer);
        return skb;
    }

    /// <summary>A second frame on the same bytes (<c>skb_clone</c>); both are then read-only until unshared. Null when the pool is exhausted.</summary>
    public SkBuff? Clone(SkBuff original)
    {
        var skb = TakeHead();
        if (skb is null) return null;
        original.Buffer.AddReference();
        skb.Attach(original.Buffer);
        skb.CopyMetadata(original);
        return skb;
    }

    /// <summary>Gives the frame bytes of its own if it shares them (<c>skb_unshare</c>). False when no buffer is left; the frame is then as before.</summary>
    public bool Unshare(SkBuff skb)
    {
        if (!skb.IsShared) return true;
        var old = skb.Buffer;
        var end = skb.Data + skb.Length;
        var start = Math.Min(skb.MacHeader, skb.Data);
        var buffer = TakeBuffer(end - start > SmallFrame);
        if (buffer is null) return false;
        buffer.FirstReference();

        // The longest frame may have grown into its headroom; then the copy has less of it too.
        var target = Math.Min(Headroom, buffer.Bytes.Length - (end - start));
        old.Bytes.AsSpan(start, end - start).CopyTo(buffer.Bytes.AsSpan(target));
        skb.Detach();
        skb.Attach(buffer);
        var shift = target - start;
        skb.Data += shift;
        skb.MacHeader += shift;
        skb.NetworkHeader += shift;
        ReleaseBuffer(old);
        return true;
    }

    internal void Return(SkBuff skb, DropReason reason)
    {
        if (Environment.CurrentManagedThreadId != _ownerThread)
        {
            Interlocked.Increment(ref _drops[(int)reason]);
            _foreign.Enqueue(skb);
            return;
        }

        _drops[(int)reason]++;
        if (Tracer is { } tracer && reason != DropReason.Consumed) tracer.Trace(skb.Dev, FrameStep.Drop, skb, reason.ToString());
        TakeBack(skb);
    }

    /// <summary>Takes in what other threads returned; also done whenever the pool runs dry.</summary>
    public void CollectForeign()
    {
        while (_foreign.TryDequeue(out var skb)) TakeBack(skb);
        while (_foreignBuffers.TryDequeue(out var buffer)) PutBuffer(buffer);
    }

    private void TakeBack(SkBuff skb)
    {
        if (skb.Pooled) throw new InvalidOperationException("A frame was returned twice: after Free or Tell it belongs to somebody else.");
        skb.Pooled = true;
        skb.Dev = null;
        Outstanding--;
        var buffer = skb.Buffer;
        if (!buffer.Large && !buffer.IsShared && ReferenceEquals(buffer.Home, this))
        {
            // Most frames are small and not shared: they keep their buffer, which makes the next rent cheap.
            skb.Next = _ready;
            _ready = skb;
            return;
        }

        ReleaseBuffer(skb.Detach());
        skb.Next = _heads;
        _heads = skb;
    }

    private void ReleaseBuffer(DataBuffer buffer)
    {
        if (!buffer.Release()) return;
        if (ReferenceEquals(buffer.Home, this)) PutBuffer(buffer);
        else buffer.Home._foreignBuffers.Enqueue(buffer);
    }

    private void PutBuffer(DataBuffer buffer)
    {
        if (buffer.Large)
        {
            buffer.Next = _large;
            _large = buffer;
        }
        else
        {
            buffer.Next = _small;
            _small = buffer;
        }
    }

    private SkBuff? TakeHead()
    {
        var skb = _heads;
        if (skb is null)
        {
            CollectForeign();
            if (_heads is null && _ready is not null) TakeApart();
            skb = _heads ?? MakeHead();
            if (skb is null) return null;
        }

        if (ReferenceEquals(skb, _heads)) _heads = skb.Next;
        skb.Clear();
        Outstanding++;
        return skb;
    }

    private SkBuff? MakeHead()
    {
        if (FramesMade >= _maxFrames)
        {
            Exhausted++;
            return null;
        }

        FramesMade++;
        return new SkBuff(this);
    }

    /// <summary>Parts an idle frame from its small buffer.</summary>
    private void TakeApart()
    {
        var skb = _ready!;
        _ready = skb.Next;
        PutBuffer(skb.Detach());
        skb.Next = _heads;
        _heads = skb;
    }

    private DataBuffer? TakeBuffer(bool large)
    {
        var buffer = large ? _large : _small;
        if (buffer is not null) return Unlink(buffer);
        CollectForeign();
        if (!large && _small is null && _ready is not null) TakeApart();
        buffer = large ? _large : _small;
        if (buffer is not null) return Unlink(buffer);
        buffer = MakeBuffer(large);
        if (buffer is not null) return buffer;

        // A burst of super-frames may have used all bytes up: its idle buffers serve small frames too.
        if (!large && _large is not null) return Unlink(_large);
        Exhausted++;
        return null;
    }

    /// <summary>Takes the first buffer of its list out.</summary>
    private DataBuffer Unlink(DataBuffer buffer)
    {
        if (buffer.Large) _large = buffer.Next;
        else _small = buffer.Next;
        buffer.Next = null;
        return buffer;
    }

    private DataBuffer? MakeBuffer(bool large)
    {
        var size = large ? LargeFrame + Headroom : SmallFrame + Headroom;
        if (BytesMade + size > _maxBytes) return null;
        BytesMade += size;
        return new DataBuffer(this, size, large);
    }
}
