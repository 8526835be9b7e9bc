using ActorNet.Engine.Loops;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class TerminationTests
{
    [Fact]
    public void Terminate_stops_all_actors_then_runs_registered_code_then_completes()
    {
        // Given
        var order = new List<string>();
        using var lab = new Lab();
        lab.Make(new Fun { OnPostStop = _ => order.Add("actor") });
        lab.System.RegisterOnTermination(() => order.Add("first registered"));
        lab.System.RegisterOnTermination(() => throw new InvalidOperationException("callback"));
        lab.System.RegisterOnTermination(() => order.Add("last registered"));
        lab.Run();

        // When
        var end = lab.System.Terminate();
        end.IsCompleted.ShouldBeFalse();
        lab.Run();

        // Then
        end.IsCompletedSuccessfully.ShouldBeTrue();
        lab.System.WhenTerminated.ShouldBe(end);
        order.ShouldBe(["actor", "last registered", "first registered"]);
        lab.Log.Single().Cause!.Message.ShouldBe("callback");
        Should.Throw<InvalidOperationException>(() => lab.System.RegisterOnTermination(() => { }));
    }

    [Fact]
    public void Dispose_waits_for_the_threads()
    {
        // Given
        var system = LoopSystem.Create("dispose", new LoopOptions { Loops = 2 });

        // When
        system.Dispose();

        // Then
        system.WhenTerminated.IsCompletedSuccessfully.ShouldBeTrue();
        system.Dispose();
    }

    [Fact]
    public void Nothing_is_made_after_the_end()
    {
        // Given
        var lab = new Lab();
        lab.Dispose();

        // Then
        Should.Throw<InvalidOperationException>(() => lab.Make(new Fun()));
    }

    [Fact]
    public void Making_and_ending_many_systems_leaves_no_threads()
    {
        // Given
        for (var i = 0; i < 3; i++) LoopSystem.Create("warm", new LoopOptions { Loops = 2 }).Dispose();
        var before = System.Diagnostics.Process.GetCurrentProcess().Threads.Count;

        // When
        for (var i = 0; i < 50; i++) LoopSystem.Create("many", new LoopOptions { Loops = 4 }).Dispose();

        // Then: 200 loops were made; a few threads of the pool may come and go.
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        process.Threads.Count.ShouldBeLessThan(before + 50);
    }
}
