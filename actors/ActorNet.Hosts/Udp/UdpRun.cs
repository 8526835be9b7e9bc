using ActorNet.Core;
using ActorNet.Hosts.Time;

namespace ActorNet.Hosts.Udp;

/// <summary>A flow of generated datagrams to be sent.</summary>
/// <param name="Target">Where to.</param>
/// <param name="Port">Destination port.</param>
/// <param name="BitsPerSecond">Pace of the payload; 0 for all at once.</param>
/// <param name="PayloadBytes">Payload of each datagram.</param>
/// <param name="Datagrams">How many; 0 goes by the duration.</param>
/// <param name="Duration">Nanoseconds; counts only without a number of datagrams.</param>
/// <param name="Flow">Number of the flow.</param>
/// <param name="Burst">Datagrams that leave together.</param>
/// <param name="EcnCapable">Whether they may be marked.</param>
public readonly record struct UdpFlow(IpAddress Target, int Port, long BitsPerSecond, int PayloadBytes, long Datagrams, long Duration, int Flow, int Burst = 1, bool EcnCapable = false);

/// <summary>What was sent of a flow.</summary>
/// <param name="Datagrams">Datagrams.</param>
/// <param name="Bytes">Their payload.</param>
/// <param name="Errors">Datagrams that were answered with an error until then.</param>
public readonly record struct UdpFlowSent(long Datagrams, long Bytes, long Errors);

/// <summary>Sends one flow: datagram n leaves when the n before it have had their time, to the nanosecond, without drift.</summary>
internal sealed class UdpRun
{
    private readonly UdpProtocol _owner;
    private readonly UdpFlow _flow;
    private readonly IpAddress _source;
    private readonly Action<UdpFlowSent> _done;
    private readonly StackTimer _timer;
    private readonly Instant _end;
    private readonly long _gap;
    private readonly long _gapRest;
    private Instant _next;
    private long _rest;
    private long _sent;

    internal UdpRun(UdpProtocol owner, in UdpFlow flow, int sourcePort, IpAddress source, TimerHeap timers, Action<UdpFlowSent> done, Instant now)
    {
        (_owner, _flow, SourcePort, _source, _done, _next) = (owner, flow, sourcePort, source, done, now);
        _timer = new StackTimer(timers, OnTimer);
        _end = now.Plus(flow.Duration);
        if (flow.BitsPerSecond == 0) return;
        // The time of a burst, and what a division in whole nanoseconds leaves over.
        var scaled = (Int128)flow.Burst * flow.PayloadBytes * 8 * 1_000_000_000;
        _gap = (long)(scaled / flow.BitsPerSecond);
        _gapRest = (long)(scaled % flow.BitsPerSecond);
    }

    internal int SourcePort { get; }

    internal long Errors { get; set; }

    internal void OnTimer(Instant now)
    {
        for (var i = 0; i < _flow.Burst && !IsOver; i++) _owner.SendOf(_flow, SourcePort, _source, _sent++, now);
        if (_flow.BitsPerSecond > 0) StepTime();
        if (IsOver) End();
        else _timer.Arm(_next);
    }

    private bool IsOver => _flow.Datagrams > 0 ? _sent == _flow.Datagrams : _next >= _end;

    private void StepTime()
    {
        _next = _next.Plus(_gap);
        _rest += _gapRest;
        if (_rest < _flow.BitsPerSecond) return;
        _rest -= _flow.BitsPerSecond;
        _next = _next.Plus(1);
    }

    private void End()
    {
        _owner.Remove(this);
        _done(new UdpFlowSent(_sent, _sent * _flow.PayloadBytes, Errors));
    }
}
