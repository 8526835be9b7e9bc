namespace ActorNet.Hosts;

/// <summary>What a host counts. They only ever grow.</summary>
public sealed class StackCounters
{
    /// <summary>Frames that arrived.</summary>
    public long FramesIn { get; internal set; }

    /// <summary>Frames sent.</summary>
    public long FramesOut { get; internal set; }

    /// <summary>Frames that were none of its business.</summary>
    public long Ignored { get; internal set; }

    /// <summary>Packets whose checksum was wrong.</summary>
    public long BadChecksums { get; internal set; }

    /// <summary>Packets that were cut short or contradict themselves.</summary>
    public long Malformed { get; internal set; }

    /// <summary>Fragments, which are not put together.</summary>
    public long Fragments { get; internal set; }

    /// <summary>Packets given up because nobody answered for the neighbour, or too many waited.</summary>
    public long Unresolved { get; internal set; }

    /// <summary>Echo requests answered.</summary>
    public long EchoesAnswered { get; internal set; }

    /// <summary>Errors of ICMP and ICMPv6 that came in.</summary>
    public long IcmpErrors { get; internal set; }

    /// <summary>Datagrams received on open ports.</summary>
    public long UdpDatagrams { get; internal set; }

    /// <summary>Their payload.</summary>
    public long UdpBytes { get; internal set; }

    /// <summary>Datagrams and connection attempts for ports that nobody had opened.</summary>
    public long ClosedPorts { get; internal set; }

    /// <summary>Connection attempts that found no room.</summary>
    public long ConnectionsRefused { get; internal set; }
}
