using System.Buffers.Binary;
using System.Net;
using ActorNet.Core.Frames;

namespace ActorNet.Hosts;

/// <summary>An IPv4 or IPv6 address as a value, without scope.</summary>
/// <param name="High">First half of an IPv6 address; 0 for IPv4.</param>
/// <param name="Low">Second half, or the whole IPv4 address.</param>
/// <param name="IsV6">Whether it is an IPv6 address.</param>
public readonly record struct IpAddress(ulong High, ulong Low, bool IsV6)
{
    /// <summary>Bytes of an IPv4 address.</summary>
    internal const int V4Size = 4;

    /// <summary>Bytes of an IPv6 address.</summary>
    internal const int V6Size = 16;

    /// <summary>ff02::1, every node of the link.</summary>
    internal static readonly IpAddress AllNodes = new(0xFF02_0000_0000_0000, 1, IsV6: true);

    /// <summary>255.255.255.255.</summary>
    internal static readonly IpAddress Broadcast = V4(uint.MaxValue);

    /// <summary>0.0.0.0 or ::.</summary>
    public bool IsUnspecified => (High | Low) == 0;

    /// <summary>224.0.0.0/4 or ff00::/8.</summary>
    public bool IsMulticast => IsV6 ? High >> 56 == 0xFF : Low >> 28 == 0xE;

    /// <summary>fe80::/10.</summary>
    public bool IsLinkLocal => IsV6 && High >> 54 == 0xFE80 >> 6;

    /// <summary>Bits of an address of this kind.</summary>
    internal int Bits => IsV6 ? 8 * V6Size : 8 * V4Size;

    /// <summary>The group in which a node is asked for this IPv6 address (RFC 4291, section 2.7.1).</summary>
    internal IpAddress SolicitedNode => new(0xFF02_0000_0000_0000, 0x0000_0001_FF00_0000 | (Low & 0xFF_FFFF), IsV6: true);

    /// <summary>An IPv4 address from its number.</summary>
    public static IpAddress V4(uint address) => new(0, address, IsV6: false);

    /// <summary>From the framework's; an IPv4 address in IPv6 clothes is the IPv4 address.</summary>
    public static IpAddress From(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        Span<byte> bytes = stackalloc byte[V6Size];
        address.TryWriteBytes(bytes, out var length);
        return length == V4Size ? ReadV4(bytes) : ReadV6(bytes);
    }

    /// <summary>Reads its text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static IpAddress Parse(string text) => From(IPAddress.Parse(text));

    /// <summary>To the framework's.</summary>
    public IPAddress ToIPAddress()
    {
        Span<byte> bytes = stackalloc byte[IsV6 ? V6Size : V4Size];
        Write(bytes);
        return new IPAddress(bytes);
    }

    /// <summary>As people write it.</summary>
    public override string ToString() => ToIPAddress().ToString();

    /// <summary>The link-local address of a station: modified EUI-64 (RFC 4291, appendix A).</summary>
    internal static IpAddress LinkLocalOf(MacAddress mac)
    {
        var upper = (mac.Value >> 24) ^ 0x02_0000;
        return new IpAddress(0xFE80_0000_0000_0000, (upper << 40) | 0xFF_FE00_0000 | (mac.Value & 0xFF_FFFF), IsV6: true);
    }

    internal static IpAddress ReadV4(ReadOnlySpan<byte> bytes) => V4(BinaryPrimitives.ReadUInt32BigEndian(bytes));

    internal static IpAddress ReadV6(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), IsV6: true);

    internal void Write(Span<byte> bytes)
    {
        if (!IsV6)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)Low);
            return;
        }

        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }

    /// <summary>Whether the first <paramref name="length"/> bits are those of an address of the same kind.</summary>
    internal bool SharesPrefix(IpAddress other, int length)
    {
        if (IsV6 != other.IsV6) return false;
        if (!IsV6) return ((Low ^ other.Low) & MaskOf(length + 32) & uint.MaxValue) == 0;
        return ((High ^ other.High) & MaskOf(Math.Min(length, 64))) == 0 && ((Low ^ other.Low) & MaskOf(Math.Max(length - 64, 0))) == 0;
    }

    /// <summary>The Ethernet group of a multicast address (RFC 1112, section 6.4; RFC 2464, section 7).</summary>
    internal MacAddress GroupMac => new(IsV6 ? 0x3333_0000_0000 | (Low & uint.MaxValue) : 0x0100_5E00_0000 | (Low & 0x7F_FFFF));

    private static ulong MaskOf(int length) => length == 0 ? 0 : ulong.MaxValue << (64 - length);
}
