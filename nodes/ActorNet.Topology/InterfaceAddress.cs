using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ActorNet.Topology;

/// <summary>An address of an interface with the length of its network's prefix.</summary>
/// <param name="Address">IPv4 or IPv6, without a scope.</param>
/// <param name="PrefixLength">Bits: 0 to 32, or 0 to 128.</param>
public sealed record InterfaceAddress(IPAddress Address, int PrefixLength)
{
    /// <summary>Whether it is an IPv6 address.</summary>
    public bool IsIPv6 => Address.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>Whether the network holds an address.</summary>
    public bool Covers(IPAddress other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.AddressFamily == Address.AddressFamily && Network().Contains(other);
    }

    /// <summary>As <c>ip</c> writes it: <c>10.0.0.1/24</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address}/{PrefixLength}");

    private IPNetwork Network()
    {
        var bytes = Address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++) bytes[i] &= (byte)(0xFF00 >> Math.Clamp(PrefixLength - (8 * i), 0, 8));
        return new IPNetwork(new IPAddress(bytes), PrefixLength);
    }
}
