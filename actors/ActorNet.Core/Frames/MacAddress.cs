using System.Globalization;

namespace ActorNet.Core.Frames;

/// <summary>A 48-bit Ethernet address; <see cref="Value"/> holds it as a number, first byte on the wire highest.</summary>
/// <param name="Value">The address in the low 48 bits.</param>
public readonly record struct MacAddress(ulong Value) : IComparable<MacAddress>
{
    /// <summary>Bytes of an address.</summary>
    public const int Size = 6;

    /// <summary>ff:ff:ff:ff:ff:ff.</summary>
    public static readonly MacAddress Broadcast = new(0xFFFF_FFFF_FFFF);

    /// <summary>00:00:00:00:00:00, valid for no station.</summary>
    public static readonly MacAddress Zero;

    /// <summary>Group bit: multicast, broadcast included.</summary>
    public bool IsMulticast => (Value & 0x0100_0000_0000) != 0;

    /// <summary>All ones.</summary>
    public bool IsBroadcast => Value == Broadcast.Value;

    /// <summary>Usable as a station's address: neither group nor zero (<c>is_valid_ether_addr</c>).</summary>
    public bool IsValidUnicast => !IsMulticast && Value != 0;

    /// <summary>Reads six bytes.</summary>
    public static MacAddress Read(ReadOnlySpan<byte> bytes) =>
        new(((ulong)bytes[0] << 40) | ((ulong)bytes[1] << 32) | ((ulong)bytes[2] << 24)
            | ((ulong)bytes[3] << 16) | ((ulong)bytes[4] << 8) | bytes[5]);

    /// <summary>Writes six bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        for (var i = 0; i < Size; i++) bytes[i] = (byte)(Value >> (40 - (8 * i)));
    }

    /// <summary>A locally administered unicast address made from 46 random bits (<c>eth_random_addr</c>).</summary>
    public static MacAddress FromRandom(ulong random) => new((random & 0xFCFF_FFFF_FFFF) | 0x0200_0000_0000);

    /// <summary>Reads six pairs of hexadecimal digits (one digit is accepted as iproute2 does) parted by colons.</summary>
    public static bool TryParse(string text, out MacAddress address)
    {
        address = default;
        var parts = text.Split(':');
        if (parts.Length != Size) return false;
        ulong value = 0;
        foreach (var part in parts)
        {
            if (part.Length is 0 or > 2 || !byte.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
                return false;
            value = (value << 8) | b;
        }

        address = new MacAddress(value);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(MacAddress other) => Value.CompareTo(other.Value);

    /// <summary>Six lower-case pairs parted by colons.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(byte)(Value >> 40):x2}:{(byte)(Value >> 32):x2}:{(byte)(Value >> 24):x2}:{(byte)(Value >> 16):x2}:{(byte)(Value >> 8):x2}:{(byte)Value:x2}");
}
