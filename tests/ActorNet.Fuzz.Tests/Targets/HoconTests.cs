using ActorNet.Fuzz.Tests.Harness;
using ActorNet.Hocon;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>HOCON: any text is read or refused with its place, and what was read can be written and read again.</summary>
public sealed class HoconTests
{
    private static readonly HoconOptions Small = new() { MaxResolvedBytes = 1 << 20, MaxDepth = 60, MaxReferenceDepth = 60 };

    private static readonly string[] Texts =
    [
        .. Corpus.Topologies, ReferenceConf.Text, "a = 1, b = ${a}, c = ${?d} x", "a { b : [1, 2, {c = d}] } a.b += 3", "a = \"\"\"x \" \"\"\"\"", "include \"other\"\na = 5s",
        "x = ${y}, y = ${z}, z = [1] ${?x}", "a.\"b.c\".d = 1e3 KiB // comment\n# more", "[1, 2, [3, [4]]]", "{\"json\": [null, true, -1.5e-3, \"\\u00e9\\n\"]}", "p = ${q.r} [${q}] { s = ${p} }",
    ];

    private static readonly string[] Words = ["a", "b", "${a}", "${?b}", "= ", "+= ", ": ", "{", "}", "[", "]", "include ", "required(", "file(\"x\")", "\"\"\"", "// c\n", "# c\n", ".", ",", "\n", "10s", "5KiB", "null"];

    [Fact]
    public void A_text_is_read_or_refused_with_its_place() => Fuzzer.OfText("hocon", static s => TextMutator.Mutate(s, Texts, Words), static text =>
    {
        HoconValue value;
        try
        {
            value = HoconParser.ReadText(text, "fuzz.conf", Small).ResolveRoot();
        }
        catch (HoconException refusal)
        {
            if (refusal.Message.Length == 0) throw new InvalidOperationException("The refusal says nothing.", refusal);
            return;
        }

        var json = HoconPrinter.ToJson(value);
        var again = HoconPrinter.ToJson(HoconParser.ReadText(json, "again.conf", new HoconOptions()).ResolveRoot());
        if (!string.Equals(json, again, StringComparison.Ordinal)) throw new InvalidOperationException($"Written as {json}, read again as {again}.");
    }).Run(12_000);
}
