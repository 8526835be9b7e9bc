namespace ActorNet.Actors;

/// <summary>
/// What happens when an actor of a lab throws: it goes on with the next message. Its state is a Core object that outlives any restart, and stopping a device's
/// actor would tear its queues down; the failure itself is logged by the engine.
/// </summary>
internal static class LabSupervision
{
    /// <summary>Resume, always.</summary>
    public static SupervisorStrategy Resume() => new OneForOneStrategy(static _ => Directive.Resume);
}
