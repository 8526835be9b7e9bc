using System.Numerics;

namespace ActorNet.Hocon.Units;

/// <summary>
/// "Size in bytes format" of the HOCON specification; case-sensitive. Zetta and yotta exist, though only fractions of them fit 64 bits.
/// </summary>
internal static class SizeUnits
{
    private const string Letters = "kMGTPEZY";
    private static readonly string[] Decimal = ["kilo", "mega", "giga", "tera", "peta", "exa", "zetta", "yotta"];
    private static readonly string[] Binary = ["kibi", "mebi", "gibi", "tebi", "pebi", "exbi", "zebi", "yobi"];

    public static UnitTable Table { get; } = new("a size in bytes", "as in 512B, 64KiB or 10MB", 1, mayBeNegative: false, Units());

    private static IEnumerable<(BigInteger Factor, string Spellings)> Units()
    {
        yield return (1, "B b byte bytes");
        for (var i = 0; i < Letters.Length; i++)
        {
            var (lower, upper) = (char.ToLowerInvariant(Letters[i]), char.ToUpperInvariant(Letters[i]));
            yield return (BigInteger.Pow(1000, i + 1), $"{Letters[i]}B {Decimal[i]}byte {Decimal[i]}bytes");
            yield return (BigInteger.Pow(1024, i + 1), $"{upper} {lower} {upper}i {upper}iB {Binary[i]}byte {Binary[i]}bytes");
        }
    }
}
