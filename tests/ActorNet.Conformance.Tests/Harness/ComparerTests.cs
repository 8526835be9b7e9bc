using System.Text.Json.Nodes;
using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;
using ActorNet.Conformance.Tests.Scripts;
using Shouldly;
using Xunit;

namespace ActorNet.Conformance.Tests.Harness;

public class ComparerTests
{
    private const string Link = """[{"ifname":"vb","mtu":1500,"stats64":{"rx":{"packets":5,"dropped":0}}}]""";

    private static readonly Script Show = new("show", [new ScriptLine(3, "ip -s link show dev vb")]);

    [Fact]
    public void Equal_replies_have_no_difference() => Differences(Output(Link), Output(Link)).ShouldBeEmpty();

    [Fact]
    public void The_order_of_fields_does_not_matter() =>
        Differences(Output("""{"a":1,"b":[1,2]}"""), Output("""{"b":[1,2],"a":1}""")).ShouldBeEmpty();

    [Fact]
    public void The_order_of_entries_does_matter() =>
        Differences(Output("[1,2]"), Output("[2,1]")).Select(d => d.Path).ShouldBe(["output[0]", "output[1]"]);

    [Fact]
    public void A_different_field_is_found_with_its_place_and_both_values()
    {
        // When
        var difference = Differences(Output(Link), Output(Link.Replace("\"dropped\":0", "\"dropped\":3", StringComparison.Ordinal))).ShouldHaveSingleItem();

        // Then
        difference.ShouldBe(new Difference(3, "ip -s link show dev vb", "output[0].stats64.rx.dropped", "0", "3"));
        difference.Place.ShouldBe("ip -s link show dev vb > output[0].stats64.rx.dropped");
    }

    [Fact]
    public void A_missing_and_an_additional_field_are_found() =>
        Differences(Output("""{"a":1,"b":2}"""), Output("""{"a":1,"c":3}""")).Select(d => (d.Path, d.Expected, d.Got))
            .ShouldBe([("output.b", "2", "(absent)"), ("output.c", "(absent)", "3")]);

    [Fact]
    public void A_missing_and_an_additional_entry_are_found()
    {
        Differences(Output("[1,2]"), Output("[1]")).ShouldHaveSingleItem().ShouldBe(new Difference(3, Show.Lines[0].Text, "output[1]", "2", "(absent)"));
        Differences(Output("[1]"), Output("[1,2]")).ShouldHaveSingleItem().Expected.ShouldBe("(absent)");
    }

    [Theory]
    [InlineData("1", "\"1\"")]
    [InlineData("true", "false")]
    [InlineData("null", "0")]
    [InlineData("[]", "{}")]
    [InlineData("\"a\"", "\"b\"")]
    [InlineData("1", "1.5")]
    public void Values_of_another_kind_or_size_differ(string one, string other) => Differences(Output($"[{one}]"), Output($"[{other}]")).ShouldHaveSingleItem();

    [Fact]
    public void Numbers_are_compared_by_value() => Differences(Output("[1.0,100]"), Output("[1,1e2]")).ShouldBeEmpty();

    [Fact]
    public void Success_and_failure_differ()
    {
        var difference = Differences(Reply(true, ""), Reply(false, "Cannot find device \"vb\"")).ShouldHaveSingleItem();
        (difference.Path, difference.Expected, difference.Got).ShouldBe(("ok", "ok", "failed \"Cannot find device \"vb\"\""));
    }

    [Fact]
    public void Error_texts_differ() =>
        Differences(Reply(false, "RTNETLINK answers: File exists"), Reply(false, "RTNETLINK answers: No such device")).ShouldHaveSingleItem().Path.ShouldBe("error");

    [Fact]
    public void Nothing_and_an_empty_text_are_the_same() => Differences(Reply(true, ""), Output("\"\"")).ShouldBeEmpty();

    [Fact]
    public void A_backend_that_broke_is_a_difference()
    {
        var broken = new ScriptResult("show", []) { Broken = "no answer within 60 s" };
        Comparer.Compare(Show, Result(Output(Link)), broken).ShouldHaveSingleItem().Got.ShouldContain("no answer within 60 s");
    }

    [Fact]
    public void A_reply_too_few_is_a_difference() =>
        Comparer.Compare(Show, Result(Output(Link)), new ScriptResult("show", [])).ShouldHaveSingleItem().Path.ShouldBe("replies");

    [Fact]
    public void Frames_are_compared_in_order_and_without_their_time()
    {
        const string Frames = """[{"time":0.1,"dir":"in","type":"host","len":2,"hex":"aabb"},{"time":0.2,"dir":"out","type":"outgoing","len":2,"hex":"ccdd"}]""";
        Differences(Output(Frames), Output(Frames.Replace("0.1", "7.5", StringComparison.Ordinal))).ShouldBeEmpty();
        Differences(Output(Frames), Output(Frames.Replace("ccdd", "ccde", StringComparison.Ordinal))).ShouldHaveSingleItem().Path.ShouldBe("output[1].hex");
    }

    private static IReadOnlyList<Difference> Differences(Reply kernel, Reply actorNet) => Comparer.Compare(Show, Result(kernel), Result(actorNet));

    private static ScriptResult Result(Reply reply) => new("show", [reply]);

    private static Reply Output(string json) => new(3, Show.Lines[0].Text, true, "", JsonNode.Parse(json));

    private static Reply Reply(bool ok, string error) => new(3, Show.Lines[0].Text, ok, error, null);
}
