using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class SteeringTests : TestKit
{
    private readonly IActorRef _echo;

    public SteeringTests() => _echo = ActorOf<Echo>();

    [Fact]
    public void Ignored_messages_do_not_come()
    {
        IgnoreMessages(message => message is string);
        Tell("a", 1);
        ExpectMsg(1);

        IgnoreMessages<int>(n => n < 5);
        Tell(4, 5, "b");
        ExpectMsg(5);
        ExpectMsg("b");

        IgnoreMessages<int>();
        Tell(9, "c");
        ExpectMsg("c");

        IgnoreNoMessages();
        Tell(9);
        ExpectMsg(9);
    }

    [Fact]
    public void What_came_before_stays()
    {
        Tell("a");
        this.RunUntilIdle();

        IgnoreMessages<string>();

        ExpectMsg("a");
    }

    [Fact]
    public void A_pilot_reacts_before_the_test_sees_the_message()
    {
        var other = CreateTestProbe("other");
        SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            other.Ref.Tell($"pilot saw {message}");
            return message is "enough" ? AutoPilot.NoAutoPilot : AutoPilot.KeepRunning;
        }));

        Tell("one", "enough", "two");

        other.ExpectMsg("pilot saw one");
        other.ExpectMsg("pilot saw enough");
        other.ExpectNoMsg();
        ReceiveN(3).ShouldBe(["one", "enough", "two"]);
    }

    [Fact]
    public void A_pilot_may_hand_over_to_another()
    {
        AutoPilot second = new DelegateAutoPilot((sender, _) => Answer(sender, "second", AutoPilot.KeepRunning));
        SetAutoPilot(new DelegateAutoPilot((sender, _) => Answer(sender, "first", second)));
        var asking = CreateTestProbe();
        for (var i = 0; i < 3; i++) asking.Send(TestActor, i);

        asking.ReceiveN(3).ShouldBe(["first", "second", "second"]);

        static AutoPilot Answer(IActorRef to, string text, AutoPilot next)
        {
            to.Tell(text);
            return next;
        }
    }

    [Fact]
    public void A_pilot_that_throws_fails_no_test_and_keeps_the_queue()
    {
        SetAutoPilot(new DelegateAutoPilot((_, _) => throw new FormatException("pilot")));
        EventFilter.Exception<FormatException>("pilot").ExpectOne(() => Tell("a"));
        SetAutoPilot(AutoPilot.NoAutoPilot);

        Tell("b");

        ExpectMsg("b");
    }

    [Fact]
    public async Task The_end_of_a_watched_actor_comes_as_a_message()
    {
        Watch(_echo).ShouldBe(_echo);
        (await WatchAsync(_echo)).ShouldBe(_echo);

        _echo.Tell(PoisonPill.Instance);

        ExpectTerminated(_echo).ExistenceConfirmed.ShouldBeTrue();
        ExpectNoMsg();
        Watch(_echo);
        (await ExpectTerminatedAsync(_echo)).ExistenceConfirmed.ShouldBeFalse();
    }

    [Fact]
    public async Task An_ended_watch_brings_nothing()
    {
        Watch(_echo);
        Unwatch(_echo).ShouldBe(_echo);
        (await UnwatchAsync(_echo)).ShouldBe(_echo);

        Sys.Stop(_echo);

        ExpectNoMsg();
    }

    [Fact]
    public void The_end_of_another_actor_is_not_the_one_expected()
    {
        var other = ActorOf<Echo>();
        Watch(_echo);
        Watch(other);
        Sys.Stop(other);

        Failures.Of(() => ExpectTerminated(_echo, hint: "the first one")).ShouldContain("Expected the end of ");
    }

    private void Tell(params object[] messages)
    {
        foreach (var message in messages) _echo.Tell(message);
    }
}
