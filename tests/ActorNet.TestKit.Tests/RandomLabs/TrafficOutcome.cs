using System.Globalization;
using System.Text;
using ActorNet.Actors.Hosts;

namespace ActorNet.TestKit.Tests.RandomLabs;

/// <summary>What came of random traffic.</summary>
/// <param name="Pings">Of each ping.</param>
/// <param name="Flows">Of each flow of datagrams: how many were sent, and what its receiver counted.</param>
/// <param name="Streams">Of each connection.</param>
internal sealed record TrafficOutcome(IReadOnlyList<PingResult> Pings, IReadOnlyList<(long Sent, UdpFlowReport Received)> Flows, IReadOnlyList<TcpResult> Streams)
{
    /// <summary>All of it, to be compared.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var ping in Pings) text.Append(CultureInfo.InvariantCulture, $"ping {ping} {string.Join(',', ping.RoundTrips.Select(r => r.Ticks))}\n");
        foreach (var (sent, received) in Flows) text.Append(CultureInfo.InvariantCulture, $"udp {sent} {received with { DelaySample = [] }} {string.Join(',', received.DelaySample)}\n");
        foreach (var stream in Streams) text.Append(CultureInfo.InvariantCulture, $"tcp {stream.Report}\n");
        return text.ToString();
    }
}
