namespace ActorNet.Linux.Hosts;

/// <summary>What a host of a topology shall be: a network namespace with its interfaces.</summary>
public sealed record HostSpec
{
    /// <summary>Its name in the topology; used in messages.</summary>
    public required string Name { get; init; }

    /// <summary>The name of its namespace in <c>/run/netns</c>, unique on the machine.</summary>
    public required string NamespaceName { get; init; }

    /// <summary>Its interfaces; one <c>eth0</c> without address unless said otherwise.</summary>
    public IReadOnlyList<HostInterface> Interfaces { get; init; } = [new HostInterface()];

    /// <summary>How much IPv6 it does.</summary>
    public HostIpv6 Ipv6 { get; init; } = HostIpv6.Static;
}
