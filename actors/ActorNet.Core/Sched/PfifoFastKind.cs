using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>The kind <c>pfifo_fast</c>, which takes no options.</summary>
public sealed class PfifoFastKind : QdiscKind
{
    /// <inheritdoc/>
    public override string Name => "pfifo_fast";

    /// <inheritdoc/>
    public override QdiscOptions? Parse(ArgReader args) =>
        args.AtEnd ? null : throw new Iproute2Exception("qdisc 'pfifo_fast' does not support option parsing", 255);

    /// <inheritdoc/>
    public override Qdisc Create(NetDevice device) => new PfifoFastQdisc(device);
}
