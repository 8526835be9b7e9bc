namespace ActorNet.Topology.Tests.Links;

public class LinkNamesTests
{
    private static readonly IReadOnlyList<Link> Links = Expect.Valid("""
        boxes { left { }, right { }, a-to-b { } }
        links = [
          { a = "left:x", b = "right:x" }
          { a = "left:p", b = "a-to-b:p" }
          { a = "right:q0", b = "a-to-b:q0" }
          { a = "a-to-b:q1", b = "right:q1" }
        ]
        """).Links;

    private static LinkTarget Find(string name)
    {
        new LinkNames(Links).TryFind(name, out var target, out var fault).ShouldBeTrue(fault?.ToString());
        return target;
    }

    private static string Fault(string name)
    {
        new LinkNames(Links).TryFind(name, out _, out var fault).ShouldBeFalse();
        return fault.ShouldNotBeNull().ToString();
    }

    [Theory]
    [InlineData("left--right")]
    [InlineData("right--left")]
    [InlineData("left:x--right:x")]
    [InlineData("right:x--left")]
    public void A_link_is_called_by_its_ends_in_any_order(string name) => Find(name).ShouldBe(new LinkTarget(Links[0], LinkWays.Both));

    [Theory]
    [InlineData("left-to-right", LinkWays.AToB)]
    [InlineData("right-to-left", LinkWays.BToA)]
    [InlineData("left:x-to-right", LinkWays.AToB)]
    public void A_direction_is_called_by_where_it_starts_and_ends(string name, LinkWays ways) => Find(name).ShouldBe(new LinkTarget(Links[0], ways));

    [Fact]
    public void A_box_may_be_called_like_a_direction()
    {
        Find("left--a-to-b").ShouldBe(new LinkTarget(Links[1], LinkWays.Both));
        Find("a-to-b-to-left").ShouldBe(new LinkTarget(Links[1], LinkWays.BToA));
    }

    [Fact]
    public void Two_links_between_the_same_boxes_need_their_devices()
    {
        Fault("right--a-to-b").ShouldBe("'right--a-to-b' may be any of 2 links. Say the devices, too: right:q0--a-to-b:q0, a-to-b:q1--right:q1.");
        Find("right:q1--a-to-b").ShouldBe(new LinkTarget(Links[3], LinkWays.Both));
    }

    [Fact]
    public void The_shortest_name_that_leaves_no_doubt_is_shown()
    {
        var names = new LinkNames(Links);
        Links.Select(names.NameOf).ShouldBe(["left--right", "left--a-to-b", "right:q0--a-to-b:q0", "a-to-b:q1--right:q1"]);
        names.NameOf(new LinkTarget(Links[0], LinkWays.BToA)).ShouldBe("right-to-left");
        names.NameOf(new LinkTarget(Links[2], LinkWays.AToB)).ShouldBe("right:q0-to-a-to-b:q0");
    }

    [Theory]
    [InlineData("left--rihgt", "Did you mean 'left--right'?")]
    [InlineData("right--lefft", "Did you mean 'right--left'?")]
    [InlineData("left-to-rigt", "Did you mean 'left-to-right'?")]
    [InlineData("nowhere", "Links: left--right, left--a-to-b")]
    public void An_unknown_name_is_answered_with_the_nearest_one(string name, string remedy) => Fault(name).ShouldContain(remedy);

    [Fact]
    public void Every_name_that_is_shown_is_understood()
    {
        var names = new LinkNames(Links);
        foreach (var target in Links.SelectMany(l => ((LinkWays[])[LinkWays.AToB, LinkWays.BToA, LinkWays.Both]).Select(way => new LinkTarget(l, way))))
            Find(names.NameOf(target)).ShouldBe(target);
    }
}
