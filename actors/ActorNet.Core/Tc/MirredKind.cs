using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Redirect and mirror, read by <see cref="MirredParser"/>.</summary>
internal sealed class MirredKind : ActionKind
{
    /// <inheritdoc/>
    public override string Name => "mirred";

    /// <inheritdoc/>
    public override ActionSpec Parse(ArgReader args) => MirredParser.Parse(args);
}
