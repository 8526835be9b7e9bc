using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class SchedulerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void ScheduleTellOnce_sends_once_with_its_sender()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var sender = lab.NewProbe();
        lab.System.Scheduler.ScheduleTellOnce(Second, probe.Ref, "later", sender.Ref);

        // When
        lab.Virtual.Advance(Second * 3);

        // Then
        probe.Messages.ShouldBe(["later"]);
        probe.Senders.ShouldBe([sender.Ref]);
    }

    [Fact]
    public void ScheduleTellRepeatedly_fires_each_time_within_one_advance()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        lab.System.Scheduler.ScheduleTellRepeatedly(Second, Second / 10, probe.Ref, "tick", null);

        // When
        lab.Virtual.Advance(Second * 2);

        // Then
        probe.Messages.Count.ShouldBe(11);
    }

    [Fact]
    public void A_cancelled_one_never_fires_and_leaves_the_queue()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var once = lab.System.Scheduler.ScheduleTellOnceCancelable(Second, probe.Ref, "once", null);
        var often = lab.System.Scheduler.ScheduleTellRepeatedlyCancelable(Second, Second, probe.Ref, "often", null);
        var action = lab.System.Scheduler.Advanced.ScheduleOnceCancelable(Second, () => probe.Messages.Add("action"));
        var actions = lab.System.Scheduler.Advanced.ScheduleRepeatedlyCancelable(Second, Second, () => probe.Messages.Add("actions"));
        lab.Run();
        lab.Virtual.NextDeadline.ShouldNotBeNull();

        // When
        foreach (var cancelable in new[] { once, often, action, actions }) cancelable.Cancel();
        lab.Run();

        // Then
        lab.Virtual.NextDeadline.ShouldBeNull();
        lab.Virtual.Advance(Second * 5);
        probe.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void A_repeated_action_can_be_cancelled_from_within()
    {
        // Given
        var runs = 0;
        using var lab = new Lab();
        using var cancelable = new Cancelable(lab.System.Scheduler);
        lab.System.Scheduler.Advanced.ScheduleRepeatedly(Second, Second, () =>
        {
            if (++runs == 3) cancelable.Cancel();
        }, cancelable);

        // When
        lab.Virtual.Advance(Second * 10);

        // Then
        runs.ShouldBe(3);
        cancelable.IsCancellationRequested.ShouldBeTrue();
        cancelable.Token.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void A_cancelable_can_call_itself_off_on_the_virtual_clock()
    {
        // Given
        using var lab = new Lab();
        using var cancelable = new Cancelable(lab.System.Scheduler, Second);

        // When
        lab.Virtual.Advance(Second * 0.9);
        cancelable.IsCancellationRequested.ShouldBeFalse();
        lab.Virtual.Advance(Second * 0.1);

        // Then
        cancelable.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void An_action_that_throws_is_logged_and_a_repetition_goes_on()
    {
        // Given
        var runs = 0;
        using var lab = new Lab();
        lab.System.Scheduler.Advanced.ScheduleRepeatedly(Second, Second, () =>
        {
            runs++;
            throw new InvalidOperationException("in action");
        });

        // When
        lab.Virtual.Advance(Second * 3);

        // Then
        runs.ShouldBe(3);
        lab.Log.Count(entry => entry.Cause?.Message == "in action").ShouldBe(3);
    }

    [Fact]
    public void The_clock_is_the_virtual_one()
    {
        // Given
        using var lab = new Lab();
        var start = lab.System.Scheduler.MonotonicClock;

        // When
        lab.Virtual.Advance(Second * 90);

        // Then
        (lab.System.Scheduler.MonotonicClock - start).ShouldBe(Second * 90);
        lab.System.Scheduler.HighResMonotonicClock.ShouldBe(lab.System.Scheduler.MonotonicClock);
        lab.System.Scheduler.Now.ShouldBe(DateTimeOffset.UnixEpoch + (Second * 90));
    }

    [Fact]
    public void Negative_delays_and_intervals_of_zero_are_refused()
    {
        using var lab = new Lab();
        var scheduler = lab.System.Scheduler;

        Should.Throw<ArgumentOutOfRangeException>(() => scheduler.ScheduleTellOnce(-Second, lab.System.DeadLetters, "x", null));
        Should.Throw<ArgumentOutOfRangeException>(() => scheduler.Advanced.ScheduleRepeatedly(Second, TimeSpan.Zero, () => { }));
    }
}
