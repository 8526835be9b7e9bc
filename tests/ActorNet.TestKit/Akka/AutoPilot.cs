namespace ActorNet.Engine.TestKit;

/// <summary>Reacts to what a test's actor gets, at once and in its turn, before the test sees the message.</summary>
public abstract class AutoPilot
{
    /// <summary>For derived pilots.</summary>
    protected AutoPilot()
    {
    }

    /// <summary>Answer of <see cref="Run"/>: this pilot goes on.</summary>
    public static KeepRunning KeepRunning => KeepRunning.Instance;

    /// <summary>Answer of <see cref="Run"/>: no pilot from now on.</summary>
    public static NoAutoPilot NoAutoPilot => NoAutoPilot.Instance;

    /// <summary>Reacts to a message.</summary>
    /// <param name="sender">Who sent it; the dead letters for nobody.</param>
    /// <param name="message">What came.</param>
    /// <returns>Who reacts to the next one.</returns>
    public abstract AutoPilot Run(IActorRef sender, object message);
}

/// <summary>Stands for the pilot that answered it.</summary>
public sealed class KeepRunning : AutoPilot
{
    /// <summary>The only one.</summary>
    public static readonly KeepRunning Instance = new();

    private KeepRunning()
    {
    }

    /// <summary>Answers itself.</summary>
    public override AutoPilot Run(IActorRef sender, object message) => this;
}

/// <summary>Stands for no pilot.</summary>
public sealed class NoAutoPilot : AutoPilot
{
    /// <summary>The only one.</summary>
    public static readonly NoAutoPilot Instance = new();

    private NoAutoPilot()
    {
    }

    /// <summary>Answers itself.</summary>
    public override AutoPilot Run(IActorRef sender, object message) => this;
}

/// <summary>A pilot as a function.</summary>
/// <param name="sender">Who sent the message.</param>
/// <param name="message">What came.</param>
/// <returns>Who reacts to the next one.</returns>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);

/// <summary>A pilot made of a function.</summary>
public sealed class DelegateAutoPilot : AutoPilot
{
    private readonly AutoPilotDelegate _autoPilotDelegate;

    /// <summary>Runs the function for each message.</summary>
    public DelegateAutoPilot(AutoPilotDelegate autoPilotDelegate)
    {
        ArgumentNullException.ThrowIfNull(autoPilotDelegate);
        _autoPilotDelegate = autoPilotDelegate;
    }

    /// <inheritdoc/>
    public override AutoPilot Run(IActorRef sender, object message) => _autoPilotDelegate(sender, message);
}
