using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Networks;

/// <summary>Snapshots and traces, which are committed and compared.</summary>
public sealed class TextTests
{
    [Fact]
    public void A_snapshot_is_a_text_to_commit()
    {
        using var lab = Lab.FromFile("configs/ifb-shaping.conf", seed: 7);
        lab.Host("alice").Ping(lab.Host("bob"), count: 2);

        lab.Snapshot().ShouldBe("""
            at 1.000000000 s: 7 frames delivered, 0 queued

            box lab
              device  kind      state  rx  bytes  dropped  tx  bytes  dropped  qdisc       sent  dropped  queued
              lo      loopback  down    0      0        0   0      0        0  noop           0        0       0
              alice   tun       up      3    238        0   3    238        0  pfifo_fast     3        0       0
              bob     tun       up      3    238        0   3    238        0  pfifo_fast     3        0       0
              br0     bridge    up      1     28        0   0      0        0  noqueue        0        0       0
              ifb0    ifb       up      3    238        0   3    238        0  tbf            3        0       0
              ifb0 queue 0: arrived 3, sent back 3, rq 0, tq 0
              action mirred 1: egress redirect to ifb0, 3 packets, 196 bytes, 0 dropped

            """);
    }

    [Fact]
    public void A_journey_names_every_station()
    {
        using var lab = Lab.FromFile("configs/ifb-shaping.conf", seed: 7);
        var ifb = lab.Probe("lab:ifb0");
        lab.Host("alice").Ping(lab.Host("bob"), count: 1);

        var echo = ifb.ExpectFrame(f => f.Icmp is { Type: 8 });

        lab.Trace.Of(echo).ToString().ShouldBe("""
            frame 3
              0.000000000 lab:alice rx from the wire (98 bytes)
              0.000000000 lab:alice redirect ifb0 egress (98 bytes)
              0.000000000 lab:ifb0 enqueue tbf (98 bytes)
              0.000000000 lab:ifb0 dequeue tbf (98 bytes)
              0.000000000 lab:ifb0 tx (98 bytes)
              0.000000000 lab:ifb0 queue 0 (98 bytes)
              0.000000000 lab:ifb0 reinject alice ingress (84 bytes)
              0.000000000 lab:alice rx from ifb (84 bytes)
              0.000000000 lab:br0 bridge from alice (84 bytes)
              0.000000000 lab:bob enqueue pfifo_fast bypass (98 bytes)
              0.000000000 lab:bob tx (98 bytes)

            """);
    }

    [Fact]
    public void A_trace_is_lines_of_JSON()
    {
        using var lab = Lab.FromFile("configs/ifb-shaping.conf", seed: 7);
        lab.Host("alice").Ping(lab.Host("bob"), count: 1);

        var lines = lab.Trace.ToJsonLines().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Length.ShouldBe(lab.Trace.Count);
        lines[0].ShouldBe("""{"time":0,"frame":1,"namespace":"lab","device":"alice","step":"receive","detail":"from the wire","length":42}""");
    }

    [Fact]
    public void A_trace_is_bounded_and_says_what_it_lost()
    {
        using var lab = Lab.FromFile("configs/ifb-shaping.conf", options: new LabOptions { TraceRoom = 10 });
        lab.Host("alice").Ping(lab.Host("bob"), count: 1);

        lab.Trace.Count.ShouldBe(10);
        lab.Trace.Lost.ShouldBeGreaterThan(10);
        lab.Trace.ToJsonLines().ShouldStartWith($"{{\"lost\":{lab.Trace.Lost}}}\n");
    }
}
