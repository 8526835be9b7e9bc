using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>Checksums to be computed, as a command describes them.</summary>
public sealed record CsumSpec : ActionSpec
{
    /// <inheritdoc/>
    public override string Kind => "csum";

    /// <summary>Which.</summary>
    public required CsumTargets Targets { get; init; }

    /// <inheritdoc/>
    public override TcAction Create(NetNamespace ns) => new CsumAction(Targets, Control);

    /// <inheritdoc/>
    public override void Apply(TcAction action) => ((CsumAction)action).Change(Targets, Control);
}
