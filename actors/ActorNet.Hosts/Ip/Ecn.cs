namespace ActorNet.Hosts.Ip;

/// <summary>The two low bits of the traffic class (RFC 3168, section 5).</summary>
internal enum Ecn : byte
{
    /// <summary>The sender does not understand marks.</summary>
    NotCapable = 0,

    /// <summary>ECT(1).</summary>
    Capable1 = 1,

    /// <summary>ECT(0).</summary>
    Capable = 2,

    /// <summary>CE: the network is congested.</summary>
    CongestionExperienced = 3,
}
