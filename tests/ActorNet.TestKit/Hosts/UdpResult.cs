using System.Globalization;
using ActorNet.Actors.Hosts;

namespace ActorNet.TestKit;

/// <summary>What became of a generated flow of datagrams.</summary>
public sealed class UdpResult
{
    internal UdpResult(UdpSent sent, UdpFlowReport received)
    {
        Sent = sent.Datagrams;
        SentBytes = sent.Bytes;
        Report = received;
    }

    /// <summary>Datagrams that the sender handed to the network.</summary>
    public long Sent { get; }

    /// <summary>Their payload in bytes.</summary>
    public long SentBytes { get; }

    /// <summary>Different datagrams that arrived.</summary>
    public long Received => Report.Datagrams;

    /// <summary>Datagrams that did not arrive by the time the result was made.</summary>
    public long Lost => Sent - Received;

    /// <summary>Further copies that arrived.</summary>
    public long Duplicates => Report.Duplicates;

    /// <summary>Datagrams that came after one sent later.</summary>
    public long Reordered => Report.Reordered;

    /// <summary>Datagrams that the network marked as having met congestion.</summary>
    public long Marked => Report.Marked;

    /// <summary>Payload bits a second between the first and the last arrival; 0 with fewer than two arrivals.</summary>
    public double BitsPerSecond => Received < 2 || Report.Last.Since(Report.First) == 0 ? 0 : (Report.Bytes - (Report.Bytes / (double)Received)) * 8e9 / Report.Last.Since(Report.First);

    /// <summary>Mean one-way delay, to 100 ns.</summary>
    public TimeSpan MeanDelay => TimeSpan.FromTicks(Report.MeanDelay / TimeSpan.NanosecondsPerTick);

    /// <summary>Interarrival jitter (RFC 3550), to 100 ns.</summary>
    public TimeSpan Jitter => TimeSpan.FromTicks(Report.JitterNanoseconds / TimeSpan.NanosecondsPerTick);

    /// <summary>All that the receiver counted.</summary>
    public UdpFlowReport Report { get; }

    /// <summary>In a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Sent} sent, {Received} received, {BitsPerSecond / 1e6:0.###} Mbit/s, mean delay {FrameText.Span(MeanDelay)}, {Reordered} reordered, {Duplicates} duplicates, {Marked} marked");
}
