using System.Diagnostics;
using System.Globalization;
using ActorNet.Linux.Ledger;
using ActorNet.Linux.Namespaces;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Bench;

/// <summary>Measures one thing on one path, once.</summary>
internal sealed class TapProbe
{
    /// <summary>What a program may take beyond the measurement itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    /// <summary>Until a sender has filled every queue on its way.</summary>
    private static readonly TimeSpan RunUp = TimeSpan.FromMilliseconds(300);

    /// <summary>Pings of one second.</summary>
    private const int PingsPerSecond = 100;

    /// <summary>An Ethernet frame of 60 bytes with a UDP datagram from alice to a port of bob where nobody listens: his stack goes all the way with it.</summary>
    private const string Frame =
        "{ 0x02,0,0,0,0,2, 0x02,0,0,0,0,1, 0x08,0x00, "
        + "0x45,0, 0,46, 0,0, 0x40,0, 64, 17, csumip(14,33), 10,0,0,1, 10,0,0,2, "
        + "0x13,0x88, 0,9, 0,26, 0,0, fill(0x5a,18) }";

    private readonly OwnershipLedger _ledger;

    public TapProbe(OwnershipLedger ledger) => _ledger = ledger;

    /// <summary>Measures.</summary>
    /// <param name="metric">What.</param>
    /// <param name="path">Where.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>In the metric's unit.</returns>
    /// <exception cref="NodeException">A program failed, or the path does not carry.</exception>
    public Task<double> MeasureAsync(TapMetric metric, TapPath path, int seconds, CancellationToken stop) => metric switch
    {
        TapMetric.Tcp => TcpAsync(path, seconds, stop),
        TapMetric.Pps => PpsAsync(path, seconds, stop),
        _ => PingAsync(path, seconds * PingsPerSecond, stop),
    };

    /// <summary>Median of a number of pings, 10 ms apart, in microseconds.</summary>
    public async Task<double> PingAsync(TapPath path, int count, CancellationToken stop)
    {
        string[] words = ["-n", "-i", "0.01", "-W", "1", "-c", Text(count), TapPath.Bob];
        var patience = TimeSpan.FromMilliseconds(count * 20) + Grace;
        return TapReadings.Ping(await BenchProgram.RunAsync(_ledger, NamespaceCommand.StartInfo(path.Sender, "ping", words), patience, stop).ConfigureAwait(false));
    }

    private async Task<double> TcpAsync(TapPath path, int seconds, CancellationToken stop)
    {
        await using var server = BenchProgram.Start(_ledger, NamespaceCommand.StartInfo(path.Receiver, "iperf3", ["-s", "-1", "--forceflush"]));
        await server.SpokenAsync(Grace, stop).ConfigureAwait(false);
        var client = NamespaceCommand.StartInfo(path.Sender, "iperf3", ["-c", TapPath.Bob, "-t", Text(seconds), "-J"]);
        return TapReadings.Iperf(await BenchProgram.RunAsync(_ledger, client, TimeSpan.FromSeconds(seconds) + Grace, stop).ConfigureAwait(false));
    }

    private async Task<double> PpsAsync(TapPath path, int seconds, CancellationToken stop)
    {
        using var receiver = NetworkNamespace.Open(path.Receiver);
        var words = new[] { "-P", "1", "-Q", "-C", "-o", TapPath.Device, Frame };
        await using var sender = BenchProgram.Start(_ledger, NamespaceCommand.StartInfo(path.Sender, "trafgen", words));
        await Task.Delay(RunUp, stop).ConfigureAwait(false);
        var begin = Stopwatch.GetTimestamp();
        var before = Received(receiver);
        await Task.Delay(TimeSpan.FromSeconds(seconds), stop).ConfigureAwait(false);
        var frames = Received(receiver) - before;
        var elapsed = Stopwatch.GetElapsedTime(begin);
        await sender.CheckAliveAsync().ConfigureAwait(false);
        return frames > 0 ? frames / elapsed.TotalMilliseconds : throw new NodeException($"path '{path.Name}' carried none of the frames of trafgen.");
    }

    private static long Received(NetworkNamespace space) =>
        InterfaceCounters.Received(space, TapPath.Device) ?? throw new NodeException($"{TapPath.Device} is gone from {space.Name}.");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
