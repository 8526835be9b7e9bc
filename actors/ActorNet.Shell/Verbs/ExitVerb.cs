namespace ActorNet.Shell.Verbs;

/// <summary><c>exit</c>: ends the session.</summary>
internal static class ExitVerb
{
    public static ShellVerb Verb { get; } = new(
        "exit", "exit", "end the session",
        """
        Ends the session, or the script.
        Example: exit
        """,
        Run);

    private static Task Run(VerbCall call)
    {
        call.Words.End();
        call.Ends = true;
        return Task.CompletedTask;
    }
}
