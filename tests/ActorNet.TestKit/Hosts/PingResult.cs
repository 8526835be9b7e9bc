using System.Globalization;
using ActorNet.Actors.Hosts;

namespace ActorNet.TestKit;

/// <summary>What became of a ping.</summary>
public sealed class PingResult
{
    internal PingResult(PingReport report)
    {
        Sent = report.Sent;
        Duplicates = report.Duplicates;
        Errors = report.Errors;
        RoundTrips = [.. report.RoundTrips.Select(ns => TimeSpan.FromTicks(ns / TimeSpan.NanosecondsPerTick))];
    }

    /// <summary>Requests sent.</summary>
    public int Sent { get; }

    /// <summary>Replies that came.</summary>
    public int Received => RoundTrips.Count;

    /// <summary>Requests without a reply.</summary>
    public int Lost => Sent - Received;

    /// <summary>Replies that came again.</summary>
    public int Duplicates { get; }

    /// <summary>Requests that the network, or the search for the neighbour, answered with an error.</summary>
    public int Errors { get; }

    /// <summary>Round-trip times in the order of arrival, to 100 ns.</summary>
    public IReadOnlyList<TimeSpan> RoundTrips { get; }

    /// <summary>Their mean; zero when nothing came back.</summary>
    public TimeSpan Mean => Received == 0 ? TimeSpan.Zero : TimeSpan.FromTicks((long)RoundTrips.Average(r => r.Ticks));

    /// <summary>As ping's last line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sent} sent, {Received} received, {Duplicates} duplicates, {Errors} errors, mean {FrameText.Span(Mean)}");
}
