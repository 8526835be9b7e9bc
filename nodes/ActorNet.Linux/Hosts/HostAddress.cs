using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ActorNet.Linux.Hosts;

/// <summary>An address of a host with the length of its network prefix.</summary>
/// <param name="Address">IPv4 or IPv6, without scope.</param>
/// <param name="PrefixLength">Bits of the network: 0 to 32, or to 128.</param>
public sealed record HostAddress(IPAddress Address, int PrefixLength)
{
    /// <summary>True for IPv6.</summary>
    public bool IsIpv6 => Address.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>Reads "10.0.0.1/24" or "fd00::1/64".</summary>
    /// <exception cref="FormatException">It is not an address with a prefix length; the message says what is.</exception>
    public static HostAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int slash = text.IndexOf('/');
        if (slash > 0
            && TryParseWhole(text[..slash], out var address)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int length)
            && length <= (address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32))
            return new HostAddress(address, length);
        throw new FormatException($"{Words.Show(text)} is not an address with a prefix length; write it like 10.0.0.1/24 or fd00::1/64.");
    }

    /// <summary>The address as <c>ip addr add</c> takes it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address}/{PrefixLength}");

    /// <summary>
    /// .NET also reads "10" and "10.1" as IPv4, and zones ("fe80::1%eth0"); an address of a host is written whole and has none.
    /// </summary>
    private static bool TryParseWhole(string text, out IPAddress address) =>
        IPAddress.TryParse(text, out address!)
        && text.IndexOfAny(['%', '[']) < 0
        && (text.Contains(':') || text.Count(character => character == '.') == 3);
}
