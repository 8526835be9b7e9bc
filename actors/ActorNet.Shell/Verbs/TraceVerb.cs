namespace ActorNet.Shell.Verbs;

/// <summary><c>trace</c>: follows frames.</summary>
internal static class TraceVerb
{
    public static ShellVerb Verb { get; } = new(
        "trace", "trace on|off", "show every station of every frame that the following lines move",
        """
        From trace on to trace off each line also prints what happened to frames: sent by a program (send), received (rx), verdicts of filters (ingress, egress), redirect and mirror, enqueue and
        dequeue, tx, the queue of an ifb and its way back (reinject), bridge, up to the protocols, drop with its reason. A frame keeps its number, and so do its copies.
        At most 10000 stations are kept for a line.
        Example: trace on
                 inject lo udp size 100
                 trace off
        """,
        RunAsync, ShellArgument.OnOff);

    private static async Task RunAsync(VerbCall call)
    {
        var word = call.Words.Next("\"on\" or \"off\"");
        call.Words.End();
        if (word is not ("on" or "off")) throw new ShellException($"\"{word}\" is neither \"on\" nor \"off\"; usage: {call.Verb.Usage}");
        await call.Session.SetTraceAsync(word == "on").ConfigureAwait(false);
    }
}
