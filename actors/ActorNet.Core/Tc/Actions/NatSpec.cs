using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>A translation of addresses as a command describes it. Addresses and masks are numbers in host order.</summary>
public sealed record NatSpec : ActionSpec
{
    /// <inheritdoc/>
    public override string Kind => "nat";

    /// <summary>Translate sources rather than destinations.</summary>
    public required bool OnEgress { get; init; }

    /// <summary>Addresses that are translated: those that agree with this one under <see cref="Mask"/>.</summary>
    public required uint Old { get; init; }

    /// <summary>Bits that are compared and replaced.</summary>
    public required uint Mask { get; init; }

    /// <summary>Gives the bits under the mask.</summary>
    public required uint New { get; init; }

    /// <inheritdoc/>
    public override TcAction Create(NetNamespace ns) => new NatAction(this);

    /// <inheritdoc/>
    public override void Apply(TcAction action) => ((NatAction)action).Change(this);
}
