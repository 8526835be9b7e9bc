namespace ActorNet.Shell.Verbs;

/// <summary><c>advance</c> and <c>sleep</c>: virtual time passes.</summary>
internal static class AdvanceVerb
{
    private const string Text =
        """
        Lets virtual time pass: shapers send, entries age, timers fire, each at its time.
        Example: advance 1.5s
        """;

    public static ShellVerb Advance { get; } = new("advance", "advance DURATION", "let virtual time pass", Text, RunAsync, ShellArgument.Duration);

    public static ShellVerb Sleep { get; } = new("sleep", "sleep DURATION", "the same as advance", Text, RunAsync, ShellArgument.Duration);

    private static async Task RunAsync(VerbCall call)
    {
        var time = Duration.Parse(call.Words.Next("the duration"));
        call.Words.End();
        if (!call.Lab.IsVirtual) throw new ShellException($"\"{call.Verb.Name}\" is for virtual time; on a running topology time passes by itself");
        await call.Lab.PassTimeAsync(time).ConfigureAwait(false);
    }
}
