using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.TestKit.Tests;

public class EventFilterTests : TestKit
{
    private readonly RecordingOutput _output;
    private readonly IActorRef _talker;

    public EventFilterTests()
        : this(new RecordingOutput())
    {
    }

    private EventFilterTests(RecordingOutput output)
        : base("akka.loglevel = DEBUG", output)
    {
        _output = output;
        _talker = ActorOf<Talker>("talker");
    }

    [Theory]
    [InlineData(LogLevel.DebugLevel)]
    [InlineData(LogLevel.InfoLevel)]
    [InlineData(LogLevel.WarningLevel)]
    [InlineData(LogLevel.ErrorLevel)]
    public void Entries_of_a_level_are_expected_and_kept_out_of_the_log(LogLevel level)
    {
        IEventFilterApplier[] all = [EventFilter.Debug(), EventFilter.Info(), EventFilter.Warning(), EventFilter.Error()];
        IEventFilterApplier[] patterns = [EventFilter.Debug(Said), EventFilter.Info(Said), EventFilter.Warning(Said), EventFilter.Error(Said)];

        all[(int)level].ExpectOne(() => _talker.Tell(level));
        patterns[(int)level].ExpectOne(() => _talker.Tell(level));
        EventFilter.ForLogLevel(level, source: "/user/talker").ExpectOne(() => _talker.Tell(level));
        EventFilter.ForLogLevel(level, Said, "akka://test/user/talker").ExpectOne(() => _talker.Tell(level));
        all[((int)level + 1) % 4].Expect(0, () => _talker.Tell(level));

        _output.Lines.Count.ShouldBe(1);
    }

    [Fact]
    public void Texts_match_whole_or_by_their_beginning_or_by_a_part()
    {
        EventFilter.Warning("a whole text").ExpectOne(() => _talker.Tell("a whole text"));
        EventFilter.Warning(message: "a whole").Expect(0, () => _talker.Tell("a whole text"));
        EventFilter.Warning(start: "a who").ExpectOne(() => _talker.Tell("a whole text"));
        EventFilter.Warning(start: "whole").Expect(0, () => _talker.Tell("a whole text"));
        EventFilter.Warning(contains: "whole").ExpectOne(() => _talker.Tell("a whole text"));
        EventFilter.Warning(contains: "hole", source: "/user/other").Expect(0, () => _talker.Tell("a whole text"));
    }

    [Fact]
    public void Too_few_and_too_many_entries_fail_and_name_the_filter()
    {
        var few = Failures.Of(() => EventFilter.Warning(start: "x").Expect(2, Span.Ms(50), () => _talker.Tell("x")));
        var many = Failures.Of(() => EventFilter.Warning(contains: "x", source: "/user/talker").ExpectOne(() =>
        {
            _talker.Tell("x1");
            _talker.Tell("x2");
        }));

        few.ShouldContain("Expected 2 log entries within 50 ms of the action, but 1 came; filter: Warning beginning with \"x\".");
        many.ShouldContain("Expected 1 log entries within 3 s of the action, but 2 came; filter: Warning containing \"x\" from /user/talker.");
    }

    [Fact]
    public void Exceptions_of_actors_are_expected_by_type_and_text()
    {
        EventFilter.Exception<FormatException>().ExpectOne(() => _talker.Tell(new FormatException("bad")));
        EventFilter.Exception<Exception>("bad").ExpectOne(() => _talker.Tell(new FormatException("bad")));
        EventFilter.Exception<FormatException>(new Regex("^b.d$")).ExpectOne(() => _talker.Tell(new FormatException("bad")));
        EventFilter.Exception(typeof(FormatException), start: "ba").ExpectOne(() => _talker.Tell(new FormatException("bad")));
        EventFilter.Exception<ArgumentException>().Expect(0, () => _talker.Tell(new FormatException("bad")));
        EventFilter.Exception<FormatException>("good").Expect(0, () => _talker.Tell(new FormatException("bad")));
        Should.Throw<ArgumentException>(() => EventFilter.Exception(typeof(string)));
    }

    [Fact]
    public void Inner_exceptions_count_when_asked_for()
    {
        var wrapped = new InvalidOperationException("outer", new FormatException("inner"));

        EventFilter.Exception(typeof(FormatException)).Expect(0, () => _talker.Tell(wrapped));
        EventFilter.Exception(typeof(FormatException), new Regex("inner"), checkInnerExceptions: true).ExpectOne(() => _talker.Tell(wrapped));
    }

    [Fact]
    public void Dead_letters_are_expected_by_type_text_and_receiver()
    {
        Watch(_talker);
        Sys.Stop(_talker);
        ExpectTerminated(_talker);

        EventFilter.DeadLetter().ExpectOne(() => _talker.Tell("late"));
        EventFilter.DeadLetter<string>("/user/talker").ExpectOne(() => _talker.Tell("late"));
        EventFilter.DeadLetter<string>(text => text == "late").ExpectOne(() => _talker.Tell("late"));
        var (number, any) = (typeof(int), typeof(object));
        EventFilter.DeadLetter(number).Expect(0, () => _talker.Tell("late"));
        EventFilter.DeadLetter(any, message => message is int).ExpectOne(() => _talker.Tell(5));
    }

    [Fact]
    public void Two_filters_count_together()
    {
        EventFilter.Warning("x").And.Exception<FormatException>().Expect(2, () =>
        {
            _talker.Tell("x");
            _talker.Tell(new FormatException());
        });
    }

    [Fact]
    public void Entries_that_come_later_are_waited_for()
    {
        EventFilter.Warning("later").ExpectOne(Span.Seconds(2), () =>
            Sys.Scheduler.ScheduleTellOnce(Span.Seconds(2), _talker, "later", ActorRefs.NoSender));
        this.Virtual().Now.ShouldBe(2_000_000_000);

        Within(Span.Ms(100), () => Failures.Of(() => EventFilter.Warning("later").ExpectOne(() => { })).ShouldContain("within 100 ms"));
    }

    [Fact]
    public async Task Actions_may_answer_and_be_asynchronous()
    {
        var echo = ActorOf<Echo>();
        var warning = EventFilter.Warning("x");

        warning.ExpectOne(() => { _talker.Tell("x"); return 5; }).ShouldBe(5);
        warning.ExpectOne(Span.Seconds(1), () => { _talker.Tell("x"); return 6; }).ShouldBe(6);
        warning.Expect(1, () => { _talker.Tell("x"); return 7; }).ShouldBe(7);
        warning.Expect(1, Span.Seconds(1), () => { _talker.Tell("x"); return 8; }).ShouldBe(8);
        await warning.ExpectOneAsync(TellAfterAnswer);
        await warning.ExpectOneAsync(Span.Seconds(1), TellAfterAnswer);
        await warning.ExpectAsync(1, TellAfterAnswer);
        await warning.ExpectAsync(1, Span.Seconds(1), TellAfterAnswer);
        await warning.MuteAsync(TellAfterAnswer);
        _output.Lines.ShouldBeEmpty();

        async Task TellAfterAnswer()
        {
            await echo.Ask<string>("go");
            _talker.Tell("x");
        }
    }

    [Fact]
    public void Muted_entries_do_not_reach_the_output()
    {
        EventFilter.Warning("quiet").Mute(() => _talker.Tell("quiet"));
        EventFilter.Warning("quiet").Mute(() => { _talker.Tell("quiet"); return 1; }).ShouldBe(1);
        using (EventFilter.Warning("quiet").Mute())
        {
            _talker.Tell("quiet");
            this.RunUntilIdle();
        }
        _output.Lines.ShouldBeEmpty();

        var muted = EventFilter.Warning("quiet").Mute();
        muted.Unmute();
        muted.Unmute();
        _talker.Tell("quiet");
        this.RunUntilIdle();
        _output.Lines.ShouldHaveSingleItem().ShouldBe("[Warning] [virtual time 0.000000000 s] [akka://test/user/talker] quiet");
    }

    private static Regex Said { get; } = new("^said at ");
}
