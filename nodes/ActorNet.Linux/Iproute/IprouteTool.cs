namespace ActorNet.Linux.Iproute;

/// <summary>The programs of iproute2 that read a batch.</summary>
public enum IprouteTool
{
    /// <summary><c>ip(8)</c>: links, addresses, routes.</summary>
    Ip,

    /// <summary><c>tc(8)</c>: queueing disciplines, filters, actions.</summary>
    Tc,

    /// <summary><c>bridge(8)</c>: forwarding tables and ports of kernel bridges.</summary>
    Bridge,
}
