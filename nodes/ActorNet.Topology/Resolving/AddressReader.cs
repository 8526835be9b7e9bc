using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorNet.Hocon;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>Addresses of hosts, each once in a topology.</summary>
internal sealed class AddressReader(ErrorList errors)
{
    private const string Remedy = "Write an address with the length of its prefix, as in \"10.0.0.1/24\" or \"fd00::1/64\"";
    private readonly Dictionary<IPAddress, (HoconOrigin Origin, string Host)> _seen = [];

    /// <summary>The good ones among a host's addresses; the others are reported.</summary>
    public List<InterfaceAddress> Read(RawHost host)
    {
        var good = new List<InterfaceAddress>();
        if (host.Addresses.Count > TopologyLimits.MaxAddresses)
        {
            errors.Add(host.Name.Origin, $"host {Phrases.Quote(host.Name.Text)} has {host.Addresses.Count} addresses",
                $"Give it at most {TopologyLimits.MaxAddresses}");
        }

        foreach (var written in host.Addresses.Take(TopologyLimits.MaxAddresses))
        {
            if (ReadOne(written) is { } address && IsNew(address, written.Origin, host.Name.Text)) good.Add(address);
        }

        return good;
    }

    /// <summary>An address without prefix in its usual spelling, so that 010.1 or 1 are mistakes rather than octal and 0.0.0.1.</summary>
    public static bool TryParse(string text, out IPAddress address)
    {
        address = IPAddress.None;
        if (text.Contains('%', StringComparison.Ordinal) || text.Length > 45 || !IPAddress.TryParse(text, out var parsed)) return false;
        if (parsed.AddressFamily == AddressFamily.InterNetwork && !string.Equals(parsed.ToString(), text, StringComparison.Ordinal)) return false;
        address = parsed;
        return true;
    }

    private InterfaceAddress? ReadOne(Written written)
    {
        var slash = written.Text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            errors.Add(written.Origin, $"address {Phrases.Quote(written.Text)} has no prefix length", Remedy);
            return null;
        }

        if (!TryParse(written.Text[..slash], out var ip))
        {
            errors.Add(written.Origin, $"{Phrases.Quote(written.Text[..slash])} is no IP address", Remedy);
            return null;
        }

        return ReadPrefix(written, ip, written.Text[(slash + 1)..]);
    }

    private InterfaceAddress? ReadPrefix(Written written, IPAddress ip, string prefix)
    {
        var bits = 8 * ip.GetAddressBytes().Length;
        if (!int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > bits)
        {
            errors.Add(written.Origin, $"{Phrases.Quote(prefix)} is no prefix length for {ip}", $"Write a number from 0 to {bits} behind the slash");
            return null;
        }

        var address = new InterfaceAddress(ip, length);
        if (Unusable(address) is not { } reason) return address;
        errors.Add(written.Origin, $"{address} cannot be a host's address: {reason}", "Give the host an address of its own in its network");
        return null;
    }

    private static string? Unusable(InterfaceAddress address)
    {
        var bytes = address.Address.GetAddressBytes();
        if (bytes.All(b => b == 0)) return "it stands for no host";
        if (IPAddress.IsLoopback(address.Address)) return "it is a loopback address, which every namespace has already";
        if (address.IsIPv6) return address.Address.IsIPv6Multicast ? "it is a multicast address" : null;
        if (bytes[0] >= 224) return "it is a multicast or reserved address";
        if (address.PrefixLength > 30) return null; // RFC 3021: networks of one or two addresses have no special ones
        var hostBits = uint.MaxValue >> address.PrefixLength;
        var host = ((uint)bytes[0] << 24 | (uint)bytes[1] << 16 | (uint)bytes[2] << 8 | bytes[3]) & hostBits;
        return host == 0 ? "it is the name of the whole network" : host == hostBits ? "it is the network's broadcast address" : null;
    }

    private bool IsNew(InterfaceAddress address, HoconOrigin origin, string host)
    {
        if (_seen.TryAdd(address.Address, (origin, host))) return true;
        var first = _seen[address.Address];
        errors.Add(origin, $"address {address.Address} is given twice, first to {Phrases.Quote(first.Host)} at {first.Origin}",
            "Give every host an address of its own");
        return false;
    }
}
