using ActorNet.Actors.Messages;

namespace ActorNet.Shell.Verbs;

/// <summary><c>plug</c>: takes the far end of a TAP.</summary>
internal static class PlugVerb
{
    public static ShellVerb Verb { get; } = new(
        "plug", "plug [-n NETNS] DEV", "take the far end of a tap, as a program that opens it",
        """
        Takes the far end of a tap (ip tuntap add dev tap0 mode tap), as a program that opens it: the carrier comes, receive writes into it, read reads what was sent.
        Example: plug tap0
        """,
        RunAsync, ShellArgument.Device);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        call.Words.End();
        await call.AskAsync<Done>(new PlugTap(device, call.Lab.Owner)).ConfigureAwait(false);
    }
}
