using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class ValuesTests
{
    [Fact]
    public void Messages_are_told_in_one_short_line()
    {
        Values.Text((object?)null).ShouldBe("null");
        Values.Text("a").ShouldBe("\"a\"");
        Values.Text(new string('x', 400)).Length.ShouldBeLessThan(310);
        Values.Text(new List<object> { 1, "b" }).ShouldBe("[1, \"b\"] (List<Object>)");
        Values.Text(Enumerable.Range(0, 1000).ToArray()).ShouldEndWith(", 19] (Int32[])");
        Values.Text(new Mute()).ShouldBe("(its text failed: NotSupportedException) (Mute)");
        Values.Text(new Dictionary<string, int>().GetType()).ShouldBe("Dictionary<String, Int32>");
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(1, "0.1 us")]
    [InlineData(15_000, "1.5 ms")]
    [InlineData(90_000_000, "9 s")]
    [InlineData(36_000_000_001, "3600.0000001 s")]
    public void Times_are_told_in_their_largest_unit(long ticks, string text) => Values.Text(new TimeSpan(ticks)).ShouldBe(text);

    [Fact]
    public void Endless_times_are_any_time()
    {
        Values.Text(Timeout.InfiniteTimeSpan).ShouldBe("any time");
        Values.Text(TimeSpan.MaxValue).ShouldBe("any time");
    }

    [Fact]
    public void Values_are_equal_by_their_own_opinion_or_element_by_element()
    {
        Values.AreEqual(1, 1).ShouldBeTrue();
        Values.AreEqual(1, 1L).ShouldBeFalse();
        Values.AreEqual("ab", new[] { 'a', 'b' }).ShouldBeFalse();
        Values.AreEqual(new[] { 1, 2 }, new List<int> { 1, 2 }).ShouldBeTrue();
        Values.AreEqual(new[] { new[] { 1 }, [2] }, new[] { new[] { 1 }, [2] }).ShouldBeTrue();
        Values.AreEqual(new[] { 1, 2 }, new[] { 1 }).ShouldBeFalse();
        Values.AreEqual(null, null).ShouldBeTrue();
        Values.AreEqual(null, Array.Empty<int>()).ShouldBeFalse();
    }

    private sealed class Mute
    {
        public override string ToString() => throw new NotSupportedException();
    }
}
