using ActorNet.Actors;
using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using ActorNet.Node.Cli;
using ActorNet.Node.Hosting;
using ActorNet.Node.Showing;
using ActorNet.Topology;

namespace ActorNet.Node.Demo;

/// <summary>The demonstration in memory: no root, no TAP, and not even a clock. Every run gives the same numbers.</summary>
internal sealed class VirtualDemo : IDisposable
{
    private const int Pings = 5;
    private const int LoadedPings = 20;
    private const int Datagrams = 20_000;
    private const int PayloadBytes = 1400;

    private static readonly TimeSpan PingInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LoadedPingInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BurstInterval = TimeSpan.FromMicroseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly VirtualSystem _virtual;
    private readonly IActorRef _lab;
    private readonly Dictionary<string, IActorRef> _hosts = new(StringComparer.Ordinal);

    private VirtualDemo(TopologyModel topology)
    {
        _virtual = LoopSystem.CreateVirtual(topology.Name, topology.Seed);
        _lab = _virtual.System.ActorOf(LabActor.Configure(new LabSettings()), "lab");
        foreach (var host in topology.Hosts)
            _hosts.Add(host.Name, _virtual.System.ActorOf(HostActor.Configure(host.Mac, host.Addresses[0].Address), host.Name));
    }

    /// <summary>Runs it.</summary>
    /// <param name="why">Why it is not the real one.</param>
    public static async Task<DemoResult> RunAsync(string why)
    {
        var topology = DemoTopology.Load();
        using var demo = new VirtualDemo(topology);
        var runner = new PlanRunner(demo.AskLab, demo.WireOf);
        foreach (var step in TopologyPlan.For(topology).Steps) await runner.PerformAsync(step).ConfigureAwait(false);
        return await demo.SendTrafficAsync(topology, why).ConfigureAwait(false);
    }

    public void Dispose() => _virtual.Dispose();

    private async Task<DemoResult> SendTrafficAsync(TopologyModel topology, string why)
    {
        var bob = topology.Hosts.First(h => string.Equals(h.Name, "bob", StringComparison.Ordinal)).Addresses[0].Address;
        var pings = await AskHost<PingReport>("alice", new StartPing(bob, Pings, PingInterval)).ConfigureAwait(false);
        var begin = _virtual.Now;
        // 112,000 bits of payload every 500 us: more than twice of what the bucket lets through.
        var load = _hosts["alice"].Ask<object>(new StartUdp(bob, Datagrams, PayloadBytes, BurstInterval, Burst: 10));
        _virtual.Advance(TimeSpan.FromMilliseconds(200));
        var loaded = await AskHost<PingReport>("alice", new StartPing(bob, LoadedPings, LoadedPingInterval)).ConfigureAwait(false);
        await AnswerAsync(load, "alice").ConfigureAwait(false);
        var seconds = (_virtual.Now - begin) / 1e9;
        var received = await AskHost<HostReport>("bob", TakeHostReport.Instance).ConfigureAwait(false);
        _virtual.Advance(TimeSpan.FromSeconds(1));
        var report = ShowReport.Of(topology.Name, (LabSnapshot)await AskLab(TakeSnapshot.Instance).ConfigureAwait(false));
        var offered = Datagrams * PayloadBytes * 8 / seconds / 1e6;
        return new DemoResult(
            "virtual", why, pings.Sent, Milliseconds(pings), Milliseconds(loaded),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"UDP alice -> bob, {offered:0} Mbit/s offered for {seconds:0.0} s of virtual time"),
            received.UdpBytes * 8 / seconds / 1e6, HopList.Of(report), report);
    }

    private Func<IWireSink, IWire> WireOf(string port) => sink => new HostWire(sink, _hosts[port]);

    private async Task<object> AskLab(object request)
    {
        var answer = _lab.Ask<object>(request, Patience);
        _virtual.RunUntilIdle();
        return await answer.ConfigureAwait(false);
    }

    private async Task<T> AskHost<T>(string host, object request) => (T)await AnswerAsync(_hosts[host].Ask<object>(request), host).ConfigureAwait(false);

    /// <summary>Lets time pass until a host has answered.</summary>
    private async Task<object> AnswerAsync(Task<object> answer, string host)
    {
        _virtual.RunUntilIdle();
        while (!answer.IsCompleted)
        {
            if (_virtual.NextDeadline is not { } next) throw new NodeException($"{host} does not answer and nothing happens any more.");
            _virtual.Advance(Math.Max(0, next - _virtual.Now));
        }

        return await answer.ConfigureAwait(false);
    }

    private static double[] Milliseconds(PingReport report) => [.. report.RoundTrips.Select(ns => ns / 1e6)];
}
