using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ActorNet.TestKit.Tests.Determinism;

/// <summary>Runs a program of ours in another process of this runtime.</summary>
internal static class OtherProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>What it writes.</summary>
    /// <param name="words">The words behind <c>dotnet</c>: an assembly and its arguments, or a command of the SDK.</param>
    public static async Task<string> RunAsync(IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(Host()) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in words) start.ArgumentList.Add(word);
        // What the build that runs these tests has set is not meant for another one.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException tooLate)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"dotnet {words[0]} has not ended after {Patience}.", tooLate);
        }

        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"dotnet {words[0]} ended with {process.ExitCode}:\n{await output}{await errors}");
    }

    /// <summary>The program that runs this process's kind of assembly: three folders above the runtime's.</summary>
    private static string Host() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
