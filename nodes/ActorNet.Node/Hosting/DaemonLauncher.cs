using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Reflection;
using System.Text.Json;
using ActorNet.Linux;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;

namespace ActorNet.Node.Hosting;

/// <summary>Starts this program once more as a detached daemon, and waits until it is ready or has failed.</summary>
internal static class DaemonLauncher
{
    /// <summary>The hidden command that the daemon is started with.</summary>
    public const string Command = "daemon";

    /// <summary>Longest line of a report in characters.</summary>
    private const int MaxReport = 1 << 20;

    /// <summary>Starts the daemon.</summary>
    /// <param name="arguments">What follows the hidden command, before the pipe's handle.</param>
    /// <param name="progress">Told how the start goes on.</param>
    /// <param name="stop">Ends the daemon, which undoes what it has made.</param>
    /// <exception cref="NodeException">It failed; the message is the daemon's own.</exception>
    public static async Task StartAsync(IEnumerable<string> arguments, IProgress<StartProgress>? progress, CancellationToken stop)
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var info = Self();
        foreach (var argument in (IEnumerable<string>)[Command, "--report", pipe.GetClientHandleAsString(), .. arguments]) info.ArgumentList.Add(argument);
        using var child = Process.Start(info) ?? throw new NodeException("the system started no process for the daemon.");
        pipe.DisposeLocalCopyOfClientHandle();
        using var ending = stop.Register(() => EndPolitely(child.Id));
        await FollowAsync(pipe, child, progress).ConfigureAwait(false);
    }

    private static async Task FollowAsync(Stream pipe, Process child, IProgress<StartProgress>? progress)
    {
        using var reader = new StreamReader(pipe);
        while (await reader.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { Length: < MaxReport } line)
        {
            var report = JsonSerializer.Deserialize(line, NodeJson.Default.DaemonReport)!;
            if (report.Error is not null)
            {
                await child.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
                throw new NodeException(report.Error, report.ExitCode);
            }

            if (report.Ready) return;
            progress?.Report(new StartProgress(report.Done, report.Total, report.Doing ?? ""));
        }

        var said = await child.StandardError.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false);
        await child.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        var what = string.Create(CultureInfo.InvariantCulture, $"the daemon ended before it was ready (exit code {child.ExitCode}). Its log says more; clean up with 'actornet gc'.");
        throw new NodeException(said.Length == 0 ? what : $"{what} It said: {said.Trim()}");
    }

    private static void EndPolitely(int processId)
    {
        using var process = ProcessHandle.Open(processId);
        process?.Terminate();
    }

    /// <summary>This program as it can be started again: itself, or its library under dotnet.</summary>
    private static ProcessStartInfo Self()
    {
        var own = Environment.ProcessPath;
        var library = Assembly.GetExecutingAssembly().Location;
        var isOwnProgram = string.Equals(Path.GetFileNameWithoutExtension(own), "actornet", StringComparison.Ordinal);
        var info = new ProcessStartInfo(isOwnProgram ? own! : DotnetFrom(own))
        {
            UseShellExecute = false,
            WorkingDirectory = "/",
            // Pipes of our own instead of the caller's streams: whoever reads those to their end must not wait for the daemon's.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!isOwnProgram) info.ArgumentList.Add(library);
        return info;
    }

    private static string DotnetFrom(string? own) => string.Equals(Path.GetFileName(own), "dotnet", StringComparison.Ordinal) ? own! : "dotnet";
}
