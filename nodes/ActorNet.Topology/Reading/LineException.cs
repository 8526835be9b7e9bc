namespace ActorNet.Topology.Reading;

#pragma warning disable RCS1194 // It is always about a place.

/// <summary>A mistake in a line of a schedule, of traffic or of what is expected.</summary>
internal sealed class LineException(int at, LinkFault fault) : Exception(fault.What)
{
    /// <summary>The character that begins what is wrong.</summary>
    public int At => at;

    public LinkFault Fault => fault;
}
