using System.Text;
using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Hostile input ends in an error, never in a crash, a hang or a full memory.</summary>
public class LimitTests
{
    [Theory]
    [InlineData("a = ", "[")]
    [InlineData("", "a{")]
    [InlineData("a = ", "[{a=")]
    [InlineData("", "a.")]
    [InlineData("x = [", "{a+=")]
    [InlineData("", "[")]
    public void Deep_nesting_is_an_error(string start, string repeated)
    {
        // given a hundred thousand levels
        var text = start + string.Concat(Enumerable.Repeat(repeated, 100_000)) + "z = 1";
        // when, then
        Read.Error(text).Problem.ShouldStartWith("values are nested deeper than 200");
    }

    [Fact]
    public void The_deepest_allowed_nesting_works()
    {
        // given 199 arrays in one key
        var text = "a = " + new string('[', 199) + new string(']', 199);
        // when, then
        Read.Json(text).Length.ShouldBe(2 * 199 + "{\"a\":}".Length);
        Read.Error("a = [" + text[4..] + "]").Problem.ShouldStartWith("values are nested deeper");
    }

    [Fact]
    public void The_largest_depth_that_can_be_set_fits_a_small_stack()
    {
        // given the greatest limit and a thread with a quarter of a megabyte
        var text = string.Concat(Enumerable.Repeat("a{b:[", 5000));
        var outcome = OnSmallStack(() => HoconParser.ParseText(text, "t.conf", new HoconOptions { MaxDepth = 1000 }));
        // then
        outcome.ShouldBeOfType<HoconException>().Problem.ShouldStartWith("values are nested deeper than");
    }

    [Theory]
    [InlineData("[\"x\",\"x\",\"x\",\"x\"]", "${0}${0}${0}${0}")]
    [InlineData("xxxxxxxxxxxx", "${0}${0}${0}${0}")]
    [InlineData("{k:x}", "{l:${0},m:${0},n:${0},o:${0}}")]
    [InlineData("{k:x}", "${0}{l:${0}}{m:${0}}{n:${0}}")]
    [InlineData("[x]", "[${0},${0},${0},${0}]")]
    [InlineData("{\"0\":x}", "${0}[]${0}[]${0}[]${0}")]
    public void Multiplying_references_stop_at_the_size_limit(string seed, string step)
    {
        // given forty steps that multiply by four each: 10^24 copies
        var text = new StringBuilder($"a0 = {seed}\n");
        for (var i = 0; i < 40; i++)
        {
            text.Append($"a{i + 1} = ").AppendLine(step.Replace("{0}", "{a" + i + "}", StringComparison.Ordinal));
        }

        // when, then
        Read.Error(text.ToString(), new HoconOptions { MaxResolvedBytes = 4 << 20 }).Problem
            .ShouldBe("the configuration grows beyond 4194304 bytes here");
    }

    [Fact]
    public void Merging_an_object_with_itself_does_not_grow()
    {
        // given forty objects, each made of four times the one before, and a hundred lines that extend one object by itself
        var copies = string.Concat(Enumerable.Range(0, 40).Select(i => $"a{i + 1} = ${{a{i}}}${{a{i}}}${{a{i}}}${{a{i}}}\n"));
        var growing = string.Concat(Enumerable.Range(0, 100).Select(i => $"x = ${{x}} {{ k{i} = ${{x.a}} }}\n"));
        // when
        var options = new HoconOptions { MaxResolvedBytes = 4 << 20 };
        var root = HoconParser.ParseText($"a0 = {{k:v}}\nx {{ a = 1 }}\n{copies}{growing}", "t.conf", options);
        // then
        root.GetPath("a40").ToString().ShouldBe("""{"k":"v"}""");
        root.GetPath("x").AsObject().Fields.Count.ShouldBe(101);
    }

    [Fact]
    public void Circles_that_multiply_stop_at_the_size_limit()
    {
        // given optional references that all lead into circles, two from each field
        string Step(int i, int step) => $"a{(i + step) % 60}";
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"a{i} = ${{?{Step(i, 1)}}}${{?{Step(i, 7)}}}${{{Step(i, 13)}}}\n"));
        // when
        var outcome = Record.Exception(() => HoconParser.ParseText(text, "t.conf", new HoconOptions { MaxResolvedBytes = 4 << 20 }));
        // then it ends, one way or the other
        (outcome is null or HoconException).ShouldBeTrue(outcome?.ToString());
    }

    [Fact]
    public void A_long_chain_of_references_is_an_error()
    {
        // given
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"a{i} = ${{a{i + 1}}}\n")) + "a10000 = 1";
        // when, then
        Read.Error(text).Problem.ShouldBe("references lead to each other more than 400 times");
    }

    [Fact]
    public void A_chain_within_the_limit_resolves_on_a_small_stack_or_says_why_not()
    {
        // given
        var text = string.Concat(Enumerable.Range(0, 300).Select(i => $"a{i} = x${{a{i + 1}}}\n")) + "a300 = 1";
        // when, then
        HoconParser.ParseText(text, "t.conf").GetPath("a0").AsString().Length.ShouldBe(301);
        (OnSmallStack(() => HoconParser.ParseText(text, "t.conf")) is null or HoconException).ShouldBeTrue();
    }

    [Fact]
    public void A_text_of_many_values_stops_at_the_size_limit()
    {
        // given
        var text = "a = [" + string.Concat(Enumerable.Repeat("1,", 50_000)) + "]";
        // when, then
        Read.Error(text, new HoconOptions { MaxResolvedBytes = 1 << 20 }).Problem.ShouldStartWith("the configuration grows beyond");
        HoconParser.ParseText(text, "t.conf").GetPath("a").AsArray().Items.Count.ShouldBe(50_000);
    }

    [Fact]
    public void A_text_beyond_the_size_limit_is_refused_before_it_is_read()
    {
        var error = Read.Error("a = \"ééé\" ?", new HoconOptions { MaxFileBytes = 12 });
        error.Problem.ShouldBe("the text is larger than 12 bytes");
    }

    [Fact]
    public void Limits_outside_their_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Read.Json("", new HoconOptions { MaxDepth = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => Read.Json("", new HoconOptions { MaxDepth = 1001 }));
        Should.Throw<ArgumentOutOfRangeException>(() => Read.Json("", new HoconOptions { MaxFileBytes = -1 }));
    }

    private static Exception? OnSmallStack(Action action)
    {
        Exception? outcome = null;
        var thread = new Thread(() => outcome = Record.Exception(action), 256 << 10);
        thread.Start();
        thread.Join();
        return outcome;
    }
}
