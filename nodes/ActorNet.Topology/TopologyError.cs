using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>One mistake in a topology file.</summary>
/// <param name="Origin">The place to look at; inside a setup script the place of the line.</param>
/// <param name="What">What is wrong, without a full stop.</param>
/// <param name="Remedy">What to write instead, without a full stop.</param>
public sealed record TopologyError(HoconOrigin Origin, string What, string Remedy)
{
    /// <summary>One line in the form that editors can jump to: <c>file:line:column: what. Remedy.</c></summary>
    public override string ToString() => $"{Origin}: {What}. {Remedy}.";
}
