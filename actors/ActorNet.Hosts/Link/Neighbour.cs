using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Time;

namespace ActorNet.Hosts.Link;

/// <summary>What a host knows of a neighbour (RFC 4861, section 7.3.2); stale is what was not confirmed for a while.</summary>
internal enum NeighbourState
{
    /// <summary>It was asked for and has not answered: packets wait.</summary>
    Incomplete,

    /// <summary>Its Ethernet address is known.</summary>
    Known,

    /// <summary>Used although stale: somebody above may confirm it still.</summary>
    Delay,

    /// <summary>Asked directly whether it is still there.</summary>
    Probe,
}

/// <summary>A neighbour of a host.</summary>
internal sealed class Neighbour
{
    internal Neighbour(IpAddress address, TimerHeap timers, Action<Neighbour, Instant> due)
    {
        Address = address;
        Timer = new StackTimer(timers, now => due(this, now));
    }

    internal IpAddress Address { get; }

    internal NeighbourState State { get; set; }

    internal MacAddress Mac { get; set; }

    /// <summary>When it was last known to hear this host; null when never.</summary>
    internal Instant? Confirmed { get; set; }

    internal Instant Used { get; set; }

    /// <summary>Questions asked since it was last heard of.</summary>
    internal int Probes { get; set; }

    /// <summary>Frames that wait for its Ethernet address, oldest first.</summary>
    internal Queue<byte[]> Waiting { get; } = new();

    internal StackTimer Timer { get; }
}
