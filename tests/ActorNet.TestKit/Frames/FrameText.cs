using System.Globalization;

namespace ActorNet.TestKit;

/// <summary>Frames in a few words, as tcpdump would begin its line.</summary>
internal static class FrameText
{
    public static string Line(CapturedFrame frame) =>
        string.Create(CultureInfo.InvariantCulture, $"{Seconds(frame.At.Nanoseconds)} {frame.Device} {(frame.Direction == FrameDirection.In ? "in " : "out")} {Number(frame)}{Summary(frame)} ({frame.Length} bytes)");

    /// <summary>Nanoseconds as seconds with all nine digits, so that columns stay and texts can be compared.</summary>
    public static string Seconds(long nanoseconds)
    {
        var size = Math.Abs(nanoseconds);
        return string.Create(CultureInfo.InvariantCulture, $"{(nanoseconds < 0 ? "-" : "")}{size / 1_000_000_000}.{size % 1_000_000_000:000000000}");
    }

    /// <summary>A span as one says it: <c>20 ms</c>.</summary>
    public static string Span(TimeSpan span) => span.Nanoseconds() switch
    {
        var ns when ns % 1_000_000_000 == 0 => string.Create(CultureInfo.InvariantCulture, $"{ns / 1_000_000_000} s"),
        var ns when ns % 1_000_000 == 0 => string.Create(CultureInfo.InvariantCulture, $"{ns / 1_000_000} ms"),
        var ns when ns % 1_000 == 0 => string.Create(CultureInfo.InvariantCulture, $"{ns / 1_000} us"),
        var ns => string.Create(CultureInfo.InvariantCulture, $"{ns} ns"),
    };

    private static string Number(CapturedFrame frame) => frame.Number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"#{frame.Number} ");

    private static string Summary(CapturedFrame frame)
    {
        var tags = string.Concat(frame.Vlans.Select(v => string.Create(CultureInfo.InvariantCulture, $"vlan {v.Id} ")));
        if (frame.Arp is { } arp) return tags + (arp.IsRequest ? $"arp who has {arp.Target} tell {arp.Sender}" : $"arp {arp.Sender} is at {arp.SenderMac}");
        if (frame.IPv4 is { } four) return tags + Packet(frame, four.Source.ToString(), four.Destination.ToString(), four.Protocol) + Marked(four.Ecn);
        if (frame.IPv6 is { } six) return tags + Packet(frame, $"[{six.Source}]", $"[{six.Destination}]", six.NextHeader) + Marked(six.Ecn);
        if (frame.Ethernet is not { } ethernet) return "cut off: " + Convert.ToHexStringLower(frame.Bytes.Span);
        return tags + string.Create(CultureInfo.InvariantCulture, $"{ethernet.Source} > {ethernet.Destination} type {ethernet.Type:x4}");
    }

    private static string Packet(CapturedFrame frame, string from, string to, int protocol)
    {
        var culture = CultureInfo.InvariantCulture;
        if (frame.Udp is { } udp) return string.Create(culture, $"udp {from}:{udp.SourcePort} > {to}:{udp.DestinationPort} payload {frame.Payload.Length}");
        if (frame.Tcp is { } tcp) return string.Create(culture, $"tcp {from}:{tcp.SourcePort} > {to}:{tcp.DestinationPort} {Words(tcp.Flags)} seq {tcp.Sequence} ack {tcp.Acknowledgment} payload {frame.Payload.Length}");
        if (frame.Icmp is { } icmp) return $"icmp {from} > {to} {Icmp(icmp, echo: 8, reply: 0)}";
        if (frame.Icmp6 is { } icmp6) return $"icmp6 {from} > {to} {Icmp(icmp6, echo: 128, reply: 129)}";
        return string.Create(culture, $"ip {from} > {to} protocol {protocol}");
    }

    private static string Icmp(IcmpView icmp, int echo, int reply)
    {
        if (icmp.Type == echo) return string.Create(CultureInfo.InvariantCulture, $"echo {icmp.Sequence}");
        if (icmp.Type == reply) return string.Create(CultureInfo.InvariantCulture, $"echo reply {icmp.Sequence}");
        return string.Create(CultureInfo.InvariantCulture, $"type {icmp.Type} code {icmp.Code}");
    }

    private static string Words(TcpFlags flags) => flags.ToString().ToLowerInvariant().Replace(", ", "+", StringComparison.Ordinal);

    private static string Marked(Ecn ecn) => ecn == Ecn.Congestion ? " CE" : "";
}
