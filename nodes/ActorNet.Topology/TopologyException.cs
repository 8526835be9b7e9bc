namespace ActorNet.Topology;

/// <summary>A topology file with mistakes, for callers that have no use for a list; the message holds all of them, one on a line.</summary>
#pragma warning disable RCS1194 // without errors there is no such exception
public sealed class TopologyException : Exception
{
    /// <summary>Builds the message out of the errors.</summary>
    /// <param name="errors">At least one.</param>
    public TopologyException(IReadOnlyList<TopologyError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>The mistakes in the order of their places.</summary>
    public IReadOnlyList<TopologyError> Errors { get; }
}
