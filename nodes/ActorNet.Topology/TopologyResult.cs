using System.Diagnostics.CodeAnalysis;

namespace ActorNet.Topology;

/// <summary>What loading gives: a checked topology, or every mistake of the file.</summary>
public sealed record TopologyResult
{
    internal TopologyResult(Topology topology) => Topology = topology;

    internal TopologyResult(IReadOnlyList<TopologyError> errors) => Errors = errors;

    /// <summary>The topology; null when there are errors.</summary>
    public Topology? Topology { get; }

    /// <summary>The mistakes in the order of their places, at most <see cref="TopologyLimits.MaxErrors"/> and a note; empty when there is a topology.</summary>
    public IReadOnlyList<TopologyError> Errors { get; } = [];

    /// <summary>Whether <see cref="Topology"/> is there.</summary>
    [MemberNotNullWhen(true, nameof(Topology))]
    public bool IsValid => Topology is not null;

    /// <summary>The topology.</summary>
    /// <exception cref="TopologyException">The file has mistakes.</exception>
    public Topology OrThrow() => Topology ?? throw new TopologyException(Errors);
}
