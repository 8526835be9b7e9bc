namespace ActorNet.Shell.Verbs;

/// <summary><c>source</c>: runs the lines of a file.</summary>
internal static class SourceVerb
{
    public static ShellVerb Verb { get; } = new(
        "source", "source FILE", "run the lines of a file",
        """
        Runs the lines of FILE as if they stood here, all of them; fails if one of them does not do what it should. Files may source others, eight deep.
        Example: source tests/scenarios/ifb-basic.txt
        """,
        RunAsync, ShellArgument.File);

    private static async Task RunAsync(VerbCall call)
    {
        var file = call.Words.Next("the file");
        call.Words.End();
        call.Lines = await call.Session.SourceAsync(file).ConfigureAwait(false);
    }
}
