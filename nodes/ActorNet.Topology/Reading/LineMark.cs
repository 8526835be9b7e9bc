namespace ActorNet.Topology.Reading;

/// <summary>The place of a word, for a mistake that shows only later.</summary>
/// <param name="At">Its first character.</param>
internal readonly record struct LineMark(int At)
{
    /// <summary>About that word.</summary>
    public LineException Wrong(LinkFault fault) => new(At, fault);
}
