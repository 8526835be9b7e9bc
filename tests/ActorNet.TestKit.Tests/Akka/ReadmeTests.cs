using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

/// <summary>The example of the package's README, with the actor it leaves out.</summary>
public class DoormanTests : TestKit
{
    [Fact]
    public void Whoever_waits_an_hour_is_let_in()
    {
        var doorman = ActorOf<Doorman>();
        doorman.Tell("knock");
        ExpectMsg("wait");

        ExpectNoMsg(TimeSpan.FromMinutes(59));
        ExpectMsg("come in", TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Two_guests_are_told_apart()
    {
        var (ann, bob) = (CreateTestProbe("ann"), CreateTestProbe("bob"));
        var doorman = ActorOf<Doorman>();
        ann.Send(doorman, "knock");
        bob.ExpectNoMsg();
    }

    [Fact]
    public void The_failure_reads_as_shown()
    {
        ActorOf<Doorman>().Tell("knock");
        ExpectMsg("wait");
        this.Advance(TimeSpan.FromMinutes(58));

        Failures.Of(() => ExpectMsg("come in", TimeSpan.FromSeconds(60))).ShouldBe(
            """
            Expected "come in" within 60 s, but nothing came.
              taken so far:
                "wait" from [akka://test/user/$a#3]
              at: virtual time 3540.000000000 s
            """.ReplaceLineEndings("\n"));
    }

    private sealed class Doorman : ReceiveActor
    {
        public Doorman() => Receive<string>(_ =>
        {
            Sender.Tell("wait");
            Context.System.Scheduler.ScheduleTellOnce(TimeSpan.FromHours(1), Sender, "come in", Self);
        });
    }
}
