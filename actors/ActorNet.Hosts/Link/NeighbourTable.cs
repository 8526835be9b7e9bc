using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Time;

namespace ActorNet.Hosts.Link;

/// <summary>Asks for a neighbour: everybody, or the station that it was.</summary>
internal delegate void Solicitation(IpAddress target, MacAddress? station, Instant now);

/// <summary>
/// The neighbours of a host, found by ARP or neighbour discovery and watched as RFC 4861 section 7.3 says, for both kinds as Linux does. Bounded: neighbours, and
/// packets that wait for one; what does not fit is counted and given up, the oldest first.
/// </summary>
internal sealed class NeighbourTable
{
    /// <summary>Neighbours that are remembered.</summary>
    internal const int MaxNeighbours = 1024;

    /// <summary>Packets that wait for one neighbour.</summary>
    internal const int MaxWaiting = 128;

    /// <summary>Packets that wait for all of them.</summary>
    internal const int MaxWaitingTotal = 1024;

    /// <summary>MAX_MULTICAST_SOLICIT and MAX_UNICAST_SOLICIT.</summary>
    private const int MaxProbes = 3;

    /// <summary>RETRANS_TIMER.</summary>
    private const long ProbeInterval = 1_000_000_000;

    /// <summary>REACHABLE_TIME.</summary>
    private const long ReachableTime = 30_000_000_000;

    /// <summary>DELAY_FIRST_PROBE_TIME.</summary>
    private const long DelayTime = 5_000_000_000;

    private readonly Dictionary<IpAddress, Neighbour> _neighbours = [];
    private readonly TimerHeap _timers;
    private readonly StackCounters _counters;
    private readonly FrameSender _send;
    private int _waiting;

    internal NeighbourTable(TimerHeap timers, StackCounters counters, FrameSender send) => (_timers, _counters, _send) = (timers, counters, send);

    /// <summary>Asks for a neighbour; set before the first packet.</summary>
    internal Solicitation Solicit { get; set; } = null!;

    /// <summary>Told of each packet, from its IP header on, whose neighbour did not answer.</summary>
    internal ReadOnlySpanAction Unreachable { get; set; } = null!;

    internal delegate void ReadOnlySpanAction(ReadOnlySpan<byte> packet, Instant now);

    internal int Count => _neighbours.Count;

    /// <summary>Sends a frame whose destination is filled in.</summary>
    internal void SendDirectly(ReadOnlySpan<byte> frame)
    {
        _counters.FramesOut++;
        _send(frame);
    }

    /// <summary>Sends a frame to a neighbour, at once or when it is found.</summary>
    /// <param name="nextHop">The neighbour.</param>
    /// <param name="frame">The frame, its destination left open. Copied when it has to wait.</param>
    /// <param name="now">The time.</param>
    internal void Send(IpAddress nextHop, Span<byte> frame, Instant now)
    {
        if (!_neighbours.TryGetValue(nextHop, out var neighbour))
        {
            neighbour = Add(nextHop, makeRoom: true);
            if (neighbour is null)
            {
                _counters.Unresolved++;
                return;
            }
        }

        neighbour.Used = now;
        if (neighbour.State == NeighbourState.Incomplete)
        {
            Wait(neighbour, frame);
            if (neighbour.Probes == 0) Ask(neighbour, now);
            return;
        }

        if (neighbour.State == NeighbourState.Known && !IsFresh(neighbour, now))
        {
            neighbour.State = NeighbourState.Delay;
            neighbour.Timer.Arm(now.Plus(DelayTime));
        }

        neighbour.Mac.Write(frame);
        SendDirectly(frame);
    }

    /// <summary>Whether a neighbour is being asked for.</summary>
    internal bool IsSearching(IpAddress nextHop) => _neighbours.TryGetValue(nextHop, out var neighbour) && neighbour.State == NeighbourState.Incomplete;

    /// <summary>A neighbour said where it is.</summary>
    /// <param name="address">The neighbour.</param>
    /// <param name="mac">Its Ethernet address.</param>
    /// <param name="confirmed">Whether it answered this host, and so hears it.</param>
    /// <param name="remember">Whether it is worth remembering when nobody asked for it.</param>
    /// <param name="now">The time.</param>
    internal void Learn(IpAddress address, MacAddress mac, bool confirmed, bool remember, Instant now)
    {
        if (!_neighbours.TryGetValue(address, out var neighbour))
        {
            if (!remember || Add(address, makeRoom: false) is not { } added) return;
            neighbour = added;
        }

        var wasAsked = neighbour.State == NeighbourState.Incomplete;
        if (neighbour.Mac != mac || wasAsked) neighbour.Confirmed = null;
        neighbour.Mac = mac;
        if (confirmed) neighbour.Confirmed = now;
        if (confirmed || wasAsked) Settle(neighbour);
        if (wasAsked) Flush(neighbour);
    }

    /// <summary>Somebody above heard from the neighbour, so it is still there (RFC 4861, section 7.3.1).</summary>
    internal void Confirm(IpAddress nextHop, Instant now)
    {
        if (!_neighbours.TryGetValue(nextHop, out var neighbour) || neighbour.State == NeighbourState.Incomplete) return;
        neighbour.Confirmed = now;
        if (neighbour.State != NeighbourState.Known) Settle(neighbour);
    }

    private static bool IsFresh(Neighbour neighbour, Instant now) => neighbour.Confirmed is { } confirmed && now.Since(confirmed) < ReachableTime;

    private static void Settle(Neighbour neighbour)
    {
        neighbour.State = NeighbourState.Known;
        neighbour.Probes = 0;
        neighbour.Timer.Disarm();
    }

    private Neighbour? Add(IpAddress address, bool makeRoom)
    {
        if (_neighbours.Count >= MaxNeighbours && !(makeRoom && TryForgetOne())) return null;
        var neighbour = new Neighbour(address, _timers, OnTimer);
        _neighbours.Add(address, neighbour);
        return neighbour;
    }

    /// <summary>Forgets the neighbour that was used the longest time ago; those that packets wait for stay.</summary>
    private bool TryForgetOne()
    {
        Neighbour? oldest = null;
        foreach (var neighbour in _neighbours.Values)
        {
            if (neighbour.State != NeighbourState.Incomplete && (oldest is null || neighbour.Used < oldest.Used)) oldest = neighbour;
        }

        if (oldest is null) return false;
        oldest.Timer.Disarm();
        return _neighbours.Remove(oldest.Address);
    }

    private void Wait(Neighbour neighbour, ReadOnlySpan<byte> frame)
    {
        if (neighbour.Waiting.Count == MaxWaiting)
        {
            neighbour.Waiting.Dequeue();
            _waiting--;
            _counters.Unresolved++;
        }

        if (_waiting == MaxWaitingTotal)
        {
            _counters.Unresolved++;
            return;
        }

        neighbour.Waiting.Enqueue(frame.ToArray());
        _waiting++;
    }

    private void Flush(Neighbour neighbour)
    {
        while (neighbour.Waiting.TryDequeue(out var frame))
        {
            _waiting--;
            neighbour.Mac.Write(frame);
            SendDirectly(frame);
        }
    }

    private void Ask(Neighbour neighbour, Instant now)
    {
        neighbour.Probes++;
        neighbour.Timer.Arm(now.Plus(ProbeInterval));
        Solicit(neighbour.Address, neighbour.State == NeighbourState.Probe ? neighbour.Mac : null, now);
    }

    private void OnTimer(Neighbour neighbour, Instant now)
    {
        if (neighbour.State == NeighbourState.Delay) neighbour.State = NeighbourState.Probe;
        if (neighbour.Probes < MaxProbes) Ask(neighbour, now);
        else GiveUp(neighbour, now);
    }

    private void GiveUp(Neighbour neighbour, Instant now)
    {
        _neighbours.Remove(neighbour.Address);
        _waiting -= neighbour.Waiting.Count;
        while (neighbour.Waiting.TryDequeue(out var frame))
        {
            _counters.Unresolved++;
            Unreachable(frame.AsSpan(EthernetHeader.Size), now);
        }
    }
}
