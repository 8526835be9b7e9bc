using System.Diagnostics.Metrics;
using ActorNet.Labs.Links;

namespace ActorNet.Node.Links;

/// <summary>
/// How far a topology was behind its time, as metrics of this process: any listener of .NET's meters reads them, such as <c>dotnet-counters monitor -p PID --counters ActorNet</c>.
/// They are read when somebody asks, and cost nothing otherwise.
/// </summary>
internal sealed class LatenessMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ActorNet";

    private readonly Meter _meter;

    /// <summary>Offers the figures of a journal until it is disposed.</summary>
    /// <param name="topology">Every value is tagged with it.</param>
    /// <param name="journal">Where the figures are kept.</param>
    public LatenessMetrics(string topology, EventJournal journal)
    {
        _meter = new Meter(MeterName, version: null, [new("topology", topology)]);
        _meter.CreateObservableCounter("actornet.late.drains", () => journal.Behind.Drains, "{drain}", "Times at which a qdisc or the schedule was woken more than 1 ms late.");
        _meter.CreateObservableCounter("actornet.late.frames", () => journal.Behind.Frames, "{frame}", "Frames that therefore left late.");
        _meter.CreateObservableGauge("actornet.late.worst", () => journal.Behind.WorstMilliseconds / 1e3, "s", "The longest delay of that kind.");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
