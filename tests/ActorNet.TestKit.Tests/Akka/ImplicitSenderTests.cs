using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class ImplicitSenderTests : TestKit
{
    [Fact]
    public void What_a_test_tells_comes_from_its_actor()
    {
        ActorOf<Echo>().Tell("back to me");

        ExpectMsg("back to me");
    }

    [Fact]
    public async Task The_sender_follows_a_test_across_awaits()
    {
        var echo = ActorOf<Echo>();
        await Task.Yield();
        await Task.Run(() => echo.Tell("from another thread"));

        ExpectMsg("from another thread");
    }

    [Fact]
    public void A_test_that_wants_no_sender_has_none()
    {
        using var plain = new PlainKit();
        var probe = plain.CreateTestProbe();
        using var other = new TestKit();
        other.Dispose();

        probe.Ref.Tell("anonymous");

        probe.ExpectMsg("anonymous");
        probe.LastSender.ShouldBe(plain.Sys.DeadLetters);
    }

    [Fact]
    public void Each_kit_sends_to_its_own_system()
    {
        using var second = new TestKit();
        var (here, there) = (CreateTestProbe(), second.CreateTestProbe());
        here.Ref.Tell("x");
        there.Ref.Tell("x");

        here.ExpectMsgFrom<string>(TestActor);
        there.ExpectMsgFrom<string>(second.TestActor);
    }

    [Fact]
    public void Of_two_kits_of_a_system_the_one_made_last_sends_until_it_ends()
    {
        var probe = CreateTestProbe();
        var second = new KitWithoutEnd(Sys);
        probe.Ref.Tell("x");
        probe.ExpectMsgFrom<string>(second.TestActor);

        second.Dispose();

        probe.Ref.Tell("x");
        probe.ExpectMsgFrom<string>(TestActor);
    }

    [Fact]
    public void Actors_of_systems_without_a_kit_hear_from_nobody()
    {
        using var other = Loops.LoopSystem.CreateVirtual("other");
        var probe = new TestProbe(other.System, Assertions);

        probe.Ref.Tell("x");

        probe.ExpectMsg("x");
        probe.LastSender.ShouldBe(other.System.DeadLetters);
    }

    [Fact]
    public void Callbacks_of_the_loop_have_no_sender()
    {
        var probe = CreateTestProbe();
        Sys.Scheduler.Advanced.ScheduleOnce(Span.Ms(1), () => probe.Ref.Tell("x"));

        probe.ExpectMsg("x");

        probe.LastSender.ShouldBe(Sys.DeadLetters);
    }

    private sealed class KitWithoutEnd(ActorSystem system) : TestKit(system)
    {
        protected override void AfterAll()
        {
        }
    }

    private sealed class PlainKit : TestKit, INoImplicitSender
    {
    }
}
