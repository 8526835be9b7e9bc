using System.Diagnostics.Metrics;
using ActorNet.Labs.Links;
using ActorNet.Node.Links;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Links;

public sealed class LatenessMetricsTests
{
    [Fact]
    public void A_listener_reads_how_far_a_topology_was_behind()
    {
        // given a topology that was behind twice
        var journal = new EventJournal("late-lab", TimeProvider.System);
        journal.AddBehind(drains: 2, frames: 7, worstNanoseconds: 3_000_000, "behind by 3 ms", seconds: 1);
        journal.AddBehind(drains: 1, frames: 1, worstNanoseconds: 2_000_000, "behind by 2 ms", seconds: 2);
        using var metrics = new LatenessMetrics("late-lab", journal);

        // when
        var read = Read("late-lab");

        // then
        read.ShouldBe(new Dictionary<string, double> { ["actornet.late.drains"] = 3, ["actornet.late.frames"] = 8, ["actornet.late.worst"] = 0.003 }, ignoreOrder: true);
    }

    [Fact]
    public void Nothing_is_left_of_a_topology_that_is_down()
    {
        new LatenessMetrics("gone-lab", new EventJournal("gone-lab", TimeProvider.System)).Dispose();

        Read("gone-lab").ShouldBeEmpty();
    }

    private static Dictionary<string, double> Read(string topology)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            var isOurs = instrument.Meter.Name == LatenessMetrics.MeterName && instrument.Meter.Tags!.Contains(new("topology", topology));
            if (isOurs) self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return values;
    }
}
