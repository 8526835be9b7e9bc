using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Prints a key of pedit as tc does.</summary>
internal static class PeditPrinter
{
    public static void Print(ShowWriter writer, PeditKey key, int number)
    {
        writer.OpenObject().Number(null, "\n\t key #{0}  at ", number);
        if (key.Header == PeditHeader.Network) writer.Text("htype", null, "network").Number("offset", "{0}", key.Offset);
        else writer.Text("htype", "{0}", Name(key.Header)).Number("offset", "{0:+0;-0;+0}", key.Offset);

        // The text says "val" for "set", as it did before there was "add".
        writer.Text(null, ": {0}", key.Add ? "add" : "val").Text("cmd", null, key.Add ? "add" : "set");
        PrintHexadecimal(writer, "val", " {0}", key.Value);
        PrintHexadecimal(writer, "mask", " mask {0}", key.Mask);
        writer.CloseObject();
    }

    private static string Name(PeditHeader header) => header switch
    {
        PeditHeader.Ethernet => "eth",
        PeditHeader.IPv4 => "ipv4",
        PeditHeader.IPv6 => "ipv6",
        PeditHeader.Tcp => "tcp",
        _ => "udp",
    };

    /// <summary>Eight digits in text; in JSON a string without leading zeros.</summary>
    private static void PrintHexadecimal(ShowWriter writer, string name, string format, uint value) =>
        writer.Text(writer.IsJson ? name : null, format, value.ToString(writer.IsJson ? "x" : "x8", CultureInfo.InvariantCulture));
}
