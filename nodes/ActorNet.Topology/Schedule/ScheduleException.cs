namespace ActorNet.Topology;

#pragma warning disable RCS1194 // It is always about a place.

/// <summary>A mistake in a line of a schedule.</summary>
internal sealed class ScheduleException(int at, LinkFault fault) : Exception(fault.What)
{
    /// <summary>The character that begins what is wrong.</summary>
    public int At => at;

    public LinkFault Fault => fault;
}
