using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Whatever the text, reading ends with a value or a <see cref="HoconException"/>.</summary>
public class FuzzTests
{
    private static readonly HoconOptions Small = new()
    {
        MaxResolvedBytes = 1 << 20,
        Environment = n => n.Length == 1 ? "env" : null,
        Loader = new MemoryLoader(("f.conf", "a = ${?b}, b += 1, c { include \"g.conf\" }"), ("g.conf", "a = ${a}${?x.y}")),
    };

    private static readonly Gen<string> Fragments = Gen.Elements(
        "a", "b", "a.b", "c", "x.y", "\"a\"", "\"", "\"\"\"", " ", " ", "\n", "\n", "=", ":", "+=", "{", "}",
        "{", "}", "[", "]", ",", "${a}",
        "${?a}", "${?b}", "${b}", "${a.b}", "${?x.y}", "${", "}", "include \"f.conf\"", "include",
        "file(\"f\")", "required(", "1", "10.0", "-", "1e5",
        "true", "null", "#", "//", "$", "?", "\\", "\\u00e9", "\u00a0", "\ufeff", "\r\n", "\0", "+", "0", "${L[]}", "\"0\"");

    [Fact]
    public void Random_fragments_either_read_or_throw_the_one_exception() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000),
            Prop.ForAll(Gen.ListOf(Fragments, 40).Select(f => string.Concat(f)).ToArbitrary(), Survives));

    [Fact]
    public void Random_fields_either_read_or_throw_the_one_exception()
    {
        // given mostly well-formed fields, so that references, merges and circles are reached
        var texts = RandomFields.Texts(8).ToArbitrary();
        // when, then
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(texts, Survives));
    }

    [Fact]
    public void Random_characters_either_read_or_throw_the_one_exception() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Survives(text ?? "")));

    [Fact]
    public void Every_beginning_of_a_good_text_either_reads_or_throws_the_one_exception()
    {
        const string Good =
            "a { b = [1, \"\\u0041\", ${?c.\"d e\"}] {x:1}, include required(file(\"f.conf\")) }\nc += \"\"\"q\"\"\"\" // z\n1.5 = ${a.b}";
        for (var length = 0; length <= Good.Length; length++) Assert.True(Survives(Good[..length]));
    }

    private static bool Survives(string text)
    {
        try
        {
            var value = HoconParser.ReadText(text, "t.conf", Small).ResolveRoot();
            return HoconParser.ReadText(value.ToString(), "again.conf").ResolveRoot().ToString() == value.ToString();
        }
        catch (HoconException error)
        {
            return error.Line > 0 && error.Column > 0 && error.Remedy.Length > 0;
        }
    }
}
