using ActorNet.Actors.Messages;

namespace ActorNet.Shell.Verbs;

/// <summary><c>listen</c>: opens a packet socket.</summary>
internal static class ListenVerb
{
    public static ShellVerb Verb { get; } = new(
        "listen", "listen [-n NETNS] DEV", "open a packet socket on a device, as tcpdump does",
        """
        Opens a packet socket on DEV, not promiscuous; sniff shows what it sees from now on. It counts as a receiver, as on Linux: frames that nobody else wants
        are then no drops. A device that is down shows it nothing.
        Example: listen lo
        """,
        RunAsync, ShellArgument.Device);

    private static async Task RunAsync(VerbCall call)
    {
        var device = call.Words.Next("the device");
        call.Words.End();
        await call.AskAsync<Done>(new Listen(device, call.Lab.Owner)).ConfigureAwait(false);
    }
}
