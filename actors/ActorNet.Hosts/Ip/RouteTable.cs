namespace ActorNet.Hosts.Ip;

/// <summary>Which addresses a host has, and where its packets go: on the link by prefix, else to a gateway. Fixed for the host's life.</summary>
internal sealed class RouteTable
{
    private readonly StackAddress[] _addresses;
    private readonly IpAddress? _gatewayV4;
    private readonly IpAddress? _gatewayV6;

    internal RouteTable(StackSettings settings)
    {
        _addresses = [.. settings.Addresses];
        // The link-local address comes last: it is a source only for its own kind, or where there is no other.
        if (settings.Mtu >= StackSettings.MinMtuV6) _addresses = [.. _addresses, new StackAddress(IpAddress.LinkLocalOf(settings.Mac), 64)];
        foreach (var gateway in settings.Gateways)
        {
            if (!IsOnLink(gateway)) continue;
            if (gateway.IsV6) _gatewayV6 ??= gateway;
            else _gatewayV4 ??= gateway;
        }
    }

    /// <summary>Whether it is an address of this host.</summary>
    internal bool Owns(IpAddress address)
    {
        foreach (var own in _addresses)
        {
            if (own.Address == address) return true;
        }

        return false;
    }

    /// <summary>Whether an IPv4 address means every station of the link.</summary>
    internal bool IsBroadcast(IpAddress address)
    {
        if (address.IsV6) return false;
        if (address == IpAddress.Broadcast) return true;
        foreach (var (own, length) in _addresses)
        {
            if (!own.IsV6 && length < 31 && address.SharesPrefix(own, length) && (uint)(address.Low << length) == (uint)(uint.MaxValue << length)) return true;
        }

        return false;
    }

    /// <summary>Whether the host listens to an IPv6 group: all nodes, or one in which it is asked for an address of its own.</summary>
    internal bool IsGroupMember(IpAddress group)
    {
        if (!group.IsV6) return false;
        if (group == IpAddress.AllNodes) return true;
        foreach (var (own, _) in _addresses)
        {
            if (own.IsV6 && own.SolicitedNode == group) return true;
        }

        return false;
    }

    /// <summary>Finds the way to a destination.</summary>
    /// <param name="destination">Any address but an own one.</param>
    /// <param name="source">The address to send from.</param>
    /// <param name="nextHop">The neighbour to hand it to; the destination itself when it is on the link.</param>
    /// <returns>False when there is no way.</returns>
    internal bool TryFind(IpAddress destination, out IpAddress source, out IpAddress nextHop)
    {
        nextHop = destination;
        source = default;
        if (!destination.IsMulticast && !IsBroadcast(destination) && !IsOnLink(destination))
        {
            if ((destination.IsV6 ? _gatewayV6 : _gatewayV4) is not { } gateway) return false;
            nextHop = gateway;
        }

        return TrySourceFor(destination, nextHop, out source);
    }

    private bool IsOnLink(IpAddress address)
    {
        foreach (var (own, length) in _addresses)
        {
            if (address.SharesPrefix(own, length)) return true;
        }

        return false;
    }

    /// <summary>An address in the next hop's network, else any of its kind; of IPv6 one as far-reaching as the destination (RFC 6724, rule 2).</summary>
    private bool TrySourceFor(IpAddress destination, IpAddress nextHop, out IpAddress source)
    {
        source = default;
        var best = -1;
        foreach (var (own, length) in _addresses)
        {
            if (own.IsV6 != destination.IsV6) continue;
            var score = (IsLocalScope(destination) == own.IsLinkLocal ? 2 : 0) + (nextHop.SharesPrefix(own, length) ? 1 : 0);
            if (score <= best) continue;
            (source, best) = (own, score);
        }

        return best >= 0;
    }

    private static bool IsLocalScope(IpAddress address) => address.IsLinkLocal || (address.IsV6 && address.IsMulticast && (address.High >> 48 & 15) == 2);
}
