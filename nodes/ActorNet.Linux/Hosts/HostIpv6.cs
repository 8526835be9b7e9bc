namespace ActorNet.Linux.Hosts;

/// <summary>How much IPv6 a host does.</summary>
public enum HostIpv6
{
    /// <summary>
    /// On, but quiet: addresses work at once (no duplicate address detection), and routers are neither asked nor listened to. Only
    /// multicast
    /// listener reports are sent unasked.
    /// </summary>
    Static,

    /// <summary>Off: no IPv6 address and not one IPv6 frame.</summary>
    Off,

    /// <summary>As the kernel does by itself: duplicate address detection, router solicitations, autoconfiguration.</summary>
    Full,
}
