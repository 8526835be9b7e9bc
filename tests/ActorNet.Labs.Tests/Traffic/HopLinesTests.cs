using System.Text;
using System.Text.Json;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Labs.Traffic;
using Shouldly;
using Xunit;

namespace ActorNet.Labs.Tests.Traffic;

public sealed class HopLinesTests
{
    [Fact]
    public void A_station_is_a_line_with_stable_keys()
    {
        // given
        using var bytes = new MemoryStream();
        using (var lines = new HopLines(bytes))
        {
            lines.Write(new TracedHop(new Instant(900), 1, "lab", "alice", FrameStep.Receive, "before it was up", 60));
            lines.Origin = new Instant(1000);
            lines.Write(new TracedHop(new Instant(1500), 7, "", "", FrameStep.Drop, "\"odd\"\u001b", 60));
        }

        // then
        var text = Encoding.UTF8.GetString(bytes.ToArray()).Split('\n');
        text[0].ShouldBe("""{"time":0,"frame":1,"namespace":"lab","device":"alice","step":"receive","detail":"before it was up","length":60}""");
        text[2].ShouldBeEmpty();
        using var second = JsonDocument.Parse(text[1]);
        (second.RootElement.GetProperty("time").GetInt64(), second.RootElement.GetProperty("step").GetString(), second.RootElement.GetProperty("detail").GetString()).ShouldBe((500, "drop", "\"odd\"\u001b"));
    }

    [Fact]
    public void However_many_stations_there_are_no_more_than_a_block_is_held()
    {
        // given
        using var stream = new CountingStream();
        using var lines = new HopLines(stream);
        var hop = new TracedHop(new Instant(1), 1, "lab", "alice", FrameStep.Enqueue, new string('x', 200), 60);

        // when
        for (var i = 0; i < 10_000; i++) lines.Write(hop);

        // then: what is not written yet is less than a block and a line
        lines.Count.ShouldBe(10_000);
        stream.Longest.ShouldBeLessThan(68 * 1024);
        stream.Total.ShouldBeGreaterThan(10_000 * 280 - 68 * 1024);
    }

    [Fact]
    public void The_same_file_and_seed_give_the_same_bytes_and_another_seed_others()
    {
        var first = Trace(Lab.Load(LossyLine, Traffic, []), null);

        first.ShouldNotBeEmpty();
        Trace(Lab.Load(LossyLine, Traffic, []), null).ShouldBe(first);
        Trace(Lab.Load(LossyLine, Traffic, []), 1).ShouldBe(first);
        Trace(Lab.Load(LossyLine, Traffic, []), 2).ShouldNotBe(first);
    }

    private static readonly string LossyLine = Lab.Line.Replace("delay = 10ms", "delay = 10ms, jitter = 2ms, loss = 10%", StringComparison.Ordinal);

    private static readonly string[] Traffic =
        ["ping alice -> bob interval 10ms count 20", "tcp bob -> alice 100kb", "udp alice -> bob rate 1mbit count 100", "six: udp bob -> alice rate 500kbit count 50 over ipv6"];

    private static string Trace(TopologyModel topology, ulong? seed)
    {
        using var bytes = new MemoryStream();
        using (var lines = new HopLines(bytes))
        {
            using var lab = SimulatedLab.Start(topology, new SimulationOptions { Seed = seed, OnHop = lines.Write });
            TrafficRun.Run(lab);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private sealed class CountingStream : MemoryStream
    {
        public long Total { get; private set; }

        public int Longest { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Total += buffer.Length;
            Longest = Math.Max(Longest, buffer.Length);
        }
    }
}
