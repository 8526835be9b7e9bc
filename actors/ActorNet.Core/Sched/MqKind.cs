using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>The kind <c>mq</c>: root of a device with several transmit queues, no options.</summary>
public sealed class MqKind : QdiscKind
{
    /// <inheritdoc/>
    public override string Name => "mq";

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args) =>
        args.Peek() is { } word ? throw new Iproute2Exception($"Unknown qdisc \"mq\", hence option \"{word}\" is unparsable") : null;

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new MqQdisc(device);
}
