namespace ActorNet.Engine.Tests;

/// <summary>An actor whose reactions a test writes as lambdas.</summary>
internal sealed class FunActor : UntypedActor, IWithTimers, IWithUnboundedStash
{
    private readonly Fun _fun;

    public FunActor(Fun fun)
    {
        _fun = fun;
        fun.Instances++;
        fun.OnConstruct?.Invoke(this);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public IStash Stash { get; set; } = null!;

    public IUntypedActorContext Inside => Context;

    public IActorRef Me => Self;

    public IActorRef From => Sender;

    public void Async(Func<Task> action) => RunTask(action);

    public void Pass(object message) => Unhandled(message);

    protected override void OnReceive(object message) => _fun.OnMessage(this, message);

    protected override void PreStart()
    {
        _fun.Steps.Add("PreStart");
        _fun.OnPreStart?.Invoke(this);
    }

    protected override void PostStop()
    {
        _fun.Steps.Add("PostStop");
        _fun.OnPostStop?.Invoke(this);
    }

    protected override void PreRestart(Exception reason, object? message)
    {
        _fun.Steps.Add($"PreRestart({reason.Message}, {message})");
        if (_fun.OnPreRestart is null) base.PreRestart(reason, message);
        else _fun.OnPreRestart(this);
    }

    protected override void PostRestart(Exception reason)
    {
        _fun.Steps.Add($"PostRestart({reason.Message})");
        base.PostRestart(reason);
    }

    protected override SupervisorStrategy SupervisorStrategy() => _fun.Strategy ?? base.SupervisorStrategy();
}

/// <summary>What a <see cref="FunActor"/> does, and what has happened to it.</summary>
internal sealed class Fun
{
    public Action<FunActor, object> OnMessage { get; init; } = (_, _) => { };

    public Action<FunActor>? OnConstruct { get; init; }

    public Action<FunActor>? OnPreStart { get; init; }

    public Action<FunActor>? OnPostStop { get; init; }

    public Action<FunActor>? OnPreRestart { get; init; }

    public SupervisorStrategy? Strategy { get; init; }

    public int Instances { get; set; }

    public List<string> Steps { get; } = [];
}
