using System.Diagnostics;
using System.Globalization;
using ActorNet.Labs.Traffic;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Flows;

/// <summary>One line on the error stream that says how far traffic is: only for people, only when it takes longer than half a second, and not too often.</summary>
internal sealed class TrafficProgressLine(Terminal terminal, string topology) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);

    private readonly long _begin = Stopwatch.GetTimestamp();
    private long _last;
    private bool _shown;

    /// <summary>Shows how far it is.</summary>
    public void Report(TrafficProgress progress)
    {
        if (!terminal.ErrorIsScreen || Stopwatch.GetElapsedTime(_begin) < Patience || Stopwatch.GetElapsedTime(_last) < Pause) return;
        _shown = true;
        _last = Stopwatch.GetTimestamp();
        terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\e[K{topology}: {progress.Nanoseconds / 1e9:0.0} s, {progress.Over} of {progress.Total} flows over"));
    }

    /// <summary>Wipes the line.</summary>
    public void Dispose()
    {
        if (_shown) terminal.Error.Write("\r\e[K");
        _shown = false;
    }
}
