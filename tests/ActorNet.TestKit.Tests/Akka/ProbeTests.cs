using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class ProbeTests : TestKit
{
    [Fact]
    public void A_probe_sends_as_itself_and_answers_the_last_sender()
    {
        var (asking, answering) = (CreateTestProbe("asking"), CreateTestProbe("answering"));

        asking.Send(answering, "question");
        answering.ExpectMsg("question");
        answering.Sender.ShouldBe(asking.Ref);
        answering.Reply("answer");

        asking.ExpectMsgFrom(answering, "answer");
        asking.ExpectNoMsg();
    }

    [Fact]
    public void A_probe_passes_messages_on_as_from_their_sender()
    {
        var (front, back) = (CreateTestProbe(), CreateTestProbe());
        front.Ref.Tell("request");
        front.ExpectMsg("request");

        front.Forward(back);
        front.Forward(back, "another");

        back.ExpectMsgFrom(TestActor, "request");
        back.ExpectMsgFrom(TestActor, "another");
        back.Reply("done");
        ExpectMsg("done");
    }

    [Fact]
    public void Without_a_message_there_is_nobody_to_answer()
    {
        var probe = CreateTestProbe("idle");

        Should.Throw<InvalidOperationException>(() => probe.Reply("x")).Message.ShouldContain("/user/idle");
        Should.Throw<InvalidOperationException>(() => probe.Forward(TestActor));
    }

    [Fact]
    public void A_probe_is_an_address()
    {
        var probe = CreateTestProbe("p");
        IActorRef address = probe;

        address.Tell("hello");
        probe.ExpectMsgFrom(TestActor, "hello");
        address.Tell("from nobody", ActorRefs.NoSender);
        probe.ExpectMsg("from nobody");
        probe.LastSender.ShouldBe(Sys.DeadLetters);
        address.Path.ShouldBe(probe.Ref.Path);
        probe.ToString().ShouldBe(probe.Ref.ToString());
    }

    [Fact]
    public void A_probe_and_its_address_are_the_same_to_everybody()
    {
        var probe = CreateTestProbe();
        IActorRef address = probe;

        address.Equals(probe.Ref).ShouldBeTrue();
        probe.Ref.Equals(address).ShouldBeTrue();
        probe.Ref.Equals((object)address).ShouldBeTrue();
        address.GetHashCode().ShouldBe(probe.Ref.GetHashCode());
        address.CompareTo(probe.Ref).ShouldBe(0);
        probe.CompareTo((object)TestActor).ShouldNotBe(0);
        address.Equals(TestActor).ShouldBeFalse();
        new HashSet<IActorRef> { probe.Ref }.ShouldContain(address);
    }

    [Fact]
    public void A_probe_can_be_watched_stopped_and_asked()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, _) =>
        {
            sender.Tell("answer");
            return AutoPilot.KeepRunning;
        }));
        this.Await(probe.Ask<string>("question")).ShouldBe("answer");
        Watch(probe);

        Sys.Stop(probe);

        ExpectTerminated(probe);
    }

    [Fact]
    public void A_probe_can_subscribe_and_is_forgotten_at_its_end()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(string));
        Sys.EventStream.Publish("event");
        probe.ExpectMsg("event");

        Watch(probe);
        Sys.Stop(probe.Ref);
        ExpectTerminated(probe);

        EventFilter.DeadLetter<string>().Expect(0, () => Sys.EventStream.Publish("event"));
    }

    [Fact]
    public void Probes_of_a_live_system_are_made_by_its_kit_or_another()
    {
        using var live = ActorSystem.Create("live");
        var probe = CreateTestProbe(live, "remote");
        probe.Ref.Tell("over there", ActorRefs.NoSender);

        probe.ExpectMsg("over there");
        probe.Sys.Name.ShouldBe("live");
    }
}
