using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Engine.Loops;
using CoreVnetHeader = ActorNet.Core.Frames.VnetHeader;

namespace ActorNet.Linux.Tap;

/// <summary>One queue of a <see cref="TapPort"/>: reads what is there, a bounded burst at a time, and writes frame by frame.</summary>
internal sealed class TapQueuePort : IPollable, IDisposable
{
    /// <summary>Frames of one burst.</summary>
    private const int BurstFrames = 64;

    /// <summary>Bytes of one burst: more would fall out of the cache before it is through the network.</summary>
    private const int BurstBytes = 256 * 1024;

    private readonly IPoller _poller;
    private readonly TapQueue _queue;
    private readonly IWireSink _sink;
    private readonly byte[] _rubbish = new byte[VnetHeader.MaxReadBytes];

    /// <summary>The large buffer that is read into; it stays the same, and hot, as long as only small frames come.</summary>
    private SkBuff? _landing;

    private bool _waitsForRoom;

    internal TapQueuePort(IPoller poller, TapQueue queue, IWireSink sink)
    {
        _poller = poller;
        _queue = queue;
        _sink = sink;
    }

    internal int Descriptor => _queue.Descriptor;

    internal long FramesRead { get; private set; }

    internal bool IsClosed { get; private set; }

    public void OnReady(PollEvents events)
    {
        if ((events & PollEvents.Writable) != 0) RoomAgain();
        if ((events & (PollEvents.Readable | PollEvents.Error)) != 0) ReadBurst();
    }

    public void Dispose()
    {
        if (!IsClosed) _poller.Remove(_queue.Descriptor);
        IsClosed = true;
        if (_landing is null) return;
        _sink.Pool.CountStandby(-1);
        _landing.Free(DropReason.Consumed);
        _landing = null;
    }

    internal WireStatus Write(SkBuff skb)
    {
        if (IsClosed) return WireStatus.Refused;
        if (_waitsForRoom) return WireStatus.WouldBlock;
        switch (WriteToKernel(skb))
        {
            case TapWrite.Written:
                return WireStatus.Written;
            case TapWrite.WouldBlock:
                _waitsForRoom = true;
                _poller.Modify(_queue.Descriptor, PollEvents.Readable | PollEvents.Writable);
                return WireStatus.WouldBlock;
            default:
                return WireStatus.Refused;
        }
    }

    private TapWrite WriteToKernel(SkBuff skb)
    {
        if (skb.IsShared)
        {
            // The bytes in front of a shared frame are somebody's headers: the offload header must lie elsewhere.
            Span<byte> header = stackalloc byte[VnetHeader.Size];
            CoreVnetHeader.Write(skb, header);
            return _queue.Write(header, skb.Span);
        }

        var start = skb.Data - VnetHeader.Size;
        CoreVnetHeader.Write(skb, skb.Bytes.AsSpan(start, VnetHeader.Size));
        return _queue.Write(skb.Bytes.AsSpan(start, VnetHeader.Size + skb.Length));
    }

    private void RoomAgain()
    {
        if (!_waitsForRoom) return;
        _waitsForRoom = false;
        _poller.Modify(_queue.Descriptor, PollEvents.Readable);
        _sink.Writable(_queue.Index);
    }

    private void ReadBurst()
    {
        try
        {
            var bytes = 0;
            for (var frames = 0; frames < BurstFrames && bytes < BurstBytes; frames++)
            {
                var read = ReadOne();
                if (read == 0) break;
                bytes += read;
                FramesRead++;
            }
        }
        catch (TapClosedException)
        {
            // The interface was deleted under us. The descriptor would report an error for ever; the endpoint goes on without a wire.
            Dispose();
        }

        _sink.EndOfBurst();
    }

    /// <summary>Bytes read; 0 when there was nothing.</summary>
    private int ReadOne()
    {
        if ((_landing ??= RentLanding()) is not { } landing) return ReadRubbish();
        var start = SkBuffPool.Headroom - VnetHeader.Size;
        var read = _queue.Read(landing.Bytes.AsSpan(start, VnetHeader.MaxReadBytes));
        if (read > 0) Accept(landing, read - VnetHeader.Size);
        return read;
    }

    private SkBuff? RentLanding()
    {
        var skb = _sink.Pool.Rent(SkBuffPool.LargeFrame);
        if (skb is not null) _sink.Pool.CountStandby(1);
        return skb;
    }

    private int ReadRubbish()
    {
        var read = _queue.Read(_rubbish);
        if (read > 0) _sink.ReceiveFailed(DropReason.NoMemory);
        return read;
    }

    private void Accept(SkBuff landing, int length)
    {
        var header = landing.Bytes.AsSpan(SkBuffPool.Headroom - VnetHeader.Size, VnetHeader.Size);
        var skb = length > SkBuffPool.SmallFrame ? TakeLanding(length) : CopyOut(landing, length);
        if (skb is null)
        {
            _sink.ReceiveFailed(DropReason.NoMemory);
            return;
        }

        if (CoreVnetHeader.TryRead(header, skb, out var reason))
        {
            _sink.Receive(skb);
            return;
        }

        skb.Free(reason);
        _sink.ReceiveFailed(reason);
    }

    private SkBuff TakeLanding(int length)
    {
        var skb = _landing!;
        _landing = null;
        _sink.Pool.CountStandby(-1);
        skb.Data = SkBuffPool.Headroom;
        skb.Length = length;
        skb.SetMacHeaderHere();
        return skb;
    }

    private SkBuff? CopyOut(SkBuff landing, int length)
    {
        var skb = _sink.Pool.Rent(length);
        if (skb is null) return null;
        landing.Bytes.AsSpan(SkBuffPool.Headroom, length).CopyTo(skb.Span);
        return skb;
    }
}
