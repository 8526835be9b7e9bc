using System.Text;

namespace ActorNet.Topology.Tests;

public class LimitsTests
{
    [Fact]
    public void More_hosts_and_boxes_than_allowed_are_refused_at_once()
    {
        var text = new StringBuilder("§hosts {\n");
        for (var i = 0; i < 10_000; i++) text.Append($"h{i} {{ }}\n");
        text.Append("}\nboxes { lab { } }");
        Expect.Errors(text.ToString(), ("10001 hosts and boxes", "at most 10000"));
    }

    [Fact]
    public void More_links_than_allowed_are_refused_at_once()
    {
        var text = new StringBuilder("§boxes { lab { } }\nlinks = [\n");
        for (var i = 0; i < 100_001; i++) text.Append("{ a = x, b = y }\n");
        Expect.Errors(text.Append(']').ToString(), ("100001 links", "at most 10000"));
    }

    [Fact]
    public void Errors_beyond_the_bound_are_counted()
    {
        // Given
        var text = new StringBuilder("boxes { lab { ports = [\n");
        for (var i = 0; i < 1500; i++) text.Append($"h{i}\n");

        // When
        var errors = TopologyLoader.LoadText(text.Append("] } }").ToString(), Expect.File).Errors;

        // Then
        errors.Count.ShouldBe(TopologyLimits.MaxErrors + 1);
        errors[^1].What.ShouldBe("500 further errors are not listed");
    }
}
