using System.Diagnostics;
using System.Globalization;
using ActorNet.Node.Hosting;

namespace ActorNet.Node.Cli;

/// <summary>One line on the error stream that says how far a start is: only for people, and only when it takes longer than half a second.</summary>
internal sealed class ProgressLine : IProgress<StartProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    private readonly Terminal _terminal;
    private readonly string _topology;
    private readonly long _begin = Stopwatch.GetTimestamp();
    private bool _shown;

    public ProgressLine(Terminal terminal, string topology)
    {
        _terminal = terminal;
        _topology = topology;
    }

    /// <inheritdoc/>
    public void Report(StartProgress value)
    {
        if (!_terminal.ErrorIsScreen || Stopwatch.GetElapsedTime(_begin) < Patience) return;
        _shown = true;
        _terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\e[K{_topology}: {value.Done}/{value.Total} {value.Doing}"));
    }

    /// <summary>Wipes the line.</summary>
    public void Dispose()
    {
        if (_shown) _terminal.Error.Write("\r\e[K");
        _shown = false;
    }
}
