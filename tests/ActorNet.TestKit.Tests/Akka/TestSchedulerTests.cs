using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class TestSchedulerTests : TestKit
{
    private readonly TestScheduler _scheduler;

    public TestSchedulerTests()
        : base(TestConfigs.TestSchedulerConfig) => _scheduler = (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Waiting_does_not_let_the_schedulers_time_pass()
    {
        _scheduler.ScheduleTellOnce(Span.Seconds(1), TestActor, "due", ActorRefs.NoSender);

        ExpectNoMsg(Span.Seconds(10));
        _scheduler.Advance(Span.Ms(999));
        ExpectNoMsg();
        _scheduler.Advance(Span.Ms(1));
        ExpectMsg("due", TimeSpan.Zero);
        _scheduler.Now.ShouldBe(DateTimeOffset.UnixEpoch.AddSeconds(1));
    }

    [Fact]
    public void A_block_around_a_long_advance_is_not_late()
    {
        Within(Span.Ms(10), () => _scheduler.Advance(Span.Seconds(60)));
        Within(Span.Seconds(5), Span.Seconds(6), () => ExpectNoMsg(Span.Seconds(5)));
    }

    [Fact]
    public void A_repeat_fires_as_often_as_it_fits_in()
    {
        _scheduler.ScheduleTellRepeatedly(Span.Ms(10), Span.Ms(10), TestActor, "tick", TestActor);

        _scheduler.Advance(Span.Ms(100));

        ReceiveN(10, TimeSpan.Zero).ShouldAllBe(tick => (string)tick == "tick");
        ExpectNoMsg();
    }

    [Fact]
    public void Work_armed_while_advancing_is_done_on_the_way()
    {
        var steps = new List<double>();
        _scheduler.ScheduleOnce(Span.Ms(10), () =>
        {
            steps.Add(_scheduler.MonotonicClock.TotalMilliseconds);
            _scheduler.ScheduleOnce(Span.Ms(5), () => steps.Add(_scheduler.HighResMonotonicClock.TotalMilliseconds));
        });

        _scheduler.Advance(Span.Ms(100));

        steps.ShouldBe([10, 15]);
    }

    [Fact]
    public void What_was_called_off_does_not_fire()
    {
        using var once = new Cancelable((IScheduler)_scheduler);
        using var repeated = new Cancelable((IScheduler)_scheduler);
        var fired = new List<string>();
        _scheduler.ScheduleOnce(Span.Ms(10), () => fired.Add("once"), once);
        _scheduler.Advanced.ScheduleRepeatedly(Span.Ms(10), Span.Ms(10), () => fired.Add("repeated"), repeated);
        _scheduler.ScheduleRepeatedly(Span.Ms(30), Span.Ms(30), () => fired.Add("kept"));
        _scheduler.ScheduleTellOnce(Span.Ms(15), TestActor, "told", TestActor, once);
        _scheduler.ScheduleTellRepeatedly(Span.Ms(15), Span.Ms(15), TestActor, "told", TestActor, once);

        once.Cancel();
        _scheduler.Advance(Span.Ms(20));
        repeated.Cancel();
        _scheduler.Advance(Span.Ms(20));

        fired.ShouldBe(["repeated", "repeated", "kept"]);
        ExpectNoMsg();
    }

    [Fact]
    public void Timers_of_actors_and_timeouts_of_questions_follow_it()
    {
        var asking = TestActor.Ask<string>("question", Span.Seconds(5));
        _scheduler.Advance(Span.Seconds(4));
        asking.IsCompleted.ShouldBeFalse();

        _scheduler.Advance(Span.Seconds(1));

        asking.Exception!.InnerException.ShouldBeOfType<AskTimeoutException>();
    }

    [Fact]
    public void Time_goes_to_a_time_of_day_but_not_back()
    {
        var start = _scheduler.Now;

        _scheduler.AdvanceTo(start.AddHours(3));

        _scheduler.Now.ShouldBe(start.AddHours(3));
        Should.Throw<InvalidOperationException>(() => _scheduler.AdvanceTo(start)).Message.ShouldContain("does not go back");
        Should.Throw<ArgumentOutOfRangeException>(() => _scheduler.Advance(Span.Ms(-1)));
    }

    [Fact]
    public void A_scheduler_by_itself_serves_any_receiver()
    {
        using var live = new TestKit(ActorSystem.Create("live"));
        var alone = new TestScheduler(Config.Empty, Log);
        alone.ScheduleTellOnce(Span.Seconds(30), live.TestActor, "later", ActorRefs.NoSender);
        alone.ScheduleTellOnce(Span.Seconds(30), TestActor, "here too", ActorRefs.NoSender);

        alone.Advance(Span.Seconds(29));
        live.ExpectNoMsg(Span.Ms(20));
        alone.Advance(Span.Seconds(1));

        live.ExpectMsg("later");
        ExpectMsg("here too");
        alone.MonotonicClock.ShouldBe(Span.Seconds(30));
    }
}
