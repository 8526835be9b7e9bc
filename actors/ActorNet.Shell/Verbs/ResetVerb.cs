namespace ActorNet.Shell.Verbs;

/// <summary><c>reset</c>: an empty lab.</summary>
internal static class ResetVerb
{
    public static ShellVerb Verb { get; } = new(
        "reset", "reset", "begin anew with an empty lab",
        """
        Throws all namespaces and devices away; what remains is the initial namespace with its loopback device, at time 0.
        Example: reset
        """,
        RunAsync);

    private static async Task RunAsync(VerbCall call)
    {
        call.Words.End();
        await call.Session.ResetAsync().ConfigureAwait(false);
    }
}
