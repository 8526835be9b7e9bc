using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>The kind <c>noqueue</c>: root only, no options.</summary>
public sealed class NoqueueKind : QdiscKind
{
    /// <inheritdoc/>
    public override string Name => "noqueue";

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args) =>
        args.Peek() is { } word ? throw new Iproute2Exception($"Unknown qdisc \"noqueue\", hence option \"{word}\" is unparsable") : null;

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new NoqueueQdisc(device);
}
