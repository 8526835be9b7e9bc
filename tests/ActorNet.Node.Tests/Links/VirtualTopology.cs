using System.Net;
using ActorNet.Actors;
using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using ActorNet.Labs;
using ActorNet.Labs.Links;
using ActorNet.Node.Links;
using ActorNet.Topology;
using Shouldly;

namespace ActorNet.Node.Tests.Links;

/// <summary>A topology with its schedule on the virtual clock, hosts made of code: alice in box left, bob in box right, one link between the boxes.</summary>
internal sealed class VirtualTopology : IDisposable
{
    private static readonly IPAddress Bob = IPAddress.Parse("10.0.0.2");
    private const int Port = 5001;

    private readonly VirtualSystem _virtual;
    private readonly IActorRef _lab;
    private readonly IActorRef _links;
    private readonly Dictionary<string, IActorRef> _hosts = new(StringComparer.Ordinal);

    /// <summary>Starts it.</summary>
    /// <param name="link">Settings of the link, from left to right unless they say otherwise.</param>
    /// <param name="schedule">Lines of the schedule.</param>
    public VirtualTopology(string link = "", params string[] schedule)
    {
        var lines = string.Join(", ", schedule.Select(l => $"\"{l}\""));
        var topology = TopologyLoader.LoadText(
            $$"""
            hosts { alice { address = "10.0.0.1/24" }, bob { address = "10.0.0.2/24" } }
            boxes {
              left { ports = [alice], setup = "ip link add br0 type bridge\nip link set alice master br0\nip link set x master br0\nip link set br0 up" }
              right { ports = [bob], setup = "ip link add br0 type bridge\nip link set bob master br0\nip link set x master br0\nip link set br0 up" }
            }
            links = [ { a = "left:x", b = "right:x" {{(link.Length == 0 ? "" : ", " + link)}} } ]
            schedule = [ {{lines}} ]
            """, "duo.conf").OrThrow();
        _virtual = LoopSystem.CreateVirtual(topology.Name);
        _lab = _virtual.System.ActorOf(LabActor.Configure(new LabSettings()), "lab");
        foreach (var host in topology.Hosts) _hosts.Add(host.Name, _virtual.System.ActorOf(HostActor.Configure(new HostSettings { Mac = host.Mac, Addresses = [.. host.Addresses.Select(a => new HostAddress(a.Address, a.PrefixLength))] }), host.Name));
        var runner = new PlanRunner(request => Ask<object>(_lab, request), port => sink => new HostWire(sink, _hosts[port]));
        foreach (var step in TopologyPlan.For(topology).Steps) runner.PerformAsync(step).GetAwaiter().GetResult();
        Journal = new EventJournal(topology.Name, TimeProvider.System);
        _links = _virtual.System.ActorOf(LinksActor.Configure(_lab, topology, Journal), "links");
        _ = Ask<object>(_hosts["bob"], new OpenUdp(Port));
        // Both hosts know each other's address from here on, and nothing is under way.
        Ping(1);
        _virtual.Advance(TimeSpan.FromSeconds(10));
        Origin = _virtual.Now;
        _links.Tell(new BeginLinks(), ActorRefs.NoSender);
        _virtual.RunUntilIdle();
    }

    public EventJournal Journal { get; }

    /// <summary>When the schedule's time began.</summary>
    public long Origin { get; }

    /// <summary>Events so far: seconds and text.</summary>
    public string[] Events => [.. Journal.ReadAsync(1, wait: false, CancellationToken.None).GetAwaiter().GetResult().Events
        .Select(e => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{e.Seconds} {e.Kind} {e.By}: {e.Text}"))];

    public void Dispose() => _virtual.Dispose();

    /// <summary>Round trips in milliseconds; those of lost pings are missing.</summary>
    public double[] Ping(int count, double intervalSeconds = 0.1)
    {
        var answer = _hosts["alice"].Ask<object>(new StartPing(Bob, count, TimeSpan.FromSeconds(intervalSeconds)));
        _virtual.RunUntilIdle();
        while (!answer.IsCompleted) _virtual.Advance(Math.Max(0, _virtual.NextDeadline!.Value - _virtual.Now));
        return [.. ((PingReport)answer.GetAwaiter().GetResult()).RoundTrips.Select(ns => ns / 1e6)];
    }

    /// <summary>Of a ping in milliseconds; the first one may wait for an address.</summary>
    public double RoundTrip() => Ping(2)[^1];

    public void AdvanceTo(double seconds) => _virtual.Advance(Origin + (long)(seconds * 1e9) - _virtual.Now);

    public LinksChanged Change(string link, string words) => Ask<LinksChanged>(_links, new ChangeLinks(link, words.Split(' '))).GetAwaiter().GetResult();

    public string Do(string link, string words)
    {
        var changed = Change(link, words);
        changed.Refusal.ShouldBeNull();
        return changed.Output;
    }

    public LinkReport Show() =>
        LinkReport.Of("duo", Ask<LinkStates>(_links, new TakeLinkStates(Link: null)).GetAwaiter().GetResult().Links, Ask<LabSnapshot>(_lab, TakeSnapshot.Instance).GetAwaiter().GetResult());

    /// <summary>Runs a command in a box.</summary>
    public string Sh(string box, string line)
    {
        var result = Ask<CommandDone>(_lab, new ToNamespace(box, new RunCommand(line.Split(' ')))).GetAwaiter().GetResult().Result;
        result.ExitCode.ShouldBe(0, result.Error);
        return result.Output;
    }

    /// <summary>Alice sends datagrams, so fast that they wait in the link.</summary>
    public void SendDatagrams(int count)
    {
        var sent = _hosts["alice"].Ask<object>(new StartUdp(Bob, Port, BitsPerSecond: 0, PayloadBytes: 1000, Datagrams: count, TimeSpan.Zero, Flow: 1));
        _virtual.RunUntilIdle();
        sent.IsFaulted.ShouldBeFalse();
    }

    public long DatagramsOfBob => Ask<HostReport>(_hosts["bob"], TakeHostReport.Instance).GetAwaiter().GetResult().UdpDatagrams;

    private async Task<T> Ask<T>(IActorRef actor, object request)
    {
        var answer = actor.Ask<object>(request, TimeSpan.FromMinutes(5));
        _virtual.RunUntilIdle();
        return (T)await answer.ConfigureAwait(false);
    }
}
