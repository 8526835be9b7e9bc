using ActorNet.Engine.Loops;
using Shouldly;

namespace ActorNet.Engine.Tests;

/// <summary>A virtual system with what tests need around it.</summary>
internal sealed class Lab : IDisposable
{
    public Lab(ulong seed = 0, Func<LoopOptions, LoopOptions>? change = null)
    {
        var options = new LoopOptions { LogLevel = LogLevel.DebugLevel, LogSink = Log.Add };
        Virtual = LoopSystem.CreateVirtual("lab", change?.Invoke(options) ?? options, seed);
    }

    public VirtualSystem Virtual { get; }

    public ActorSystem System => Virtual.System;

    public List<EngineLogEntry> Log { get; } = [];

    public Probe NewProbe(string? name = null) => new(System, name);

    /// <summary>A probe that hears of events of a type.</summary>
    public Probe Listen<T>()
    {
        var probe = NewProbe();
        System.EventStream.Subscribe<T>(probe.Ref);
        return probe;
    }

    public IActorRef Make(Fun fun, string? name = null) => System.ActorOf(Props.Create(() => new FunActor(fun)), name);

    public IActorRef Make(Action<FunActor, object> onMessage, string? name = null) => Make(new Fun { OnMessage = onMessage }, name);

    public void Run() => Virtual.RunUntilIdle();

    /// <summary>Tells and runs.</summary>
    public void Tell(IActorRef actor, params object[] messages)
    {
        foreach (var message in messages) actor.Tell(message);
        Run();
    }

    /// <summary>The result of a task that must have completed by now.</summary>
    public static T Result<T>(Task<T> task)
    {
        task.IsCompletedSuccessfully.ShouldBeTrue($"the task is {task.Status} {task.Exception?.InnerException}");
        return task.GetAwaiter().GetResult();
    }

    public void Dispose() => Virtual.Dispose();
}

/// <summary>Recipes for children.</summary>
internal static class Recipe
{
    public static Props Of(Fun fun) => Props.Create(() => new FunActor(fun));
}
