using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>JSON is a subset: any document reads as another JSON reader reads it.</summary>
public class JsonPropertyTests
{
    private static readonly Gen<string> Texts = ArbMap.Default.GeneratorFor<string>().Select(s =>
        new string((s ?? "").Where(c => !char.IsSurrogate(c)).ToArray()));

    private static readonly Gen<string> Spaces = Gen.Elements("", "", " ", "\n", "\t", "\r\n");

    private static readonly Gen<string> Scalars = Gen.OneOf(
        Gen.Elements("null", "true", "false", "0", "-0", "1e5", "1E+5", "-12.50e-3",
            "\"\"", "\"\\u0041\\ud83d\\ude00\\/\"", "\"${a}\"", "\"a.b\""),
        ArbMap.Default.GeneratorFor<long>().Select(n => n.ToString()),
        Texts.Select(s => JsonSerializer.Serialize(s)));

    [Fact]
    public void Any_JSON_document_reads_as_another_reader_reads_it()
    {
        var documents = Documents().Where(d => d[0] is '{' or '[').ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(documents, json =>
        {
            using var expected = JsonDocument.Parse(json);
            return Same(HoconParser.ReadText(json, "t.json").ResolveRoot(), expected.RootElement);
        }));
    }

    [Fact]
    public void Printing_and_reading_again_changes_nothing()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Documents().Where(d => d[0] is '{' or '[').ToArbitrary(), json =>
        {
            var value = HoconParser.ReadText(json, "t.json").ResolveRoot();
            var pretty = HoconPrinter.ToJson(value, indented: true);
            using var check = JsonDocument.Parse(pretty);
            return HoconParser.ReadText(pretty, "p.json").ResolveRoot().ToString() == value.ToString() && Same(value, check.RootElement);
        }));
    }

    [Fact]
    public void The_comparison_itself_notices_a_difference()
    {
        using var other = JsonDocument.Parse("""{"a":[1,2]}""");
        Same(HoconParser.ParseText("a = [1, 2]", "t.conf"), other.RootElement).ShouldBeTrue();
        Same(HoconParser.ParseText("a = [1, 3]", "t.conf"), other.RootElement).ShouldBeFalse();
        Same(HoconParser.ParseText("a = [1]", "t.conf"), other.RootElement).ShouldBeFalse();
        Same(HoconParser.ParseText("b = [1, 2]", "t.conf"), other.RootElement).ShouldBeFalse();
    }

    private static Gen<string> Documents() => Gen.Sized(size => Value(Math.Min(size, 60)));

    private static Gen<string> Value(int size) => size <= 1 ? Scalars : Gen.Frequency(
        (1, Scalars),
        (3, List('[', ']', Value(size / 3).Select(v => (Key: "", Text: v)), distinct: false)),
        (3, List('{', '}', Field(size / 3), distinct: true)));

    private static Gen<(string Key, string Text)> Field(int size) =>
        from key in Texts
        from before in Spaces
        from after in Spaces
        from value in Value(size)
        select (key, JsonSerializer.Serialize(key) + before + ":" + after + value);

    /// <summary>Duplicate keys mean different things to different readers, so an object gets each key once.</summary>
    private static Gen<string> List(char open, char close, Gen<(string Key, string Text)> item, bool distinct) =>
        from items in Gen.ListOf(item, 4)
        from before in Spaces
        from after in Spaces
        let kept = distinct ? items.DistinctBy(i => i.Key) : items
        select open + before + string.Join(after + "," + before, kept.Select(i => i.Text)) + after + close;

    private static bool Same(HoconValue value, JsonElement json) => (value, json.ValueKind) switch
    {
        (HoconObject o, JsonValueKind.Object) => o.Fields.Count == json.EnumerateObject().Count()
            && json.EnumerateObject().All(p => o.TryGet(p.Name, out var field) && Same(field, json.GetProperty(p.Name))),
        (HoconArray a, JsonValueKind.Array) => a.Items.Count == json.GetArrayLength()
            && a.Items.Zip(json.EnumerateArray(), Same).All(b => b),
        (HoconString s, JsonValueKind.String) => s.Text == json.GetString(),
        (HoconNumber n, JsonValueKind.Number) => n.Text == json.GetRawText() && n.AsDouble().Equals(json.GetDouble()),
        (HoconBoolean b, JsonValueKind.True or JsonValueKind.False) => b.Value == json.GetBoolean(),
        (HoconNull, JsonValueKind.Null) => true,
        _ => false,
    };
}
