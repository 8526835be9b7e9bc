using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ActorNet.Actors.Messages;

namespace ActorNet.Shell.Verbs;

/// <summary><c>queues</c>: the queues of an IFB.</summary>
internal static class QueuesVerb
{
    public static ShellVerb Verb { get; } = new(
        "queues", "queues [-n NETNS] DEV", "show the queues of an ifb",
        """
        For each queue of the ifb DEV: frames that arrived (rq), frames a drain has taken and not yet sent back (tq), whether a drain is pending, whether the queue
        is stopped, and how many frames the device may still hand over before it stops (credit).
        Example: ip link add ifb0 type ifb
                 queues ifb0
        """,
        RunAsync, ShellArgument.Device);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        call.Words.End();
        var answer = await call.AskAsync<IfbQueues>(new QueryIfbQueues(device)).ConfigureAwait(false);
        call.Say(string.Concat(answer.Queues.Select(Text)), new JsonArray([.. answer.Queues.Select(Json)]));
    }

    public static string Text(IfbQueueState queue) => new StringBuilder().Append(
        CultureInfo.InvariantCulture, $"queue {queue.Queue} rq {queue.Rq} tq {queue.Tq} credit {queue.Credit}{(queue.Pending ? " pending" : "")}{(queue.Stopped ? " stopped" : "")}\n").ToString();

    public static JsonObject Json(IfbQueueState queue) => new()
    {
        ["queue"] = queue.Queue,
        ["rq"] = queue.Rq,
        ["tq"] = queue.Tq,
        ["pending"] = queue.Pending,
        ["stopped"] = queue.Stopped,
        ["credit"] = queue.Credit,
    };
}
