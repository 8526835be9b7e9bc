using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class PipeToTests
{
    [Fact]
    public void A_result_becomes_a_message_with_the_given_sender()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var sender = lab.NewProbe();
        var source = new TaskCompletionSource<int>();

        // When
        _ = source.Task.PipeTo(probe.Ref, sender.Ref);
        source.SetResult(5);
        lab.Run();

        // Then
        probe.Messages.ShouldBe([5]);
        probe.Senders.ShouldBe([sender.Ref]);
    }

    [Fact]
    public void Success_and_failure_can_be_turned_into_messages()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();

        // When
        _ = Task.FromResult(5).PipeTo(probe.Ref, success: n => $"got {n}");
        _ = Task.FromException<int>(new InvalidOperationException("no")).PipeTo(probe.Ref, failure: e => $"failed {e.Message}");
        _ = Task.CompletedTask.PipeTo(probe.Ref, success: () => "done");
        _ = Task.FromException(new InvalidOperationException("no")).PipeTo(probe.Ref, failure: e => $"failed too {e.Message}");
        lab.Run();

        // Then
        probe.Messages.ShouldBe(["got 5", "failed no", "done", "failed too no"]);
    }

    [Fact]
    public void A_failure_without_a_mapping_is_a_Status_Failure()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();

        // When
        _ = Task.FromException<int>(new InvalidOperationException("no")).PipeTo(probe.Ref);
        _ = Task.FromCanceled(new CancellationToken(true)).PipeTo(probe.Ref);
        _ = Task.CompletedTask.PipeTo(probe.Ref);
        lab.Run();

        // Then
        probe.Messages.Cast<Status.Failure>().Select(failure => failure.Cause.GetType())
            .ShouldBe([typeof(InvalidOperationException), typeof(TaskCanceledException)]);
    }

    [Fact]
    public void An_asked_answer_piped_on_arrives_in_the_same_run()
    {
        // Given
        using var lab = new Lab();
        var probe = lab.NewProbe();
        var echo = lab.Make((me, message) => me.From.Tell(message));
        var actor = lab.Make((me, message) => _ = echo.Ask<object>(message).PipeTo(probe.Ref, me.Me));

        // When
        lab.Tell(actor, "x");

        // Then
        probe.Messages.ShouldBe(["x"]);
        probe.Senders.ShouldBe([actor]);
    }
}
