using ActorNet.Actors.Messages;

namespace ActorNet.Shell.Verbs;

/// <summary><c>unplug</c>: lets go of the far end of a TAP.</summary>
internal static class UnplugVerb
{
    public static ShellVerb Verb { get; } = new(
        "unplug", "unplug [-n NETNS] DEV", "let go of the far end of a tap",
        """
        The program closes the tap: the carrier goes, and what it had not read is lost.
        Example: unplug tap0
        """,
        RunAsync, ShellArgument.Device);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        call.Words.End();
        await call.AskAsync<Done>(new UnplugTap(device, call.Lab.Owner)).ConfigureAwait(false);
    }
}
