using ActorNet.Node.Cli;

namespace ActorNet.Node.Tests.Harness;

/// <summary>The program without a process: for command lines that neither fork nor wait for signals.</summary>
internal static class InProcess
{
    public static async Task<Outcome> RunAsync(params IReadOnlyList<string> words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await ProgramRunner.RunAsync(words, new Terminal(output, error, outputIsScreen: false, errorIsScreen: false));
        return new Outcome(code, output.ToString(), error.ToString());
    }
}
