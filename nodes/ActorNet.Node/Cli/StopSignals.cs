using System.Runtime.InteropServices;

namespace ActorNet.Node.Cli;

/// <summary>Ctrl-C, SIGTERM, SIGHUP and SIGQUIT ask to clean up. Any number of them: nothing but SIGKILL ends the process before it has cleaned up.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Action<bool> _onSignal;
    private int _count;

    /// <summary>Listens from now on.</summary>
    /// <param name="onSignal">Called on each signal, with true from the second one on; on any thread.</param>
    public StopSignals(Action<bool> onSignal)
    {
        _onSignal = onSignal;
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
        _registrations = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        var again = Interlocked.Increment(ref _count) > 1;
        _onSignal(again);
        if (!again) _stop.Cancel();
    }
}
