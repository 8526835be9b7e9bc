using System.Text.Json.Nodes;
using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;
using ActorNet.Conformance.Tests.Scripts;
using Shouldly;
using Xunit;

namespace ActorNet.Conformance.Tests.Harness;

public class NormalizerTests
{
    [Fact]
    public void Times_of_actions_are_taken_out() =>
        Normal("show", """[{"index":1,"installed":3,"last_used":0,"first_used":2,"stats":{"packets":4}}]""").ShouldBe("""[{"index":1,"stats":{"packets":4}}]""");

    [Fact]
    public void Times_in_texts_are_taken_out() =>
        Normal("show", "\"index 1 ref 1 installed 3 sec used 0 sec\"").ShouldBe("\"index 1 ref 1 installed <time> used <time>\"");

    [Fact]
    public void Times_in_broken_json_are_taken_out() =>
        Normal("show", """
            "{\"order\":0Simple <x>,\"installed\":3,\"last_used\":2,\"first_used\":2,\"stats\":{}}"
            """).ShouldBe("""
            "{\"order\":0Simple <x>,\"stats\":{}}"
            """);

    [Fact]
    public void Random_addresses_are_numbered_as_they_appear() =>
        Normal("ip link add ifb0 type ifb", """[{"address":"8a:39:14:8f:55:6f"},{"address":"ce:00:00:00:00:01"},{"address":"8a:39:14:8f:55:6f"}]""")
            .ShouldBe("""[{"address":"<random MAC 1>"},{"address":"<random MAC 2>"},{"address":"<random MAC 1>"}]""");

    [Theory]
    [InlineData("02:00:00:00:00:07")]
    [InlineData("ff:ff:ff:ff:ff:ff")]
    [InlineData("01:00:5e:00:00:01")]
    [InlineData("00:00:00:00:00:00")]
    [InlineData("02:00:00:00:00:01")]
    public void Addresses_that_are_given_or_fixed_stay(string address) =>
        Normal("ip link add ifb0 address 02:00:00:00:00:07 type ifb", $$"""[{"address":"{{address}}"}]""").ShouldBe($$"""[{"address":"{{address}}"}]""");

    [Fact]
    public void Random_addresses_are_found_in_frames() =>
        Normal("sniff va", """[{"address":"8a:39:14:8f:55:6f"},{"hex":"ffffffffffff8a39148f556f0806000108000604"},{"hex":"ce00000000018a39148f556f0806ce0000000001"}]""")
            .ShouldBe("""[{"address":"<random MAC 1>"},{"hex":"ffffffffffff<random MAC 1>0806000108000604"},{"hex":"<random MAC 2><random MAC 1>0806<random MAC 2>"}]""");

    [Fact]
    public void Numbering_does_not_depend_on_the_order_of_fields() =>
        Normal("x", """{"b":"ce:00:00:00:00:01","a":"ca:00:00:00:00:02"}""").ShouldBe(Normal("x", """{"a":"ce:00:00:00:00:09","b":"ca:00:00:00:00:08"}"""));

    [Fact]
    public void Automatic_handles_are_numbered_as_they_appear() =>
        Normal("tc qdisc add dev va root pfifo", """[{"handle":"8007:","parent":"8003:1"},{"handle":"8003:"},{"handle":"1:"},{"handle":"0:"},{"fh":"800::800"}]""")
            .ShouldBe("""[{"handle":"<auto 1>:","parent":"<auto 2>:1"},{"handle":"<auto 2>:"},{"handle":"1:"},{"handle":"0:"},{"fh":"800::800"}]""");

    [Fact]
    public void A_handle_that_the_script_gives_stays() =>
        Normal("tc qdisc add dev va root handle 8001: pfifo", """[{"handle":"8001:"}]""").ShouldBe("""[{"handle":"8001:"}]""");

    [Fact]
    public void Copies_of_one_frame_are_sorted_in_random_scripts_and_nowhere_else()
    {
        const string Frames = """[{"dir":"out","hex":"01"},{"dir":"in","hex":"01"},{"dir":"out","hex":"02"},{"dir":"in","hex":"01"}]""";

        Normal("sniff va", Frames).ShouldBe(Frames);
        Normal("sniff va", Frames, generated: true).ShouldBe("""[{"dir":"in","hex":"01"},{"dir":"out","hex":"01"},{"dir":"out","hex":"02"},{"dir":"in","hex":"01"}]""");
    }

    [Fact]
    public void Every_row_says_why()
    {
        Normalization.All.Select(n => n.What).ShouldBeUnique();
        Normalization.All.ShouldAllBe(n => n.Reason.Length > 40 && n.Reason.EndsWith('.'));
    }

    private static string Normal(string line, string json, bool generated = false)
    {
        var script = new Script("s", [new ScriptLine(1, line)]) { IsGenerated = generated };
        var output = Normalizer.Normalize(script, [new Reply(1, line, true, "", JsonNode.Parse(json))])[0].Output!;
        // Fields in the order of the input, for the eye.
        return output.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
