using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class ReceiveTimeoutTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void It_comes_after_each_idle_time_until_switched_off()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = Make(lab, seen);

        // When
        lab.Virtual.Advance(Second * 2.5);
        lab.Tell(actor, "off");
        lab.Virtual.Advance(Second * 5);

        // Then
        seen.ShouldBe(["timeout@1000", "timeout@2000", "off@2500"]);
    }

    [Fact]
    public void A_message_starts_the_idle_time_anew()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = Make(lab, seen);

        // When
        lab.Virtual.Advance(Second * 0.7);
        lab.Tell(actor, "x");
        lab.Virtual.Advance(Second * 0.9);
        lab.Tell(actor, "y");
        lab.Virtual.Advance(Second * 1.2);

        // Then
        seen.ShouldBe(["x@700", "y@1600", "timeout@2600"]);
    }

    [Fact]
    public void A_marked_message_does_not()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = Make(lab, seen);

        // When
        lab.Virtual.Advance(Second * 0.7);
        lab.Tell(actor, new Quiet());
        lab.Virtual.Advance(Second * 0.4);

        // Then
        seen.ShouldBe(["quiet@700", "timeout@1000"]);
    }

    [Fact]
    public void It_must_be_positive()
    {
        // Given
        Exception? thrown = null;
        using var lab = new Lab();
        var actor = lab.Make((me, _) => thrown = Should.Throw<ArgumentOutOfRangeException>(() => me.Inside.SetReceiveTimeout(TimeSpan.Zero)));

        // When
        lab.Tell(actor, "x");

        // Then
        thrown!.Message.ShouldContain("null");
    }

    [Fact]
    public void The_context_shows_it()
    {
        // Given
        TimeSpan? shown = null;
        using var lab = new Lab();
        var actor = lab.Make((me, _) =>
        {
            me.Inside.SetReceiveTimeout(Second);
            shown = me.Inside.ReceiveTimeout;
        });

        // When
        lab.Tell(actor, "x");

        // Then
        shown.ShouldBe(Second);
    }

    private static IActorRef Make(Lab lab, List<string> seen)
    {
        var actor = lab.Make(new Fun
        {
            OnPreStart = me => me.Inside.SetReceiveTimeout(Second),
            OnMessage = (me, message) =>
            {
                if (message is "off") me.Inside.SetReceiveTimeout(null);
                seen.Add($"{(message is ReceiveTimeout ? "timeout" : message)}@{lab.Virtual.Now / 1_000_000}");
            },
        });
        lab.Run();
        return actor;
    }

    private sealed class Quiet : INotInfluenceReceiveTimeout
    {
        public override string ToString() => "quiet";
    }
}
