using System.Buffers.Binary;
using System.Globalization;
using System.Net;

namespace ActorNet.Node.Shell.Showing;

/// <summary>A frame in a few words, as tcpdump would begin its line: addresses, protocol, ports; the first bytes of what it does not know.</summary>
internal static class FrameSummary
{
    private const int Ethernet = 14;
    private const int TypeOffset = 12;
    private const int Tag = 4;
    private const int ShownBytes = 8;
    private const ushort IPv4 = 0x0800;
    private const ushort Arp = 0x0806;

    /// <summary>The words.</summary>
    /// <param name="frame">From the destination's address on; may be cut off anywhere.</param>
    public static string Of(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < Ethernet) return "cut off: " + Convert.ToHexStringLower(frame);
        var type = BinaryPrimitives.ReadUInt16BigEndian(frame[TypeOffset..]);
        var rest = frame[Ethernet..];
        var tags = "";
        while (type is 0x8100 or 0x88A8 && rest.Length >= Tag)
        {
            tags += string.Create(CultureInfo.InvariantCulture, $"vlan {BinaryPrimitives.ReadUInt16BigEndian(rest) & 0xFFF} ");
            type = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            rest = rest[Tag..];
        }

        var inner = type switch
        {
            IPv4 => Internet(rest),
            Arp => Resolution(rest),
            _ => null,
        };
        return tags + (inner ?? string.Create(CultureInfo.InvariantCulture, $"{Address(frame[6..12])} > {Address(frame[..6])} {type:x4} {First(rest)}").TrimEnd());
    }

    private static string? Internet(ReadOnlySpan<byte> packet)
    {
        if (packet.Length < 20 || packet[0] >> 4 != 4) return null;
        var (from, to) = (new IPAddress(packet[12..16]), new IPAddress(packet[16..20]));
        var header = (packet[0] & 0xF) * 4;
        if (header < 20 || packet.Length < header) return null;
        var rest = packet[header..];
        return packet[9] switch
        {
            17 when rest.Length >= 4 => $"udp {from}:{Number(rest)} > {to}:{Number(rest[2..])}",
            6 when rest.Length >= 8 => string.Create(CultureInfo.InvariantCulture, $"tcp {from}:{Number(rest)} > {to}:{Number(rest[2..])} seq {BinaryPrimitives.ReadUInt32BigEndian(rest[4..])}"),
            1 when rest.Length >= 8 => $"icmp {from} > {to} {Echo(rest[0])} seq {Number(rest[6..])}",
            var protocol => string.Create(CultureInfo.InvariantCulture, $"ip {from} > {to} protocol {protocol}"),
        };
    }

    private static string? Resolution(ReadOnlySpan<byte> packet)
    {
        if (packet.Length < 28) return null;
        var (from, to) = (new IPAddress(packet[14..18]), new IPAddress(packet[24..28]));
        return Number(packet[6..]) == 1 ? $"arp who has {to} tell {from}" : $"arp {from} is at {Address(packet[8..14])}";
    }

    private static string Echo(byte type) => type switch { 8 => "echo", 0 => "echo reply", _ => string.Create(CultureInfo.InvariantCulture, $"type {type}") };

    private static ushort Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static string First(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(bytes[..Math.Min(bytes.Length, ShownBytes)]) + (bytes.Length > ShownBytes ? "..." : "");

    private static string Address(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[17];
        for (var i = 0; i < 6; i++)
        {
            bytes[i].TryFormat(text[(3 * i)..], out _, "x2", CultureInfo.InvariantCulture);
            if (i < 5) text[(3 * i) + 2] = ':';
        }

        return new string(text);
    }
}
