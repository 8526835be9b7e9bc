using ActorNet.Actors.Messages;

namespace ActorNet.Shell.Verbs;

/// <summary><c>release</c>: the drains of an IFB run again.</summary>
internal static class ReleaseVerb
{
    public static ShellVerb Verb { get; } = new(
        "release", "release [-n NETNS] DEV", "let the drains of a held ifb run again",
        """
        The drains of the ifb DEV run by themselves again; one that was pending runs now.
        Example: ip link add ifb0 type ifb
                 hold ifb0
                 release ifb0
        """,
        RunAsync, ShellArgument.Device);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        call.Words.End();
        await call.AskAsync<Done>(new HoldDrains(device, Hold: false, call.Lab.Owner)).ConfigureAwait(false);
    }
}
