using System.Text;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>What a monitor prints, and how. JSON is not among it: iproute2 6.1 prints text even with <c>-j</c>.</summary>
/// <param name="Program">Whose words.</param>
/// <param name="Topics">What to listen to.</param>
/// <param name="Labels">Put the kind of each event in brackets in front, as <c>monitor all</c> does.</param>
/// <param name="Oneline"><c>-o</c>.</param>
/// <param name="Details"><c>-d</c>.</param>
/// <param name="Statistics">How often <c>-s</c> was given.</param>
public sealed record MonitorFormat(MonitorProgram Program, MonitorTopics Topics, bool Labels = false, bool Oneline = false, bool Details = false, int Statistics = 0);

/// <summary>
/// A monitor: turns events into the lines that iproute2 prints, at the moment they happen. The lines go to a callback, or are kept until they are taken; what is kept is
/// bounded, and the oldest events make room.
/// </summary>
public sealed class MonitorSink : IMonitorSubscriber
{
    /// <summary>Most events that are kept.</summary>
    public const int MaxKept = 4096;

    private readonly MonitorFormat _format;
    private readonly Action<string>? _output;
    private readonly Queue<string> _kept = new();
    private readonly ShowOptions _show;

    /// <summary>A monitor; it listens once <see cref="NetNamespace.Subscribe"/> was called with it.</summary>
    /// <param name="format">What and how.</param>
    /// <param name="output">Told the lines of each event; null to keep them for <see cref="Take"/>.</param>
    public MonitorSink(MonitorFormat format, Action<string>? output = null)
    {
        _format = format;
        _output = output;
        _show = new ShowOptions { Oneline = format.Oneline, Details = format.Details, Statistics = format.Statistics };
    }

    /// <inheritdoc/>
    public MonitorTopics Topics => _format.Topics;

    /// <summary>Events that had to make room before they were taken.</summary>
    public long Lost { get; private set; }

    /// <inheritdoc/>
    public void OnEvent(MonitorEvent happened)
    {
        using var writer = new ShowWriter(json: false);
        happened.Print(writer, _show, _format.Program);
        var text = writer.Finish();
        if (text.Length == 0) return;
        if (_format.Labels) text = $"[{happened.Label}]{text}";
        if (_output is not null) _output(text);
        else Keep(text);
    }

    /// <summary>The lines kept so far, which are forgotten.</summary>
    public string Take()
    {
        var text = new StringBuilder();
        while (_kept.TryDequeue(out var lines)) text.Append(lines);
        return text.ToString();
    }

    private void Keep(string text)
    {
        if (_kept.Count == MaxKept)
        {
            _kept.Dequeue();
            Lost++;
        }

        _kept.Enqueue(text);
    }
}
