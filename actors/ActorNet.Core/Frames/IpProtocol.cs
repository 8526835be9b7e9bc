namespace ActorNet.Core.Frames;

/// <summary>Numbers of the protocols above IP, as far as frames are looked into (IANA protocol numbers).</summary>
public static class IpProtocol
{
    /// <summary>IPv6 hop-by-hop options.</summary>
    public const byte HopByHop = 0;

    /// <summary>TCP.</summary>
    public const byte Tcp = 6;

    /// <summary>UDP.</summary>
    public const byte Udp = 17;

    /// <summary>IPv6 routing header.</summary>
    public const byte Routing = 43;

    /// <summary>IPv6 fragment header.</summary>
    public const byte Fragment = 44;

    /// <summary>IPv6 destination options.</summary>
    public const byte DestinationOptions = 60;
}
