using System.Globalization;

namespace ActorNet.Core.Tc;

/// <summary>The parts of a u32 handle, <c>TABLE:BUCKET:FILTER</c> in hexadecimal with 12, 8 and 12 bits (<c>TC_U32_HTID</c> and its like).</summary>
internal static class U32Handle
{
    /// <summary>Stands for the root table of the classifier that is asked.</summary>
    public const uint RootTable = 0xFFF;

    private const uint MaxTable = 0xFFF;
    private const uint MaxBucket = 0xFF;
    private const uint MaxId = 0xFFF;

    /// <summary>Number of the table, 0 for none.</summary>
    public static uint Table(uint handle) => handle >> 20;

    /// <summary>Number of the bucket.</summary>
    public static int Bucket(uint handle) => (int)((handle >> 12) & MaxBucket);

    /// <summary>Number of the filter, 0 for none.</summary>
    public static uint Id(uint handle) => handle & MaxId;

    /// <summary>Whether a table is meant, nothing in it.</summary>
    public static bool IsTable(uint handle) => (handle & 0xFFFFF) == 0;

    /// <summary>As tc writes it: <c>800:</c>, <c>800::1</c>, <c>1:5:800</c>.</summary>
    public static string Format(uint handle)
    {
        if (handle == 0) return "none";
        var table = Table(handle) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Table(handle):x}:");
        var bucket = Bucket(handle) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Bucket(handle):x}");
        var id = Id(handle) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Id(handle):x}");
        return table + bucket + id;
    }

    /// <summary>Reads it as tc does: parts between colons, each of which may be left out, or a whole number with 0x.</summary>
    public static bool TryParse(string text, out uint handle)
    {
        handle = 0;
        if (!text.Contains(':', StringComparison.Ordinal))
            return text.StartsWith("0x", StringComparison.Ordinal) && uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out handle);
        var parts = text.Split(':');
        if (parts.Length > 3) return false;
        if (!TryPart(parts, 0, MaxTable, out var table) || !TryPart(parts, 1, MaxBucket, out var bucket) || !TryPart(parts, 2, MaxId, out var id)) return false;
        handle = (table << 20) | (bucket << 12) | id;
        return true;
    }

    private static bool TryPart(string[] parts, int index, uint limit, out uint value)
    {
        value = 0;
        if (index >= parts.Length || parts[index].Length == 0) return true;
        return uint.TryParse(parts[index], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value <= limit;
    }
}
