using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ActorNet.TestKit.Tests.Packaging;

/// <summary>Runs the SDK as somebody would who has just logged in: nothing of this process's environment, and no root.</summary>
internal sealed class CleanProcess
{
    private const string Nobody = "65534";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly string _home;
    private readonly bool _asNobody;

    /// <summary>A user with that home.</summary>
    /// <param name="home">A folder of its own.</param>
    /// <param name="asNobody">Another user when this process is root's.</param>
    public CleanProcess(string home, bool asNobody) => (_home, _asNobody) = (home, asNobody && Environment.IsPrivilegedProcess);

    /// <summary>Gives a folder to the user.</summary>
    public void Own(string folder)
    {
        if (_asNobody) Run(folder, "chown", ["-R", $"{Nobody}:{Nobody}", folder], dropsRoot: false);
    }

    /// <summary>Runs <c>dotnet</c> in a folder.</summary>
    /// <returns>What it printed.</returns>
    public string Dotnet(string folder, params string[] words) => Run(folder, Host(), words, _asNobody);

    private string Run(string folder, string program, string[] words, bool dropsRoot)
    {
        string[] line = dropsRoot ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", program, .. words] : [program, .. words];
        var start = new ProcessStartInfo(line[0]) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in line[1..]) start.ArgumentList.Add(word);
        SetEnvironment(start.Environment);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{string.Join(' ', line)} has not ended after {Patience}.");
        }

        var text = output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', line)} ended with {process.ExitCode}:\n{text}"));
    }

    private void SetEnvironment(IDictionary<string, string?> environment)
    {
        var path = environment["PATH"];
        environment.Clear();
        environment["PATH"] = path;
        environment["HOME"] = environment["DOTNET_CLI_HOME"] = _home;
        environment["NUGET_PACKAGES"] = Path.Combine(_home, "packages");
        environment["DOTNET_NOLOGO"] = environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        // A compiler that serves others, too, would outlive the test.
        environment["UseSharedCompilation"] = "false";
    }

    /// <summary>The program that runs this process's kind of assembly: three folders above the runtime's.</summary>
    private static string Host() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
