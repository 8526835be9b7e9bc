using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class ReceiveAsyncTests
{
    [Fact]
    public void Messages_wait_until_the_task_has_ended_and_sender_and_context_survive_the_await()
    {
        // Given
        var seen = new List<string>();
        var gate = new TaskCompletionSource();
        using var lab = new Lab();
        var asker = lab.NewProbe("asker");
        var actor = lab.System.ActorOf(Props.Create(() => new Waiting(seen, gate)), "waiting");

        // When
        lab.Tell(asker.Ref, (Action<IActorContext>)(_ => actor.Tell("wait")));
        lab.Tell(actor, 1, 2);
        seen.ShouldBe(["before"]);
        gate.SetResult();
        lab.Run();

        // Then
        seen.ShouldBe(["before", "after asker waiting", "1", "2"]);
    }

    [Fact]
    public void A_failure_after_the_await_is_the_actors_failure()
    {
        // Given
        var gate = new TaskCompletionSource();
        var fun = new Fun
        {
            OnMessage = (me, message) =>
            {
                if (message is "wait") me.Async(() => FailAfter(gate.Task));
            },
        };
        using var lab = new Lab();
        var actor = lab.Make(fun);

        // When
        lab.Tell(actor, "wait", "x");
        gate.SetResult();
        lab.Run();

        // Then
        fun.Steps.ShouldContain("PreRestart(after await, wait)");
        fun.Instances.ShouldBe(2);
    }

    [Fact]
    public void A_failure_before_the_first_await_is_too()
    {
        // Given
        var fun = new Fun { OnMessage = (me, _) => me.Async(() => throw new InvalidOperationException("at once")) };
        using var lab = new Lab();

        // When
        lab.Tell(lab.Make(fun), "x");

        // Then
        fun.Steps.ShouldContain("PreRestart(at once, x)");
    }

    [Fact]
    public void A_stop_does_not_wait_for_the_task()
    {
        // Given
        var gate = new TaskCompletionSource();
        var resumed = false;
        var fun = new Fun
        {
            OnMessage = (me, _) => me.Async(async () =>
            {
                await gate.Task;
                resumed = true;
            }),
        };
        using var lab = new Lab();
        var actor = lab.Make(fun);

        // When
        lab.Tell(actor, "wait");
        lab.System.Stop(actor);
        lab.Run();
        gate.SetResult();
        lab.Run();

        // Then
        fun.Steps.ShouldContain("PostStop");
        resumed.ShouldBeFalse();
    }

    [Fact]
    public void An_ask_inside_an_async_handler_runs_in_virtual_time()
    {
        // Given
        var seen = new List<object>();
        using var lab = new Lab();
        var echo = lab.Make((me, message) => me.From.Tell(message));
        var actor = lab.Make((me, message) => me.Async(async () => seen.Add(await echo.Ask<int>(message))));

        // When
        lab.Tell(actor, 1, 2, 3);

        // Then
        seen.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_predicate_chooses_among_async_handlers()
    {
        // Given
        var seen = new List<string>();
        using var lab = new Lab();
        var actor = lab.System.ActorOf(Props.Create(() => new Choosing(seen)));

        // When
        lab.Tell(actor, 1, 20, "x");

        // Then
        seen.ShouldBe(["small 1", "big 20", "any x"]);
    }

    private static async Task FailAfter(Task gate)
    {
        await gate;
        throw new InvalidOperationException("after await");
    }

    private sealed class Waiting : ReceiveActor
    {
        public Waiting(List<string> seen, TaskCompletionSource gate)
        {
            ReceiveAsync<string>(async _ =>
            {
                seen.Add("before");
                await gate.Task;
                seen.Add($"after {Sender.Path.Name} {Context.Self.Path.Name}");
            });
            Receive<int>(n => seen.Add($"{n}"));
        }
    }

    private sealed class Choosing : ReceiveActor
    {
        public Choosing(List<string> seen)
        {
            ReceiveAsync<int>(n => Note($"big {n}"), n => n > 10);
            ReceiveAsync<int>(n => Note($"small {n}"));
            ReceiveAnyAsync(message => Note($"any {message}"));

            async Task Note(string text)
            {
                await Task.Yield();
                seen.Add(text);
            }
        }
    }
}
