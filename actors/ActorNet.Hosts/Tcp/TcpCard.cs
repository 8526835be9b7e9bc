using ActorNet.Core;

namespace ActorNet.Hosts.Tcp;

/// <summary>
/// How fast a host's TCP can hand segments to its card, all connections together. In a network without any delay acknowledgements come at the instant of sending, and
/// only this lets time pass.
/// </summary>
internal sealed class TcpCard
{
    /// <summary>How far the card may be behind what was handed to it, in nanoseconds: bursts of some dozen segments.</summary>
    private const long Slack = 50_000;

    private readonly long _bitsPerSecond;
    private Instant _busyUntil;

    internal TcpCard(long bitsPerSecond) => _bitsPerSecond = bitsPerSecond;

    /// <summary>When a sender that is held up may go on.</summary>
    internal Instant ResumeAt => _busyUntil.Plus(-Slack / 2);

    internal bool HasRoom(Instant now) => _busyUntil.Since(now) < Slack;

    internal void Take(int bytes, Instant now) => _busyUntil = (_busyUntil < now ? now : _busyUntil).Plus(Math.Max(1, bytes * 8_000_000_000L / _bitsPerSecond));
}
