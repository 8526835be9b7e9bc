using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ActorNet.Linux.Namespaces;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Flows.Live;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed, as far as it was kept.</param>
/// <param name="Errors">What it complained about.</param>
internal sealed record ProgramEnd(int ExitCode, string Output, string Errors);

/// <summary>A program inside a host. It does not outlive this: disposing kills it with whatever it has started.</summary>
internal sealed class HostProgram : IAsyncDisposable
{
    /// <summary>Characters kept of each of its outputs; the rest is read and thrown away, so that it never waits for us.</summary>
    private const int MaxCharacters = 16 << 20;

    private static readonly TimeSpan ExitTime = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;
    private readonly TaskCompletionSource _spoke = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProgram(Process process)
    {
        _process = process;
        _output = DrainAsync(process.StandardOutput, _spoke);
        _errors = DrainAsync(process.StandardError, null);
    }

    /// <summary>Starts it.</summary>
    /// <param name="namespaceName">The host's namespace.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="NodeException">It cannot be started.</exception>
    public static HostProgram Start(string namespaceName, string program, IEnumerable<string> arguments)
    {
        var info = NamespaceCommand.StartInfo(namespaceName, program, arguments);
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        // What it prints is read here.
        info.Environment["LC_ALL"] = "C";
        try
        {
            var process = Process.Start(info) ?? throw new NodeException($"the system started no process for '{program}'.");
            process.StandardInput.Close();
            return new HostProgram(process);
        }
        catch (Win32Exception failure)
        {
            throw NodeException.Lacking($"'{program}' cannot be started: {failure.Message}.");
        }
    }

    /// <summary>Waits until it has printed something, which for a server means that it is ready.</summary>
    /// <returns>Null, or why it never will be.</returns>
    public async Task<string?> SpokenAsync(TimeSpan patience, CancellationToken stop)
    {
        try
        {
            await _spoke.Task.WaitAsync(patience, stop).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            return "did not become ready";
        }
        catch (EndOfStreamException)
        {
            return $"ended at once: {(await _errors.ConfigureAwait(false)).Trim()}";
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Null when it took too long.</returns>
    public async Task<ProgramEnd?> EndAsync(TimeSpan patience, CancellationToken stop)
    {
        try
        {
            await _process.WaitForExitAsync(stop).WaitAsync(patience, stop).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }

        // The terminal's Ctrl-C reaches the program as well; then its failure is none.
        stop.ThrowIfCancellationRequested();
        return new ProgramEnd(_process.ExitCode, await _output.ConfigureAwait(false), await _errors.ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(ExitTime).ConfigureAwait(false);
        _process.Dispose();
    }

    private static async Task<string> DrainAsync(StreamReader reader, TaskCompletionSource? spoke)
    {
        var text = new StringBuilder();
        var piece = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(piece, CancellationToken.None).ConfigureAwait(false)) > 0)
        {
            text.Append(piece, 0, Math.Min(count, MaxCharacters - text.Length));
            spoke?.TrySetResult();
        }

        spoke?.TrySetException(new EndOfStreamException());
        // Nobody may wait for it any more.
        _ = spoke?.Task.Exception;
        return text.ToString();
    }
}
