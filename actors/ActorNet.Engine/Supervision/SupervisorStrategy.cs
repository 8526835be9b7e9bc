using ActorNet.Engine.Cell;

namespace ActorNet.Engine;

/// <summary>What a supervisor does about a child that failed and waits, suspended, for the decision.</summary>
public enum Directive
{
    /// <summary>Goes on with the next message, state kept.</summary>
    Resume = 0,

    /// <summary>A new actor takes over mailbox and address.</summary>
    Restart = 1,

    /// <summary>The supervisor fails with the same cause.</summary>
    Escalate = 2,

    /// <summary>The child ends.</summary>
    Stop = 3,
}

/// <summary>How an actor treats its failing children.</summary>
public abstract class SupervisorStrategy
{
    /// <summary>Stops children that could not be made, were killed or broke a death pact; restarts all others, without limit.</summary>
    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDirective);

    /// <summary>Stops every failing child.</summary>
    public static readonly OneForOneStrategy StoppingStrategy = new(static _ => Directive.Stop);

    /// <summary>Starts with logging on.</summary>
    protected SupervisorStrategy()
    {
    }

    /// <summary>Whether each decision but escalation is logged: a stop or restart as error, a resume as warning.</summary>
    protected bool LoggingEnabled { get; set; } = true;

    /// <summary>Decides about one failure.</summary>
    protected abstract Directive Handle(IActorRef child, Exception exception);

    /// <summary>What the default strategy decides.</summary>
    internal static Directive DefaultDirective(Exception exception) => exception switch
    {
        ActorInitializationException or ActorKilledException or DeathPactException => Directive.Stop,
        _ => Directive.Restart,
    };

    /// <summary>Decides and acts; false when the supervisor has to fail itself.</summary>
    internal bool Decide(ActorCell supervisor, ChildRecord child, Exception cause)
    {
        var directive = Handle(child.Child, cause);
        if (directive == Directive.Escalate) return false;
        if (directive == Directive.Restart && !MayRestart(child, supervisor.Loop.RefreshNow())) directive = Directive.Stop;
        if (LoggingEnabled) LogDecision(supervisor, child.Child, cause, directive);
        switch (directive)
        {
            case Directive.Resume: child.Resume(cause); break;
            case Directive.Restart: child.Restart(cause); break;
            default: child.Stop(); break;
        }
        return true;
    }

    private protected virtual bool MayRestart(ChildRecord child, long now) => true;

    private static void LogDecision(ActorCell supervisor, Refs.LocalActorRef child, Exception cause, Directive directive)
    {
        var level = directive == Directive.Resume ? LogLevel.WarningLevel : LogLevel.ErrorLevel;
        supervisor.OwnSystem.LogSink.Write(level, child.Path.ToString(), $"{cause.Message} ({directive})", cause);
    }
}
