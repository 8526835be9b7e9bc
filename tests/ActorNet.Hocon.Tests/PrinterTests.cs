using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>The JSON printer.</summary>
public class PrinterTests
{
    [Fact]
    public void Indented_output_has_one_line_for_each_field_and_element()
    {
        // given
        var value = HoconParser.ParseText("a = [1, {}, []], b { c = \"x\\ty\\u0001\" }", "t.conf");
        // when, then
        HoconPrinter.ToJson(value, indented: true).ShouldBe("""
            {
              "a": [
                1,
                {},
                []
              ],
              "b": {
                "c": "x\ty\u0001"
              }
            }
            """);
    }

    [Fact]
    public void Compact_output_escapes_what_JSON_demands() =>
        HoconParser.ParseText("\"k\\\"\" = \"\\\\ \\b\\f\\n\\r\\t\\u001f é\"", "t.conf").ToString()
            .ShouldBe("""{"k\"":"\\ \b\f\n\r\t\u001f é"}""");
}
