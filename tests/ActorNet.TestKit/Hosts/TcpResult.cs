using System.Globalization;
using ActorNet.Actors.Hosts;

namespace ActorNet.TestKit;

/// <summary>What became of a TCP connection.</summary>
public sealed class TcpResult
{
    internal TcpResult(TcpReport report) => Report = report;

    /// <summary>How it ended.</summary>
    public TcpOutcome Outcome => Report.Outcome;

    /// <summary>Everything arrived, and both sides closed.</summary>
    public bool IsDone => Outcome == TcpOutcome.Done;

    /// <summary>Bytes of the stream that were acknowledged.</summary>
    public long Bytes => Report.BytesAcked;

    /// <summary>From the first SYN to the acknowledgement of the last byte, to 100 ns.</summary>
    public TimeSpan Duration => TimeSpan.FromTicks(Report.Nanoseconds / TimeSpan.NanosecondsPerTick);

    /// <summary>Acknowledged bits a second over that time.</summary>
    public double BitsPerSecond => Report.Nanoseconds == 0 ? 0 : Bytes * 8e9 / Report.Nanoseconds;

    /// <summary>Segments sent again.</summary>
    public long Retransmits => Report.Retransmits;

    /// <summary>How often the retransmission timer went off.</summary>
    public long Timeouts => Report.Timeouts;

    /// <summary>How often a congestion mark made it slow down.</summary>
    public long EcnReductions => Report.EcnReductions;

    /// <summary>All that the sender counted.</summary>
    public TcpReport Report { get; }

    /// <summary>In a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Outcome}: {Bytes} bytes in {FrameText.Span(Duration)}, {BitsPerSecond / 1e6:0.###} Mbit/s, {Retransmits} retransmits, {Timeouts} timeouts, {EcnReductions} reductions by marks");
}
