using ActorNet.Engine.Cell;
using ActorNet.Engine.Refs;

namespace ActorNet.Engine;

/// <summary>Stopping an actor and waiting for its end.</summary>
public static class GracefulStopSupport
{
    /// <summary>Sends <see cref="PoisonPill"/> and waits for the end.</summary>
    /// <param name="target">Whom to stop.</param>
    /// <param name="timeout">On the system's clock.</param>
    /// <returns>True when it has ended. Cancelled when the time is over; the actor may end later all the same.</returns>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) => GracefulStop(target, timeout, PoisonPill.Instance);

    /// <summary>Sends a message of one's own and waits for the end.</summary>
    /// <param name="target">Whom to stop.</param>
    /// <param name="timeout">On the system's clock.</param>
    /// <param name="stopMessage">What makes the actor stop.</param>
    /// <returns>True when it has ended. Cancelled when the time is over; the actor may end later all the same.</returns>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target is not IInternalRef local) throw new ArgumentException($"{target} cannot be watched, so its end cannot be waited for.", nameof(target));
        var promise = Futures.NewPromise<Terminated>(target);
        promise.FailAfter(timeout, () => new TaskCanceledException($"{target.Path} has not ended within {timeout}."));
        local.SendSystem(new SystemMessage(SystemKind.Watch) { Ref = promise });
        target.Tell(stopMessage, ActorRefs.NoSender);
        try
        {
            var terminated = await promise.Task.ConfigureAwait(false);
            return terminated.ActorRef.Equals(target);
        }
        finally
        {
            local.SendSystem(new SystemMessage(SystemKind.Unwatch) { Ref = promise });
        }
    }
}
