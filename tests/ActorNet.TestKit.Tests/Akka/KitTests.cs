using ActorNet.Engine.Loops;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class KitTests
{
    [Fact]
    public void A_kit_makes_a_virtual_system_and_ends_it_with_itself()
    {
        ActorSystem system;
        using (var kit = new TestKit())
        {
            system = kit.Sys;
            system.Name.ShouldBe("test");
            kit.Virtual().Now.ShouldBe(0);
            kit.TestActor.Path.ToString().ShouldBe("akka://test/user/testActor1");
            kit.CreateTestProbe().Ref.Path.Name.ShouldBe("testActor2");
            kit.CreateTestProbe("named").Ref.Path.Name.ShouldBe("named");
        }
        system.WhenTerminated.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Actors_are_made_in_all_the_ways_of_a_factory()
    {
        using var kit = new TestKit((Config)"x = 1", "mine");

        kit.ActorOf(Props.Create<Echo>()).Path.ToString().ShouldStartWith("akka://mine/user/$");
        kit.ActorOf(Props.Create<Echo>(), "a").Path.Name.ShouldBe("a");
        kit.ActorOf<Echo>().Path.Name.ShouldStartWith("$");
        kit.ActorOf<Echo>("b").Path.Name.ShouldBe("b");
        kit.ActorOf(() => new Echo()).Path.Name.ShouldStartWith("$");
        kit.ActorOf(() => new Echo(), "c").Path.Name.ShouldBe("c");
        ((IActorRefFactory)kit).ActorOf(Props.Create<Echo>(), "d").Path.Name.ShouldBe("d");
        Should.Throw<InvalidActorNameException>(() => kit.ActorOf<Echo>("a"));
    }

    [Fact]
    public void A_virtual_system_of_somebody_else_is_used_and_ended()
    {
        var machine = LoopSystem.CreateVirtual("theirs", startNanoseconds: 7_000);
        using (var kit = new TestKit(machine.System))
        {
            kit.Virtual().ShouldBe(machine);
            kit.ExpectNoMsg(TimeSpan.FromMicroseconds(1));
            machine.Now.ShouldBe(8_000);
        }
        machine.System.WhenTerminated.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void A_live_system_is_waited_for_in_real_time()
    {
        using var kit = new TestKit(ActorSystem.Create("live"));
        var echo = kit.ActorOf<Echo>();

        echo.Tell("a");
        kit.ExpectMsg("a");
        kit.Watch(echo);
        kit.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        kit.Await(echo.Ask<string>("b")).ShouldBe("b");
        kit.AwaitCondition(() => kit.Sys.Scheduler.MonotonicClock > TimeSpan.Zero);
        kit.EventFilter.Warning("hot").ExpectOne(() => kit.Log.Warning("hot"));
        kit.Sys.Stop(echo);
        kit.ExpectTerminated(echo);
        Failures.Of(() => kit.ExpectMsg<string>(TimeSpan.FromMilliseconds(10))).ShouldContain("at: real time");
        kit.WithinAsync(TimeSpan.FromSeconds(5), async () => await Task.Yield()).IsCompletedSuccessfully.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => kit.Virtual()).Message.ShouldContain("threads");
    }

    [Fact]
    public void A_kit_stops_once_and_may_be_told_to_check_it()
    {
        var counting = new CountingKit();
        counting.Dispose();
        counting.Dispose();
        counting.Ends.ShouldBe(1);

        counting.Shutdown(verifySystemShutdown: true);
        counting.Sys.WhenTerminated.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void A_system_that_does_not_end_is_told()
    {
        using var entered = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        using var kit = new TestKit(ActorSystem.Create("stuck"));
        kit.ActorOf(() => new Waiting(entered, gate)).Tell("wait");
        entered.Wait();

        Should.Throw<TimeoutException>(() => kit.Shutdown(TimeSpan.FromMilliseconds(5), verifySystemShutdown: true)).Message.ShouldContain("does not return from its turn");
        kit.EventFilter.Warning(contains: "has not ended within 5 ms").ExpectOne(() => kit.Shutdown(TimeSpan.FromMilliseconds(5)));
        gate.Set();
        kit.Shutdown(verifySystemShutdown: true);
    }

    [Theory]
    [InlineData("akka.test.timefactor = 0", "timefactor")]
    [InlineData("akka.test.single-expect-default = 0s", "single-expect-default")]
    [InlineData("akka.test.filter-leeway = -1s", "filter-leeway")]
    [InlineData("akka.loglevel = LOUD", "DEBUG, INFO, WARNING or ERROR")]
    [InlineData("actornet.test.interleaving = -1", "interleaving")]
    public void Settings_out_of_range_are_refused_with_a_remedy(string config, string named) =>
        Should.Throw<Exception>(() => new TestKit(config)).Message.ShouldContain(named);

    [Fact]
    public void Settings_have_the_defaults_of_the_reference()
    {
        KitSettings.Read(Config.Empty).ShouldBe(KitSettings.Read(TestConfigs.DefaultConfig));
        KitSettings.Default.UsesTestScheduler.ShouldBeFalse();
        using var kit = new TestKit("akka.test { single-expect-default = 40ms, filter-leeway = 7s }");
        kit.RemainingOrDefault.ShouldBe(TimeSpan.FromMilliseconds(40));
        kit.LeewayOrRemaining.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void The_log_goes_to_the_output_of_the_test_from_its_level_on()
    {
        var output = new RecordingOutput();
        using (var kit = new TestKit(output: output))
        {
            kit.Log.Info("quiet");
            kit.Log.Warning("loud");
        }
        output.Lines.ShouldBe(["[Warning] [virtual time 0.000000000 s] [test] loud"]);
    }

    [Fact]
    public void Engine_settings_of_the_configuration_hold()
    {
        using var kit = new TestKit("actornet.engine.mailbox-limit = 16");
        var probe = kit.CreateTestProbe();
        kit.Sys.EventStream.Subscribe<Dropped>(kit.TestActor);

        for (var i = 0; i < 17; i++) probe.Ref.Tell(i);

        kit.ExpectMsg<Dropped>().Message.ShouldBe(16);
    }

    [Fact]
    public void Assertions_of_another_framework_may_be_given()
    {
        var lenient = new LenientAssertions();
        var machine = LoopSystem.CreateVirtual("theirs");
        using var owner = new TestKit(machine.System);
        var probe = new TestProbe(machine.System, lenient);

        Should.Throw<InvalidOperationException>(() => probe.ExpectMsg<string>()).Message.ShouldContain("must throw");
        lenient.Failures.ShouldHaveSingleItem().ShouldContain("Expected a String");
    }

    [Fact]
    public void Assertions_of_xunit_fail_with_their_sentence()
    {
        var assertions = new XunitAssertions();

        assertions.AssertTrue(true);
        assertions.AssertFalse(false);
        assertions.AssertEqual(new[] { 1 }, [1]);
        assertions.AssertEqual("a", "A", (left, right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase));
        Failures.Of(() => assertions.AssertTrue(false, "{0} is not {1}", 1, 2)).ShouldBe("1 is not 2");
        Failures.Of(() => assertions.AssertFalse(true, "{braces} stay")).ShouldBe("{braces} stay");
        Failures.Of(() => assertions.AssertEqual(1, 2)).ShouldBe("Not equal.\n  expected: 1 (Int32)\n  actual:   2 (Int32)");
    }

    private sealed class CountingKit : TestKit
    {
        public int Ends { get; private set; }

        protected override void AfterAll()
        {
            Ends++;
            base.AfterAll();
        }
    }

    private sealed class Waiting : ReceiveActor
    {
        public Waiting(ManualResetEventSlim entered, ManualResetEventSlim gate) => ReceiveAny(_ =>
        {
            entered.Set();
            gate.Wait();
        });
    }

    private sealed class LenientAssertions : ITestKitAssertions
    {
        public List<string> Failures { get; } = [];

        public void Fail(string format = "", params object?[] args) => Failures.Add(string.Format(format, args));

        public void AssertTrue(bool condition, string format = "", params object?[] args) => Failures.Add(format);

        public void AssertFalse(bool condition, string format = "", params object?[] args) => Failures.Add(format);

        public void AssertEqual<T>(T expected, T actual, string format = "", params object?[] args) => Failures.Add(format);

        public void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object?[] args) => Failures.Add(format);
    }
}
