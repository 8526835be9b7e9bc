using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Sched;

/// <summary>No queue: frames go straight to the driver (rule QD-09). Default of devices that need none: veth, bridge, dummy, loopback.</summary>
public sealed class NoqueueQdisc : Qdisc
{
    /// <summary>For one device.</summary>
    public NoqueueQdisc(NetDevice device)
        : base(device)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "noqueue";

    /// <inheritdoc/>
    public override bool IsTimed => false;

    /// <inheritdoc/>
    public override bool IsNoqueue => true;

    /// <inheritdoc/>
    protected override int HeldFrames => 0;

    /// <inheritdoc/>
    protected override long HeldBytes => 0;

    /// <summary>Never called by the transmit path, which sees <see cref="IsNoqueue"/>; as a child it refuses.</summary>
    public override XmitResult Enqueue(SkBuff skb, Instant now) => Drop(skb);

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now) => null;

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => null;

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now)
    {
        // Takes no options.
    }
}
