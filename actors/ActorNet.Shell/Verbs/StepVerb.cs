using System.Text.Json.Nodes;
using ActorNet.Actors.Messages;

namespace ActorNet.Shell.Verbs;

/// <summary><c>step</c>: one drain turn.</summary>
internal static class StepVerb
{
    public static ShellVerb Verb { get; } = new(
        "step", "step [-n NETNS] DEV QUEUE", "run one drain of one queue of a held ifb",
        """
        One drain turn of queue QUEUE of the ifb DEV, which hold stopped, and everything that follows from it. Prints the queue afterwards; "ran" tells whether a drain
        was pending.
        Example: ip link add ifb0 type ifb
                 hold ifb0
                 step ifb0 0
        """,
        RunAsync, ShellArgument.Device, ShellArgument.Number);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        var queue = (int)call.Words.Number("queue", 0, int.MaxValue);
        call.Words.End();
        var answer = await call.AskAsync<DrainStepped>(new StepDrain(device, queue)).ConfigureAwait(false);
        // The state after what the step caused, too: a wake lets the device hand over more.
        var after = (await call.AskAsync<IfbQueues>(new QueryIfbQueues(device)).ConfigureAwait(false)).Queues[queue];
        var json = QueuesVerb.Json(after);
        json.Insert(0, "ran", JsonValue.Create(answer.Ran));
        call.Say((answer.Ran ? "ran " : "nothing pending ") + QueuesVerb.Text(after), json);
    }
}
