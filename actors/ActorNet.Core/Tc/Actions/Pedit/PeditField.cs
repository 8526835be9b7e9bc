namespace ActorNet.Core.Tc;

/// <summary>How the value of a field is written.</summary>
internal enum PeditValue
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>An IPv4 address.</summary>
    IPv4,

    /// <summary>An IPv6 address.</summary>
    IPv6,

    /// <summary>An Ethernet address.</summary>
    Mac,
}

/// <summary>A field that pedit knows by name.</summary>
/// <param name="Name">tc's word.</param>
/// <param name="Offset">Where it begins in its header.</param>
/// <param name="Size">Bytes: 1, 2, 4, 6 or 16.</param>
/// <param name="Value">How its value is written.</param>
/// <param name="Retain">Bits that are changed unless <c>retain</c> says otherwise.</param>
internal sealed record PeditField(string Name, int Offset, int Size, PeditValue Value = PeditValue.Number, uint Retain = uint.MaxValue)
{
    /// <summary>The word may be cut short.</summary>
    public bool MayBeShort { get; init; }

    /// <summary>The field knows <c>decrement</c>.</summary>
    public bool Decrements { get; init; }

    /// <summary>Only without <c>ex</c>: it lies behind an IPv4 header that is taken to have no options.</summary>
    public bool IsBehindHeader { get; init; }

    /// <summary>Bits by which the finished key is moved to the left within its word.</summary>
    public int Shift { get; init; }
}

/// <summary>The fields of each header (<c>tc/p_*.c</c>).</summary>
internal static class PeditFields
{
    private const uint Byte = 0xFF;
    private const uint Short = 0xFFFF;

    private static readonly PeditField[] Ethernet =
    [
        new("type", 12, 2, Retain: Short),
        new("dst", 0, 6, PeditValue.Mac),
        new("src", 6, 6, PeditValue.Mac),
    ];

    private static readonly PeditField[] IPv4 =
    [
        new("src", 12, 4, PeditValue.IPv4),
        new("dst", 16, 4, PeditValue.IPv4),
        new("tos", 1, 1, Retain: Byte),
        new("dsfield", 1, 1, Retain: Byte) { MayBeShort = true },
        new("ihl", 0, 1, Retain: 0x0F),
        new("ttl", 8, 1, Retain: Byte) { Decrements = true },
        new("protocol", 9, 1, Retain: Byte),
        new("precedence", 1, 1, Retain: Byte) { MayBeShort = true },
        new("nofrag", 6, 1, Retain: 0x3F),
        new("firstfrag", 6, 1, Retain: 0x1F),
        new("ce", 6, 1, Retain: 0x80),
        new("df", 6, 1, Retain: 0x40),
        new("mf", 6, 1, Retain: 0x20),
        new("dport", 22, 2, Retain: Short) { IsBehindHeader = true },
        new("sport", 20, 2, Retain: Short) { IsBehindHeader = true },
        new("icmp_type", 20, 1, Retain: Byte) { IsBehindHeader = true },
        // The code is the second byte; tc changes the first.
        new("icmp_code", 20, 1, Retain: Byte) { IsBehindHeader = true },
    ];

    private static readonly PeditField[] IPv6 =
    [
        new("src", 8, 16, PeditValue.IPv6),
        new("dst", 24, 16, PeditValue.IPv6),
        new("flow_lbl", 0, 4, Retain: 0x0007FFFF),
        new("payload_len", 4, 2, Retain: Short),
        new("nexthdr", 6, 1, Retain: Byte),
        new("hoplimit", 7, 1, Retain: Byte) { Decrements = true },
        new("traffic_class", 1, 1, Retain: Byte) { Shift = 4 },
    ];

    private static readonly PeditField[] Tcp =
    [
        new("sport", 0, 2, Retain: Short),
        new("dport", 2, 2, Retain: Short),
        new("flags", 13, 1, Retain: Byte),
    ];

    private static readonly PeditField[] Udp =
    [
        new("sport", 0, 2, Retain: Short),
        new("dport", 2, 2, Retain: Short),
    ];

    private static readonly (string Name, PeditHeader Header, PeditField[] Fields)[] Headers =
    [
        ("eth", PeditHeader.Ethernet, Ethernet),
        ("ip", PeditHeader.IPv4, IPv4),
        ("ip6", PeditHeader.IPv6, IPv6),
        ("tcp", PeditHeader.Tcp, Tcp),
        ("udp", PeditHeader.Udp, Udp),

        // tc knows the word and no field.
        ("icmp", PeditHeader.Network, []),
    ];

    /// <summary>The header of that name with its fields; null when tc does not know it.</summary>
    public static (PeditHeader Header, IReadOnlyList<PeditField> Fields)? Find(string name)
    {
        foreach (var known in Headers)
        {
            if (string.Equals(known.Name, name, StringComparison.Ordinal)) return (known.Header, known.Fields);
        }

        return null;
    }
}
