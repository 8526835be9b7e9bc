using ActorNet.Engine.Loops;

namespace ActorNet.Engine;

/// <summary>A tree of actors, the loops they run on, and what they share. Ends by <see cref="Terminate"/>, children before parents.</summary>
public abstract class ActorSystem : IActorRefFactory, IDisposable
{
    /// <summary>For the engine's own systems.</summary>
    protected ActorSystem()
    {
    }

    /// <summary>The name it was made with.</summary>
    public abstract string Name { get; }

    /// <summary>Time: delays and the clock, virtual on a virtual system.</summary>
    public abstract IScheduler Scheduler { get; }

    /// <summary>Publish and subscribe by type; carries dead letters and unhandled messages too.</summary>
    public abstract EventStream EventStream { get; }

    /// <summary>Takes what nobody will handle.</summary>
    public abstract IActorRef DeadLetters { get; }

    /// <summary>Logs under the system's name.</summary>
    public abstract ILoggingAdapter Log { get; }

    /// <summary>Completes when all actors and loops have ended.</summary>
    public abstract Task WhenTerminated { get; }

    /// <summary>A system with default options.</summary>
    /// <param name="name">Letters, digits, dash and underscore.</param>
    public static ActorSystem Create(string name) => LoopSystem.Create(name, new LoopOptions());

    /// <summary>A system with the options of a configuration, keys as in the engine's <c>reference.conf</c>.</summary>
    public static ActorSystem Create(string name, Config config) => LoopSystem.Create(name, EngineSettings.Read(config));

    /// <summary>Starts the end; any thread, any number of times.</summary>
    /// <returns>The same task as <see cref="WhenTerminated"/>.</returns>
    public abstract Task Terminate();

    /// <summary>Runs code when all actors have ended, before <see cref="WhenTerminated"/> completes; last registered first.</summary>
    /// <exception cref="InvalidOperationException">The system has ended already.</exception>
    public abstract void RegisterOnTermination(Action code);

    /// <summary>Stops an actor after its current message.</summary>
    public abstract void Stop(IActorRef actor);

    /// <inheritdoc/>
    public abstract IActorRef ActorOf(Props props, string? name = null);

    /// <summary>Terminates and waits for the end, at most ten seconds; on a loop's thread it only starts the end.</summary>
    public void Dispose()
    {
        DisposeSystem();
        GC.SuppressFinalize(this);
    }

    private protected abstract void DisposeSystem();
}
