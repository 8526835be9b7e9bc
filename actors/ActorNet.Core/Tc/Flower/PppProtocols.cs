using System.Globalization;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc.Flower;

/// <summary>Protocols within PPP as tc names them (iproute2's <c>ppp_proto</c> table).</summary>
internal static class PppProtocols
{
    private const ushort Ip = 0x21;
    private const ushort IPv6 = 0x57;
    private const ushort MplsUnicast = 0x281;
    private const ushort MplsMulticast = 0x283;

    private static readonly (string Name, ushort Protocol)[] Known =
    [
        ("ip", Ip), ("at", 0x29), ("ipx", 0x2B), ("vjc_comp", 0x2D), ("vjc_uncomp", 0x2F), ("mp", 0x3D), ("ipv6", IPv6), ("compfrag", 0xFB), ("comp", 0xFD),
        ("mpls_uc", MplsUnicast), ("mpls_mc", MplsMulticast), ("ipcp", 0x8021), ("atcp", 0x8029), ("ipxcp", 0x802B), ("ipv6cp", 0x8057), ("ccpfrag", 0x80FB),
        ("ccp", 0x80FD), ("mplscp", 0x80FD), ("lcp", 0xC021), ("pap", 0xC023), ("lqr", 0xC025), ("chap", 0xC223), ("cbcp", 0xC029),
    ];

    /// <summary>The EtherType of what a protocol carries; null when it is no network protocol.</summary>
    public static ushort? EtherTypeOf(ulong protocol) => protocol switch
    {
        Ip => EtherType.IPv4,
        IPv6 => EtherType.IPv6,
        MplsUnicast => 0x8847,
        MplsMulticast => 0x8848,
        _ => null,
    };

    /// <summary>Reads a name in any case, or a number.</summary>
    public static bool TryParse(string text, out ushort protocol)
    {
        foreach (var (name, number) in Known)
        {
            protocol = number;
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase)) return true;
        }

        var isNumber = FlowerNumber.TryParse(text, 0, ushort.MaxValue, out var value);
        protocol = (ushort)value;
        return isNumber;
    }

    /// <summary>The name, or the number in brackets.</summary>
    public static string Format(ulong protocol)
    {
        foreach (var (name, number) in Known)
        {
            if (number == protocol) return name;
        }

        return string.Create(CultureInfo.InvariantCulture, $"[{protocol}]");
    }
}
