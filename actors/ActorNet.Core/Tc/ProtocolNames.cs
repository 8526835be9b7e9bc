using System.Globalization;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <summary>Names of link-layer protocols as tc reads and prints them (iproute2's <c>ll_proto</c> table).</summary>
public static class ProtocolNames
{
    private static readonly (string Name, ushort Protocol)[] Known =
    [
        ("802_3", 0x0001), ("ax25", 0x0002), ("all", EtherType.All), ("802_2", EtherType.Ieee8022), ("snap", 0x0005), ("loop", 0x0060), ("pup", 0x0200),
        ("ip", EtherType.IPv4), ("x25", 0x0805), ("arp", EtherType.Arp), ("teb", 0x6558), ("rarp", 0x8035), ("atalk", 0x809B), ("aarp", 0x80F3),
        ("802.1Q", EtherType.Vlan), ("ipx", 0x8137), ("ipv6", EtherType.IPv6), ("mpls_uc", 0x8847), ("mpls_mc", 0x8848), ("ppp_disc", 0x8863),
        ("ppp_ses", 0x8864), ("profinet", 0x8892), ("aoe", 0x88A2), ("ethercat", 0x88A4), ("802.1ad", EtherType.VlanService), ("tipc", 0x88CA),
    ];

    /// <summary>Reads a name, in any case, or a number in decimal or 0x hexadecimal.</summary>
    public static bool TryParse(string text, out ushort protocol)
    {
        foreach (var (name, number) in Known)
        {
            protocol = number;
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase)) return true;
        }

        var hexadecimal = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return ushort.TryParse(hexadecimal ? text.AsSpan(2) : text, style, CultureInfo.InvariantCulture, out protocol);
    }

    /// <summary>The name, or the number in brackets and decimal: <c>[34997]</c>.</summary>
    public static string Format(ushort protocol)
    {
        foreach (var (name, number) in Known)
        {
            if (number == protocol) return name;
        }

        return string.Create(CultureInfo.InvariantCulture, $"[{protocol}]");
    }
}
