namespace ActorNet.Core.Tc;

/// <summary>Where the offset of a pedit key counts from (<c>enum pedit_header_type</c>).</summary>
public enum PeditHeader
{
    /// <summary>The network header; all that keys without <c>ex</c> know.</summary>
    Network = 0,

    /// <summary>The Ethernet header.</summary>
    Ethernet = 1,

    /// <summary>The network header, told to hardware to be IPv4; software does not look.</summary>
    IPv4 = 2,

    /// <summary>The network header, told to hardware to be IPv6.</summary>
    IPv6 = 3,

    /// <summary>The header behind that of IP.</summary>
    Tcp = 4,

    /// <summary>The header behind that of IP.</summary>
    Udp = 5,
}
