using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Tests.Reading;

public class PhrasesTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "ABC", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("ab", "abc", 1)]
    [InlineData("abc", "axc", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Typing_mistakes_are_counted(string a, string b, int mistakes)
    {
        EditDistance.Between(a, b).ShouldBe(mistakes);
        EditDistance.Between(b, a).ShouldBe(mistakes);
    }

    [Theory]
    [InlineData("adress", "address")]
    [InlineData("mtuu", "mtu")]
    [InlineData("amc", "mac")]
    [InlineData("colour", null)]
    [InlineData("x", null)]
    public void The_nearest_name_is_suggested_if_it_is_near(string word, string? name) =>
        Phrases.Closest(word, ["address", "mac", "mtu", "route"]).ShouldBe(name);

    [Fact]
    public void Long_lists_and_long_words_are_cut()
    {
        Phrases.List(Enumerable.Range(1, 100).Select(i => $"h{i}")).ShouldEndWith("h12, ...");
        Phrases.List([]).ShouldBe("none");
        Phrases.Quote(new string('x', 1000)).Length.ShouldBe(105);
    }
}
