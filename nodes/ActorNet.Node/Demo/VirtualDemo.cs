using System.Globalization;
using System.Net;
using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;
using ActorNet.Engine;
using ActorNet.Labs;
using ActorNet.Node.Showing;

namespace ActorNet.Node.Demo;

/// <summary>The demonstration in memory: no root, no TAP, and not even a clock. Every run gives the same numbers.</summary>
internal sealed class VirtualDemo : IDisposable
{
    private const int Pings = 5;
    private const int LoadedPings = 20;
    private const int Port = 5001;

    private static readonly TimeSpan PingInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LoadedPingInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan TransferTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UntilTheQueueIsFull = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan UntilNothingMoves = TimeSpan.FromSeconds(1);

    private readonly SimulatedLab _lab = SimulatedLab.Start(DemoTopology.Load());

    /// <summary>Runs it.</summary>
    /// <param name="why">Why it is not the real one.</param>
    public static DemoResult Run(string why)
    {
        using var demo = new VirtualDemo();
        return demo.SendTraffic(why);
    }

    /// <inheritdoc/>
    public void Dispose() => _lab.Dispose();

    private DemoResult SendTraffic(string why)
    {
        var (alice, bob) = (_lab.Hosts["alice"], AddressOf("bob"));
        var pings = _lab.Await<PingReport>(alice, new StartPing(bob, Pings, PingInterval));
        _lab.Ask<Done>(_lab.Hosts["bob"], new ListenTcp(Port));
        var transfer = alice.Ask<object>(new StartTcp(bob, Port, Bytes: 0, TransferTime, Flow: 1));
        _lab.Advance((long)UntilTheQueueIsFull.TotalNanoseconds);
        var loaded = _lab.Await<PingReport>(alice, new StartPing(bob, LoadedPings, LoadedPingInterval));
        while (!transfer.IsCompleted && _lab.TryAdvanceToNext())
        {
        }

        var tcp = transfer.GetAwaiter().GetResult() as TcpReport ?? throw new LabException($"alice answered {transfer.Result} to a transfer.");
        // The last acknowledgements are still under way.
        _lab.Advance((long)UntilNothingMoves.TotalNanoseconds);
        var report = ShowReport.Of(_lab.Topology.Name, _lab.Snapshot());
        return new DemoResult(
            "virtual", why, pings.Sent, Milliseconds(pings), Milliseconds(loaded),
            string.Create(CultureInfo.InvariantCulture, $"TCP alice -> bob for {tcp.Nanoseconds / 1e9:0.0} s of virtual time"),
            tcp.BytesAcked * 8e3 / tcp.Nanoseconds, HopList.Of(report), report);
    }

    private IPAddress AddressOf(string host) => _lab.Topology.Hosts.First(h => string.Equals(h.Name, host, StringComparison.Ordinal)).Addresses[0].Address;

    private static double[] Milliseconds(PingReport report) => [.. report.RoundTrips.Select(ns => ns / 1e6)];
}
