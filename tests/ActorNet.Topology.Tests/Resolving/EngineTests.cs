using ActorNet.Hocon;
using ActorNet.Topology.Resolving;

namespace ActorNet.Topology.Tests.Resolving;

public class EngineTests
{
    [Fact]
    public void All_overrides_arrive()
    {
        var engine = Expect.Valid(Expect.Lab(more: "engine { loops = 4, throughput = 64, spin = 5us, timer-lead = 60us, busy-poll = yes, mailbox-limit = 1000, name-threads = off }")).Engine;
        engine.ShouldBe(new EngineOverrides { Loops = 4, Throughput = 64, SpinNanoseconds = 5000, TimerLeadNanoseconds = 60_000, BusyPoll = true, MailboxLimit = 1000, NameThreads = false });
    }

    [Fact]
    public void Nothing_is_overridden_by_default() => Expect.Valid(Expect.Lab()).Engine.ShouldBe(new EngineOverrides());

    [Fact]
    public void The_choice_of_loops_can_be_left_to_the_machine() => Expect.Valid(Expect.Lab(more: "engine.loops = auto")).Engine.Loops.ShouldBe(0);

    [Theory]
    [InlineData("loops = §0", "out of range", "1 to 64")]
    [InlineData("loops = §some", "a whole number is needed", "")]
    [InlineData("throughput = §10001", "out of range", "1 to 10000")]
    [InlineData("spin = §20", "has no unit", "Write the unit")]
    [InlineData("spin = §2s", "out of range", "0us to 1s")]
    [InlineData("timer-lead = §11ms", "out of range", "0us to 10ms")]
    [InlineData("busy-poll = §maybe", "a boolean is needed", "true, yes, on")]
    [InlineData("mailbox-limit = §15", "out of range", "16 to")]
    [InlineData("name-threads = §[ ]", "a boolean is needed", "")]
    public void A_wrong_override_is_refused_at_its_place(string setting, string what, string remedy) =>
        Expect.Errors(Expect.Lab(more: $"engine {{ {setting} }}"), (what, remedy));

    [Fact]
    public void The_keys_are_those_of_the_reference()
    {
        var reference = ReferenceConf.Read().Resolve();
        reference.GetPath("actornet.engine").AsObject().Fields.Select(f => f.Key).ShouldBe(EngineReader.Keys, ignoreOrder: true);
    }
}
