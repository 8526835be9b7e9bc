using System.Buffers.Binary;
using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Time;

namespace ActorNet.Hosts.Icmp;

/// <summary>One ping: requests at a steady pace, replies matched by identifier and number.</summary>
internal sealed class PingRun
{
    private const byte Answered = 1;
    private const byte Failed = 2;

    private readonly IpAddress _source;
    private readonly IpAddress _target;
    private readonly long _interval;
    private readonly int _payload;
    private readonly Action<PingResult> _done;
    private readonly IcmpEcho _owner;
    private readonly StackTimer _timer;
    private readonly Instant[] _sentAt;
    private readonly byte[] _fates;
    private readonly List<long> _roundTrips = [];
    private int _sent;
    private int _duplicates;
    private int _errors;

    internal PingRun(IcmpEcho owner, ushort identifier, IpAddress source, IpAddress target, int count, long interval, int payload, TimerHeap timers, Action<PingResult> done)
    {
        (_owner, Identifier, _source, _target, _interval, _payload, _done) = (owner, identifier, source, target, interval, payload, done);
        _sentAt = new Instant[count];
        _fates = new byte[count];
        _timer = new StackTimer(timers, OnTimer);
    }

    internal ushort Identifier { get; }

    /// <summary>Sends the next request, or ends the ping when the last one was long enough ago.</summary>
    internal void OnTimer(Instant now)
    {
        if (_sent == _sentAt.Length)
        {
            // Whoever is still being looked for has not had the chance to answer.
            if (_owner.IsSearching(_target)) _timer.Arm(now.Plus(IcmpEcho.Patience));
            else End();
            return;
        }

        _sentAt[_sent++] = now;
        _timer.Arm(now.Plus(_sent == _sentAt.Length ? IcmpEcho.Patience : _interval));
        SendRequest(now);
    }

    internal void OnReply(ushort number, Instant now)
    {
        if (!TryFind(number, out var index)) return;
        if (_fates[index] == Answered)
        {
            _duplicates++;
            return;
        }

        if (_fates[index] == Failed) _errors--;
        _fates[index] = Answered;
        _roundTrips.Add(now.Since(_sentAt[index]));
        EndIfComplete();
    }

    internal void OnError(ushort number)
    {
        if (!TryFind(number, out var index) || _fates[index] != 0) return;
        _fates[index] = Failed;
        _errors++;
        EndIfComplete();
    }

    private void SendRequest(Instant now)
    {
        var body = _owner.Output.Begin(_source, _target, _target.IsV6 ? IpProtocol.IcmpV6 : IpProtocol.Icmp, IcmpType.HeaderSize + _payload);
        body.Clear();
        body[0] = _target.IsV6 ? IcmpType.EchoRequestV6 : IcmpType.EchoRequest;
        BinaryPrimitives.WriteUInt16BigEndian(body[4..], Identifier);
        BinaryPrimitives.WriteUInt16BigEndian(body[6..], (ushort)_sent);
        for (var i = IcmpType.HeaderSize; i < body.Length; i++) body[i] = (byte)i;
        _owner.Finish(body, _target.IsV6);
        _owner.Output.Send(now);
    }

    /// <summary>Numbers count from 1 and wrap: one means the latest request that had it.</summary>
    private bool TryFind(ushort number, out int index)
    {
        index = _sent - 1 - (ushort)(_sent - number);
        return index >= 0;
    }

    private void EndIfComplete()
    {
        if (_sent == _sentAt.Length && _roundTrips.Count + _errors == _sent) End();
    }

    private void End()
    {
        _timer.Disarm();
        _owner.Remove(this);
        _done(new PingResult(_sent, _roundTrips, _duplicates, _errors));
    }
}
