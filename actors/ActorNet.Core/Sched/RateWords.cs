using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Words that the shapers share (<c>tc/tc_util.c</c>).</summary>
internal static class RateWords
{
    /// <summary>BYTES[/CELL]; the cell, a power of two, served a rate table that kernels no longer look at.</summary>
    public static bool TrySizeWithCell(string word, out uint size)
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        if (!Units.TryParseSize(slash < 0 ? word : word[..slash], out size)) return false;
        return slash < 0 || (uint.TryParse(word.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var cell) && uint.IsPow2(cell));
    }

    /// <summary>Whether a link layer sends ATM cells; null for a word that is none.</summary>
    public static bool? IsAtm(string word) => word switch
    {
        "ethernet" => false,
        "atm" or "adsl" => true,
        _ => null,
    };
}
