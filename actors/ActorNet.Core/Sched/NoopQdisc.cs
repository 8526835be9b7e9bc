using ActorNet.Core.Frames;

namespace ActorNet.Core.Sched;

/// <summary>Refuses everything: what the queues of a device that is down go through (rule QD-08). Shared, holds nothing.</summary>
public sealed class NoopQdisc : Qdisc
{
    /// <summary>The only one.</summary>
    public static readonly NoopQdisc Instance = new();

    private NoopQdisc()
        : base(device: null)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "noop";

    /// <inheritdoc/>
    public override bool IsTimed => false;

    /// <inheritdoc/>
    protected override int HeldFrames => 0;

    /// <inheritdoc/>
    protected override long HeldBytes => 0;

    /// <summary>Frees the frame; newer kernels count it as tx_dropped of the device. The sender takes it for success.</summary>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        var device = skb.Dev;
        if (device is { Namespace.Kernel.NoopCountsDrops: true }) device.CoreTxDropped++;
        skb.Free(DropReason.DeviceDown);
        return XmitResult.Congestion;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now) => null;

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => null;

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now)
    {
        // Nothing to set up.
    }

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        // Holds nothing; shared between devices.
    }
}
