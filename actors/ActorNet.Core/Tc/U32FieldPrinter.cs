using System.Net;
using System.Numerics;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>
/// Prints a key of u32 as the field of an IP header that it is (<c>tc -p</c>). Keys that are no field it knows are left out, as tc does; and for IPv6 it takes
/// the places of IPv4's fields, as tc does.
/// </summary>
internal static class U32FieldPrinter
{
    /// <summary>Prints a key.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="key">The key.</param>
    /// <param name="protocol">IPv4 or IPv6: they differ in the order of ports.</param>
    public static void Print(ShowWriter writer, U32Key key, ushort protocol)
    {
        writer.OpenObject("match");
        switch (key.Offset, key.Mask)
        {
            case (0, 0x0F000000):
                writer.Plain("\n").Unsigned("ip_ihl", "  match IP ihl {0}", key.Value >> 24);
                break;
            case (0, 0x00FF0000):
                var field = key.Value >> 16;
                writer.Plain("\n").Text("ip_dsfield", "  match IP dsfield {0}", field == 0 ? "0" : FormattableString.Invariant($"0x{field:x}"));
                break;
            case (8, 0x00FF0000):
                writer.Plain("\n").Unsigned("ip_protocol", "  match IP protocol {0}", key.Value >> 16);
                break;
            case (12 or 16, _):
                PrintAddress(writer, key);
                break;
            case (20, _):
                PrintPorts(writer, key, low: protocol == EtherType.IPv4 ? "dport" : "sport", high: protocol == EtherType.IPv4 ? "sport" : "dport");
                break;
        }

        writer.CloseObject();
    }

    private static void PrintAddress(ShowWriter writer, U32Key key)
    {
        var host = ~key.Mask;
        if ((host & (host + 1)) != 0) return;
        var name = key.Offset == 12 ? "src" : "dst";
        var address = new IPAddress(IPAddress.HostToNetworkOrder((int)key.Value) & 0xFFFFFFFFL).ToString();
        writer.Plain("\n").Plain($"  match IP {name} ").OpenObject(name).Text("address", "{0}", address);
        writer.Number("prefixlen", "/{0}", BitOperations.PopCount(key.Mask)).CloseObject();
    }

    /// <summary>Only the source port begins a line of its own, as tc has it; both together do.</summary>
    private static void PrintPorts(ShowWriter writer, U32Key key, string low, string high)
    {
        var lowPort = key.Value & 0xFFFF;
        var highPort = key.Value >> 16;
        switch (key.Mask)
        {
            case 0x0000FFFF:
                PrintPort(writer, low, lowPort);
                break;
            case 0xFFFF0000:
                PrintPort(writer, high, highPort);
                break;
            case uint.MaxValue:
                writer.Plain("\n").Unsigned(low, $"  match {low} {{0}}, ", lowPort).Unsigned(high, $"match {high} {{0}}", highPort);
                break;
        }
    }

    private static void PrintPort(ShowWriter writer, string name, uint port)
    {
        if (name is "sport") writer.Plain("\n").Unsigned("sport", "  match sport {0}", port);
        else writer.Unsigned("dport", "match dport {0}", port);
    }
}
