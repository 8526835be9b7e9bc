using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Sched;

/// <summary>
/// Holds frames until it is told to let them go (<c>net/sched/sch_plug.c</c>). Blocks divide them into epochs: a release lets out the epoch before the latest block, as
/// those who keep a copy of a machine do when the copy is complete.
/// </summary>
public sealed class PlugQdisc : Qdisc
{
    private const uint FallbackPackets = 100;

    private readonly SkBuffQueue _queue = new();
    private bool _isOpen;
    private bool _isThrottled = true;
    private uint _limit;
    private uint _thisEpoch;
    private uint _lastEpoch;
    private uint _toRelease;

    /// <summary>A plug that blocks.</summary>
    public PlugQdisc(NetDevice device)
        : base(device)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "plug";

    /// <inheritdoc/>
    public override bool IsTimed => false;

    /// <inheritdoc/>
    protected override int HeldFrames => _queue.Count;

    /// <inheritdoc/>
    protected override long HeldBytes => _queue.Bytes;

    /// <summary>Takes the limit from the options, which is 0 when they are about something else; without options as many full frames as the device's queue holds.</summary>
    public override void Init(QdiscOptions? options, Instant now)
    {
        var packets = Device!.TxQueueLength > 0 ? (uint)Device.TxQueueLength : FallbackPackets;
        _limit = options is PlugOptions plug ? plug.Limit : unchecked(packets * Device.FullFrameLength());
    }

    /// <summary>Does what it is told.</summary>
    /// <exception cref="RtnlException">EINVAL: no options of plug.</exception>
    public override void Change(QdiscOptions? options, Instant now)
    {
        if (options is not PlugOptions plug) throw new RtnlException(Errno.EINVAL);
        switch (plug.Action)
        {
            case PlugAction.Block:
                (_lastEpoch, _thisEpoch) = (_thisEpoch, 0);
                if (_isOpen) _isThrottled = true;
                _isOpen = false;
                break;
            case PlugAction.Release:
                _toRelease += _lastEpoch;
                _lastEpoch = 0;
                Unthrottle();
                break;
            case PlugAction.ReleaseIndefinite:
                _isOpen = true;
                _toRelease = _lastEpoch = _thisEpoch = 0;
                Unthrottle();
                break;
            default:
                _limit = plug.Limit;
                break;
        }
    }

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        // The bytes of a super-frame count without the headers of its segments here.
        if (Backlog + skb.Length > _limit) return Drop(skb);
        if (!_isOpen) _thisEpoch++;
        _queue.Enqueue(skb);
        return XmitResult.Success;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        if (_isThrottled) return null;
        if (!_isOpen)
        {
            if (_toRelease == 0)
            {
                _isThrottled = true;
                return null;
            }

            _toRelease--;
        }

        var skb = _queue.Dequeue();
        if (skb is not null) CountSent(skb);
        return skb;
    }

    /// <summary>The oldest frame, whether it may go or not: a shaper above finds out when it takes it.</summary>
    public override SkBuff? Peek(Instant now) => _queue.Peek();

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        _queue.Purge(DropReason.QdiscReset);
    }

    private void Unthrottle()
    {
        _isThrottled = false;
        Device!.Runtime.RaiseTx();
    }
}
