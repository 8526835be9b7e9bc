using ActorNet.Shell.Frames;

namespace ActorNet.Shell.Tests.Frames;

/// <summary>The frames of the shell, made byte by byte as the language defines them: the obvious way, to compare with.</summary>
internal static class SlowFrames
{
    public static byte[] Build(FrameSpec spec, uint sequence)
    {
        var header = new List<byte>();
        header.AddRange(Bytes(spec.Destination.Value, 6));
        header.AddRange(Bytes(spec.Source.Value, 6));
        if (spec.Vlan is { } tag) header.AddRange([0x81, 0x00, (byte)(tag >> 8), (byte)tag]);
        var room = spec.Size - header.Count - 2;
        byte[] number = [.. Bytes(sequence, 4)];
        return spec.Kind switch
        {
            FrameKind.Eth => [.. header, .. Bytes(spec.Type, 2), .. Pad(number, room, 0)],
            FrameKind.Arp => [.. header, 0x08, 0x06, .. Pad([0, 1, 8, 0, 6, 4, 0, 1, .. Bytes(spec.Source.Value, 6), .. Bytes(spec.From.Address, 4), 0, 0, 0, 0, 0, 0, .. Bytes(spec.To.Address, 4)], room, 0)],
            _ => [.. header, 0x08, 0x00, .. Ip(spec, sequence, room)],
        };
    }

    /// <summary>RFC 1071, one word after another.</summary>
    public static ushort Checksum(IReadOnlyList<byte> bytes)
    {
        ulong sum = 0;
        for (var i = 0; i < bytes.Count; i += 2) sum += (ulong)((bytes[i] << 8) | (i + 1 < bytes.Count ? bytes[i + 1] : 0));
        while (sum > 0xFFFF) sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)(0xFFFF - sum);
    }

    private static byte[] Ip(FrameSpec spec, uint sequence, int length)
    {
        byte protocol = spec.Kind switch { FrameKind.Udp => 17, FrameKind.Tcp => 6, _ => 1 };
        List<byte> ip = [0x45, 0, .. Bytes((ulong)length, 2), .. Bytes(sequence & 0xFFFF, 2), 0, 0, 64, protocol, 0, 0, .. Bytes(spec.From.Address, 4), .. Bytes(spec.To.Address, 4)];
        Put(ip, 10, Checksum(ip));
        List<byte> transport = spec.Kind switch
        {
            FrameKind.Udp => [.. Bytes(spec.From.Port, 2), .. Bytes(spec.To.Port, 2), .. Bytes((ulong)length - 20, 2), 0, 0],
            FrameKind.Tcp => [.. Bytes(spec.From.Port, 2), .. Bytes(spec.To.Port, 2), .. Bytes(sequence, 4), 0, 0, 0, 0, 0x50, 0x10, 0xFF, 0xFF, 0, 0, 0, 0],
            _ => [8, 0, 0, 0, 0, 1, .. Bytes(sequence & 0xFFFF, 2)],
        };
        var field = spec.Kind switch { FrameKind.Udp => 6, FrameKind.Tcp => 16, _ => 2 };
        transport.AddRange(Pad([.. Bytes(sequence, 4)], length - 20 - transport.Count, (byte)'x'));
        List<byte> pseudo = spec.Kind == FrameKind.Icmp ? [] : [.. Bytes(spec.From.Address, 4), .. Bytes(spec.To.Address, 4), 0, protocol, .. Bytes((ulong)transport.Count, 2)];
        var value = spec.Gso != 0 ? (ushort)(0xFFFF - Checksum(pseudo)) : Checksum([.. pseudo, .. transport]);
        if (spec is { Gso: 0, Kind: FrameKind.Udp } && value == 0) value = 0xFFFF;
        Put(transport, field, value);
        return [.. ip, .. transport];
    }

    private static IEnumerable<byte> Bytes(ulong value, int count) => Enumerable.Range(0, count).Select(i => (byte)(value >> (8 * (count - 1 - i))));

    private static byte[] Pad(byte[] bytes, int length, byte filler) => [.. bytes.Take(length), .. Enumerable.Repeat(filler, Math.Max(0, length - bytes.Length))];

    private static void Put(List<byte> bytes, int at, ushort value)
    {
        bytes[at] = (byte)(value >> 8);
        bytes[at + 1] = (byte)value;
    }
}
