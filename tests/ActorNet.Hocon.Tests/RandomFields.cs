using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace ActorNet.Hocon.Tests;

/// <summary>Random configurations in which references, merges, appends and circles meet often.</summary>
internal static partial class RandomFields
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

    /// <summary>
    /// Whether two of the fields a, b, c refer to each other's values, directly or by way of the third. Which of them is evaluated first then decides the outcome, and
    /// the specification leaves that open. A field that refers to itself counts too: layered and written one behind the other, such texts are known to differ in rare cases.
    /// </summary>
    public static bool HasCircularReferences(string text)
    {
        var refers = new bool[3, 3];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (Match reference in Reference().Matches(line)) refers[line[0] - 'a', reference.Groups["name"].Value[0] - 'a'] = true;
        }

        for (var via = 0; via < 3; via++)
        {
            for (var from = 0; from < 3; from++)
            {
                for (var to = 0; to < 3; to++) refers[from, to] |= refers[from, via] && refers[via, to];
            }
        }

        return refers[0, 0] || refers[1, 1] || refers[2, 2];
    }

    [GeneratedRegex(@"\$\{\??(?<name>[a-c])", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
