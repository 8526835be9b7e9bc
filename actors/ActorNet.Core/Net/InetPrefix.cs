using System.Globalization;

namespace ActorNet.Core.Net;

/// <summary>An IPv4 address with the length of its prefix.</summary>
/// <param name="Address">The address in host order.</param>
/// <param name="Length">Bits of the prefix, 0 to 32.</param>
/// <param name="HasLength">Whether the length was written; otherwise it is 32.</param>
public readonly record struct InetPrefix(uint Address, int Length, bool HasLength = true)
{
    /// <summary>Bits of an address.</summary>
    public const int MaxLength = 32;

    /// <summary>Ones where the prefix is.</summary>
    public uint Mask => MaskOf(Length);

    /// <summary>Ones in the first <paramref name="length"/> bits.</summary>
    public static uint MaskOf(int length) => length == 0 ? 0 : uint.MaxValue << (MaxLength - length);

    /// <summary>Whether an address lies within the prefix.</summary>
    public bool Contains(uint address) => ((address ^ Address) & Mask) == 0;

    /// <summary>Reads <c>10.0.0.1/24</c>, <c>10.0.0.1</c>, <c>10.1/16</c> or <c>10.0.0.1/255.255.255.0</c>, as iproute2 does; IPv4 only.</summary>
    public static bool TryParse(string text, out InetPrefix prefix)
    {
        prefix = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!TryParseAddress(slash < 0 ? text : text[..slash], out var address, shortened: true)) return false;
        var length = MaxLength;
        if (slash >= 0 && !TryParseLength(text[(slash + 1)..], out length)) return false;
        prefix = new InetPrefix(address, length, slash >= 0);
        return true;
    }

    /// <summary>Reads four numbers parted by dots.</summary>
    /// <param name="text">The text.</param>
    /// <param name="address">The address in host order.</param>
    /// <param name="shortened">Accept fewer than four numbers; the missing ones are zero.</param>
    public static bool TryParseAddress(string text, out uint address, bool shortened = false)
    {
        address = 0;
        var parts = text.Split('.');
        if (parts.Length > 4 || (parts.Length < 4 && !shortened)) return false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 3 || !byte.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var part)) return false;
            address |= (uint)part << (24 - (8 * i));
        }

        return true;
    }

    /// <summary>Four numbers parted by dots.</summary>
    public static string Format(uint address) =>
        string.Create(CultureInfo.InvariantCulture, $"{address >> 24}.{(byte)(address >> 16)}.{(byte)(address >> 8)}.{(byte)address}");

    private static bool TryParseLength(string text, out int length)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length)) return length <= MaxLength;
        if (!TryParseAddress(text, out var mask)) return false;
        length = System.Numerics.BitOperations.PopCount(mask);
        return mask == MaskOf(length);
    }
}
