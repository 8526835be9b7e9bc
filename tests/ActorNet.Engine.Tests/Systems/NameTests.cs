using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class NameTests
{
    [Theory]
    [InlineData("")]
    [InlineData("$a")]
    [InlineData("a/b")]
    [InlineData("with space")]
    [InlineData("ümlaut")]
    [InlineData("%2")]
    [InlineData("%zz")]
    public void A_malformed_name_is_refused_with_the_rule(string name)
    {
        using var lab = new Lab();

        Should.Throw<InvalidActorNameException>(() => lab.Make(new Fun(), name)).Message.ShouldContain("ASCII letters");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("eth0.100")]
    [InlineData("ifb0:q-3")]
    [InlineData("%2F")]
    [InlineData("x$")]
    public void A_good_name_is_the_last_element_of_the_path(string name)
    {
        using var lab = new Lab();

        lab.Make(new Fun(), name).Path.ToString().ShouldBe($"akka://lab/user/{name}");
    }

    [Fact]
    public void A_name_is_taken_until_its_actor_has_ended()
    {
        // Given
        using var lab = new Lab();
        var first = lab.Make(new Fun(), "one");
        Should.Throw<InvalidActorNameException>(() => lab.Make(new Fun(), "one")).Message.ShouldContain("taken");

        // When
        lab.Tell(first, PoisonPill.Instance);
        var second = lab.Make(new Fun(), "one");

        // Then
        second.Path.ShouldBe(first.Path);
        second.ShouldNotBe(first);
        second.CompareTo(first).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Names_are_generated_and_unique()
    {
        // Given
        using var lab = new Lab();

        // When
        var names = Enumerable.Range(0, 200).Select(_ => lab.Make(new Fun()).Path.Name).ToList();

        // Then
        names.Distinct().Count().ShouldBe(200);
        names.ShouldAllBe(name => name.StartsWith('$'));
        names[0].ShouldBe("$a");
    }

    [Fact]
    public void Paths_compare_by_names_and_build_downwards()
    {
        // Given
        using var lab = new Lab();
        var user = lab.Make(new Fun(), "x").Path.Parent;

        // Then
        (user / "x" / "y").ToString().ShouldBe("akka://lab/user/x/y");
        (user / "x" == user.Child("x")).ShouldBeTrue();
        (user / "x" != user / "y").ShouldBeTrue();
        (user / "x").GetHashCode().ShouldBe(user.Child("x").GetHashCode());
        (user / "a").CompareTo(user / "b").ShouldBeLessThan(0);
        user.Parent.Parent.ShouldBe(user.Parent);
        (user / "x").ToStringWithoutAddress().ShouldBe("/user/x");
        Should.Throw<InvalidActorNameException>(() => user / "a/b");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-lab")]
    [InlineData("my lab")]
    public void A_malformed_system_name_is_refused(string name) =>
        Should.Throw<ArgumentException>(() => Loops.LoopSystem.CreateVirtual(name)).Message.ShouldContain("letters");

    [Fact]
    public void Nobody_is_nobody()
    {
        ActorRefs.Nobody.IsNobody().ShouldBeTrue();
        ActorRefs.NoSender.IsNobody().ShouldBeTrue();
        ActorRefs.Nobody.Tell("into the void");
        ActorRefs.Nobody.GetOrElse(() => ActorRefs.Nobody).ShouldBe(ActorRefs.Nobody);
        using var lab = new Lab();
        lab.System.DeadLetters.IsNobody().ShouldBeFalse();
    }
}
