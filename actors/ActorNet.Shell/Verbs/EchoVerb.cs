using System.Text.Json.Nodes;

namespace ActorNet.Shell.Verbs;

/// <summary><c>echo</c>: prints its words.</summary>
internal static class EchoVerb
{
    public static ShellVerb Verb { get; } = new(
        "echo", "echo TEXT...", "print a text",
        """
        Prints the words, one blank between them.
        Example: echo before the burst
        """,
        Run, ShellArgument.Text);

    private static Task Run(VerbCall call)
    {
        var text = string.Join(' ', call.Words.Rest());
        call.Say(text + "\n", JsonValue.Create(text));
        return Task.CompletedTask;
    }
}
