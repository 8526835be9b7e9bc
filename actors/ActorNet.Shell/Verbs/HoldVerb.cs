using ActorNet.Actors.Messages;

namespace ActorNet.Shell.Verbs;

/// <summary><c>hold</c>: the drains of an IFB wait.</summary>
internal static class HoldVerb
{
    public static ShellVerb Verb { get; } = new(
        "hold", "hold [-n NETNS] DEV", "let the drains of an ifb wait for step",
        """
        The drains of the ifb DEV wait from now on: frames gather in rq until step runs one drain, or release lets them run again.
        Example: ip link add ifb0 type ifb
                 hold ifb0
        """,
        RunAsync, ShellArgument.Device);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        call.Words.End();
        await call.AskAsync<Done>(new HoldDrains(device, Hold: true, call.Lab.Owner)).ConfigureAwait(false);
    }
}
