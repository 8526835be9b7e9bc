namespace ActorNet.Topology;

/// <summary>Bounds of a topology file. What goes beyond is refused before anything is built from it.</summary>
public static class TopologyLimits
{
    /// <summary>Hosts and boxes together.</summary>
    public const int MaxNodes = 10_000;

    /// <summary>Links.</summary>
    public const int MaxLinks = 100_000;

    /// <summary>Bytes (UTF-8) of one box's setup.</summary>
    public const int MaxSetupBytes = 1 << 20;

    /// <summary>Addresses of one host.</summary>
    public const int MaxAddresses = 64;

    /// <summary>Errors that are reported one by one; a note counts those beyond.</summary>
    public const int MaxErrors = 1000;

    /// <summary>Characters of a topology's name.</summary>
    public const int MaxNameLength = 32;

    /// <summary>Smallest MTU in bytes: what IPv4 needs (RFC 791), <c>ETH_MIN_MTU</c>.</summary>
    public const int MinMtu = 68;

    /// <summary>Smallest MTU in bytes of a host with IPv6 addresses (RFC 8200 section 5).</summary>
    public const int MinMtuIPv6 = 1280;

    /// <summary>Largest MTU of a TAP in bytes: 65535 less the MAC header, drivers/net/tun.c.</summary>
    public const int MaxMtu = 65521;

    /// <summary>Transmit queues of all devices of all boxes together, at least one a device: what setups make is bounded by it.</summary>
    public const int MaxQueues = 1 << 18;

    /// <summary>Lines of the schedule.</summary>
    public const int MaxSchedule = 10_000;

    /// <summary>Lines of traffic: each has a port of its own.</summary>
    public const int MaxTraffic = 1000;

    /// <summary>Lines of what is expected.</summary>
    public const int MaxExpectations = 10_000;

    /// <summary>Requests of one line of pings.</summary>
    public const int MaxPings = 100_000;

    /// <summary>Characters of a name of traffic.</summary>
    public const int MaxFlowName = 32;

    /// <summary>Steps of a ramp behind its first one.</summary>
    public const int MaxRampSteps = 10_000;

    /// <summary>Steps of a ramp that does not say how long one lasts.</summary>
    internal const int UsualRampSteps = 100;

    /// <summary>Steps of the schedule that are tried out when the file is read.</summary>
    internal const int MaxRehearsedSteps = 20_000;

    /// <summary>Bytes of the file, and of each included one.</summary>
    internal const int MaxFileBytes = 32 << 20;

    /// <summary>Include statements followed.</summary>
    internal const int MaxIncludes = 100;
}
