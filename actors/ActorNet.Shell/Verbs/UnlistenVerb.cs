using ActorNet.Actors.Messages;

namespace ActorNet.Shell.Verbs;

/// <summary><c>unlisten</c>: closes the packet socket.</summary>
internal static class UnlistenVerb
{
    public static ShellVerb Verb { get; } = new(
        "unlisten", "unlisten [-n NETNS] DEV", "close the packet socket of listen",
        """
        Closes the packet socket that listen opened on DEV.
        Example: unlisten lo
        """,
        RunAsync, ShellArgument.Device);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        call.Words.End();
        await call.AskAsync<Done>(new Unlisten(device, call.Lab.Owner)).ConfigureAwait(false);
    }
}
