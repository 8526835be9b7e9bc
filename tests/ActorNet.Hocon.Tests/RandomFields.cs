using FsCheck;
using FsCheck.Fluent;

namespace ActorNet.Hocon.Tests;

/// <summary>Random configurations in which references, merges, appends and circles meet often.</summary>
internal static class RandomFields
{
    private static readonly Gen<string> Keys = Gen.Elements("a", "b", "c", "a.b", "b.c", "c.a", "a.a");

    private static readonly Gen<string> Values = Gen.Elements(
        "1", "${a}", "${?b}", "${?a}x", "[${?c}]", "{a = ${?a.b}}", "${a}${b}", "{b = ${c}} ${?a}", "[1] ${?b}", "{c.a = ${b}}", "{b = 2}",
        "null", "${?a.b} ${c}");

    private static readonly Gen<string> Fields =
        from key in Keys
        from separator in Gen.Elements("=", "=", "+=")
        from value in Values
        select $"{key} {separator} {value}\n";

    /// <summary>Texts of so many fields, one a line.</summary>
    public static Gen<string> Texts(int count) => Gen.ListOf(Fields, count).Select(f => string.Concat(f));
}
