using ActorNet.Actors.Messages;
using ActorNet.Engine;

namespace ActorNet.TestKit;

/// <summary>Takes the answers to commands that were put off; those that were refused are told at the next call of the lab.</summary>
internal sealed class TimedFaults : ReceiveActor
{
    public TimedFaults(List<string> refusals)
    {
        Receive<Scheduled>(put => put.Lab.Tell(put.Request, Self));
        Receive<CommandDone>(done =>
        {
            if (done.Result.ExitCode != 0) refusals.Add(done.Result.Error.TrimEnd());
        });
        Receive<Refused>(refused => refusals.Add(refused.Reason));
    }

    /// <summary>To this actor, from the clock: it is time.</summary>
    public sealed record Scheduled(IActorRef Lab, object Request);
}
