using System.Net;
using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;
using ActorNet.Labs.Links;
using ActorNet.Topology;
using Shouldly;
using Xunit;

namespace ActorNet.Labs.Tests;

/// <summary>A topology on the virtual clock: time, answers, seeds.</summary>
public sealed class SimulatedLabTests
{
    private static readonly IPAddress Bob = IPAddress.Parse("10.0.0.2");

    private const string File =
        """
        seed = 3
        hosts { alice { address = "10.0.0.1/24" }, bob { address = "10.0.0.2/24", mac = "02:00:00:00:00:0b" } }
        boxes {
          left { ports = [alice], setup = "ip link add br0 type bridge\nip link set alice master br0\nip link set x master br0\nip link set br0 up" }
          right { seed = 9, ports = [bob], setup = "ip link add br0 type bridge\nip link set bob master br0\nip link set x master br0\nip link set br0 up" }
        }
        links = [ { a = "left:x", b = "right:x", both { delay = 10ms } } ]
        schedule = [ "at 5s: link left--right delay 30ms" ]
        """;

    private static readonly StartPing TwoPings = new(Bob, 2, TimeSpan.FromMilliseconds(500));

    [Fact]
    public void Round_trips_are_exact()
    {
        using var lab = Start();

        var report = lab.Await<PingReport>(lab.Hosts["alice"], TwoPings);

        report.RoundTrips[^1].ShouldBe(20_000_000);
    }

    [Fact]
    public async Task The_schedules_time_begins_when_the_topology_is_up()
    {
        using var lab = Start();
        lab.Elapsed.ShouldBe(0);

        lab.Advance(5_000_000_000);

        lab.Await<PingReport>(lab.Hosts["alice"], TwoPings).RoundTrips[^1].ShouldBe(60_000_000);
        var events = (await lab.Journal.ReadAsync(1, wait: false, CancellationToken.None)).Events;
        events.Select(e => (e.Kind, e.Seconds)).ShouldBe([(EventKinds.Up, 0), (EventKinds.Set, 5)]);
        // The time of day of a run is the same whenever it is run.
        events[1].Time.ShouldBe(new DateTimeOffset(2000, 1, 1, 0, 0, 5, TimeSpan.Zero));
    }

    [Fact]
    public void Another_seed_changes_what_the_file_leaves_open_and_nothing_else()
    {
        using var one = Start();
        using var two = Start(new SimulationOptions { Seed = 4 });

        two.Topology.Seed.ShouldBe(4ul);
        two.Topology.Hosts[0].Mac.ShouldNotBe(one.Topology.Hosts[0].Mac);
        two.Topology.Hosts[1].Mac.ShouldBe(one.Topology.Hosts[1].Mac);
        two.Topology.Boxes[0].Seed.ShouldNotBe(one.Topology.Boxes[0].Seed);
        two.Topology.Boxes[1].Seed.ShouldBe(9ul);
        two.Topology.WithSeed(3).Hosts.Select(h => h.Mac).ShouldBe(one.Topology.Hosts.Select(h => h.Mac));
    }

    [Fact]
    public void The_seed_of_the_file_said_again_is_the_same_topology()
    {
        var fromFile = TopologyLoader.LoadText(File.Replace("seed = 3\n", "seed = 4\n", StringComparison.Ordinal), "duo.conf").OrThrow();

        var reseeded = TopologyLoader.LoadText(File, "duo.conf").OrThrow().WithSeed(4);

        reseeded.Hosts.Select(h => h.Mac).ShouldBe(fromFile.Hosts.Select(h => h.Mac));
        reseeded.Boxes.Select(b => b.Seed).ShouldBe(fromFile.Boxes.Select(b => b.Seed));
    }

    [Fact]
    public void Every_station_is_told_in_order_and_the_same_twice()
    {
        string[] Run()
        {
            var hops = new List<string>();
            using var lab = Start(new SimulationOptions { OnHop = hop => hops.Add(hop.ToString()) });
            lab.Await<PingReport>(lab.Hosts["alice"], TwoPings);
            return [.. hops];
        }

        var first = Run();

        first.ShouldNotBeEmpty();
        first.ShouldContain(hop => hop.Contains("Bridge", StringComparison.Ordinal));
        Run().ShouldBe(first);
    }

    [Fact]
    public void A_command_that_is_refused_says_so_in_iproute2s_words()
    {
        using var lab = Start();

        lab.Run("left", ["ip", "link", "set", "nothing", "up"]).Error.ShouldContain("Cannot find device \"nothing\"");
        lab.Run("nowhere", ["ip", "link"]).Error.ShouldContain("Cannot open network namespace \"nowhere\"");
        lab.Run("left", ["ip", "link", "set", "x", "down"]).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Links_change_by_hand()
    {
        using var lab = Start();

        lab.ChangeLinks("left--right", "delay", "1ms").Refusal.ShouldBeNull();
        lab.ChangeLinks("left--wrong", "delay", "1ms").Refusal.ShouldNotBeNull();

        lab.Await<PingReport>(lab.Hosts["alice"], TwoPings).RoundTrips[^1].ShouldBe(2_000_000);
        lab.TakeLinks("left--right").Links.ShouldHaveSingleItem().IsAsInFile.ShouldBeFalse();
    }

    [Fact]
    public void What_answers_later_is_no_answer_at_once()
    {
        using var lab = Start();

        Should.Throw<LabException>(() => lab.Ask<PingReport>(lab.Hosts["alice"], TwoPings)).Message.ShouldContain("host-alice gave no answer");
        lab.Await<PingReport>(lab.Hosts["bob"], new StartPing(IPAddress.Parse("10.0.0.1"), 1, TimeSpan.Zero)).Sent.ShouldBe(1);
    }

    [Fact]
    public void An_answer_of_another_kind_is_named()
    {
        using var lab = Start();

        Should.Throw<LabException>(() => lab.Ask<LabSnapshot>(lab.Hosts["alice"], TakeHostReport.Instance)).Message.ShouldContain("HostReport");
    }

    [Fact]
    public void Frames_that_go_round_for_ever_end_the_call_and_not_the_process()
    {
        // given: two bridges joined by two cables, so that a broadcast never ends
        const string Ring =
            """
            hosts { alice { address = "10.0.0.1/24" } }
            boxes { lab { ports = [alice], setup = "ip link add name a type bridge\nip link add name b type bridge\nip link add v0 type veth peer name w0\nip link add v1 type veth peer name w1\nip link set v0 master a\nip link set v1 master a\nip link set w0 master b\nip link set w1 master b\nip link set alice master a\nip link set dev a up\nip link set dev b up\nip link set v0 up\nip link set v1 up\nip link set w0 up\nip link set w1 up" } }
            """;
        using var lab = SimulatedLab.Start(TopologyLoader.LoadText(Ring, "ring.conf").OrThrow(), new SimulationOptions { Log = _ => { } });

        // when, then
        Should.Throw<LabException>(() => lab.Await<PingReport>(lab.Hosts["alice"], new StartPing(Bob, 1, TimeSpan.Zero))).Message.ShouldContain("does not come to rest");
    }

    private static SimulatedLab Start(SimulationOptions? options = null) => SimulatedLab.Start(TopologyLoader.LoadText(File, "duo.conf").OrThrow(), options);
}
