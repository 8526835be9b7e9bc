using System.Runtime.InteropServices;

namespace ActorNet.Node.Shell;

/// <summary>
/// Ctrl-C while a line is being carried out: the first gives the line up; should that not help, the second ends the process. One that comes while the terminal is changing
/// hands counts for the line that has just been entered.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    private readonly Lock _gate = new();
    private readonly PosixSignalRegistration _registration;
    private CancellationTokenSource? _line;
    private bool _early;

    /// <summary>Listens from now on.</summary>
    public Interrupts() => _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);

    /// <summary>A line is about to be read: what came before is of no matter any more.</summary>
    public void Forget()
    {
        lock (_gate) _early = false;
    }

    /// <summary>Does the work of a line.</summary>
    /// <param name="work">Gives up when its token says so.</param>
    public async Task<T> DuringAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        using var line = new CancellationTokenSource();
        lock (_gate)
        {
            if (_early) line.Cancel();
            _line = line;
        }

        try
        {
            return await work(line.Token).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate) _line = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _registration.Dispose();

    private void OnSignal(PosixSignalContext signal)
    {
        lock (_gate)
        {
            signal.Cancel = _line is not { IsCancellationRequested: true };
            _early = true;
            _line?.Cancel();
        }
    }
}
