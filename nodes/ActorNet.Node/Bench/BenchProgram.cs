using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ActorNet.Linux;
using ActorNet.Linux.Ledger;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Bench;

/// <summary>A program that runs beside us until it ends or is disposed. It stands in the ledger while it runs, so that it does not outlive a kill of this process.</summary>
internal sealed class BenchProgram : IAsyncDisposable
{
    /// <summary>Characters kept of each of its outputs; the rest is read and thrown away, so that it never waits for us.</summary>
    private const int MaxCharacters = 4 << 20;

    private static readonly TimeSpan ExitTime = TimeSpan.FromSeconds(5);

    private readonly OwnershipLedger _ledger;
    private readonly Process _process;
    private readonly int _entry;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;
    private readonly TaskCompletionSource _spoke = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BenchProgram(OwnershipLedger ledger, Process process, int entry)
    {
        _ledger = ledger;
        _process = process;
        _entry = entry;
        _output = DrainAsync(process.StandardOutput, _spoke);
        _errors = DrainAsync(process.StandardError, null);
    }

    /// <summary>Starts it.</summary>
    /// <exception cref="NodeException">It cannot be started.</exception>
    public static BenchProgram Start(OwnershipLedger ledger, ProcessStartInfo info)
    {
        info.UseShellExecute = false;
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        var entry = ledger.Record(new OwnedProcess(info.FileName, null, null));
        try
        {
            var process = Process.Start(info) ?? throw new NodeException($"the system started no process for '{info.FileName}'.");
            using (var handle = ProcessHandle.Open(process.Id))
            {
                if (handle is not null) ledger.Confirm(entry, new OwnedProcess(info.FileName, handle.ProcessId, handle.StartTicks));
            }

            return new BenchProgram(ledger, process, entry);
        }
        catch (Win32Exception failure)
        {
            ledger.Forget(entry);
            throw NodeException.Lacking($"'{info.FileName}' cannot be started: {failure.Message}.");
        }
    }

    /// <summary>Runs it to its end and gives what it printed.</summary>
    /// <param name="ledger">Where it stands meanwhile.</param>
    /// <param name="info">The program.</param>
    /// <param name="patience">After that it is killed.</param>
    /// <param name="stop">Kills it.</param>
    /// <exception cref="NodeException">It failed or took too long.</exception>
    public static async Task<string> RunAsync(OwnershipLedger ledger, ProcessStartInfo info, TimeSpan patience, CancellationToken stop)
    {
        await using var program = Start(ledger, info);
        await program.EndAsync(patience, stop).ConfigureAwait(false);
        var output = await program._output.ConfigureAwait(false);
        if (program._process.ExitCode == 0) return output;
        // The terminal's Ctrl-C reaches the program as well; then its failure is none.
        stop.ThrowIfCancellationRequested();
        throw program.Failure($"ended with exit code {program._process.ExitCode}", output + await program._errors.ConfigureAwait(false));
    }

    /// <summary>Waits until it has printed something on its output, which for a server means that it is ready.</summary>
    /// <exception cref="NodeException">It ended without a word, or took too long.</exception>
    public async Task SpokenAsync(TimeSpan patience, CancellationToken stop)
    {
        try
        {
            await _spoke.Task.WaitAsync(patience, stop).ConfigureAwait(false);
        }
        catch (Exception mute) when (mute is TimeoutException or EndOfStreamException)
        {
            stop.ThrowIfCancellationRequested();
            throw Failure("did not become ready", _process.HasExited ? await _errors.ConfigureAwait(false) : "");
        }
    }

    /// <summary>Throws when it has ended by itself.</summary>
    /// <exception cref="NodeException">It has.</exception>
    public async Task CheckAliveAsync()
    {
        if (_process.HasExited) throw Failure("ended early", await _output.ConfigureAwait(false) + await _errors.ConfigureAwait(false));
    }

    /// <summary>Kills it and whatever it has started, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(ExitTime).ConfigureAwait(false);
        _process.Dispose();
        _ledger.Forget(_entry);
    }

    private async Task EndAsync(TimeSpan patience, CancellationToken stop)
    {
        try
        {
            await _process.WaitForExitAsync(stop).WaitAsync(patience, stop).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw Failure($"did not end within {patience.TotalSeconds:0} s", "");
        }
    }

    private NodeException Failure(string what, string words) => new($"'{string.Join(' ', [_process.StartInfo.FileName, .. _process.StartInfo.ArgumentList])}' {what}: {words.Trim()}");

    private static async Task<string> DrainAsync(StreamReader reader, TaskCompletionSource? spoke)
    {
        var text = new StringBuilder();
        var piece = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(piece, CancellationToken.None).ConfigureAwait(false)) > 0)
        {
            spoke?.TrySetResult();
            text.Append(piece, 0, Math.Min(count, MaxCharacters - text.Length));
        }

        spoke?.TrySetException(new EndOfStreamException());
        return text.ToString();
    }
}
