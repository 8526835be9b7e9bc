using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Actors;

/// <summary>Follows the frames of a lab for those who asked. Bounded: what has no room is counted.</summary>
internal sealed class FrameTracer : IFrameTracer
{
    /// <summary>Most stations kept for one who asked.</summary>
    public const int MaxHops = 10_000;

    /// <summary>Most who can ask at a time.</summary>
    public const int MaxOwners = 16;

    private readonly Dictionary<long, Log> _logs = [];
    private readonly ILabClock _clock;
    private readonly Action<TracedHop>? _onHop;
    private ulong _frames;

    /// <summary>Nobody but the given one is told until somebody asks.</summary>
    /// <param name="clock">What stations are stamped with.</param>
    /// <param name="onHop">Told of every station, besides those who ask; null for nobody.</param>
    public FrameTracer(ILabClock clock, Action<TracedHop>? onHop) => (_clock, _onHop) = (clock, onHop);

    /// <summary>Whether anybody wants to know.</summary>
    public bool IsWanted => _onHop is not null || _logs.Count > 0;

    /// <summary>Somebody wants to know from now on, or no longer.</summary>
    /// <exception cref="RtnlException">ENOSPC: too many do already.</exception>
    public void Set(long owner, bool on)
    {
        if (!on) _logs.Remove(owner);
        else if (_logs.Count >= MaxOwners && !_logs.ContainsKey(owner)) throw new RtnlException(Errno.ENOSPC, $"{MaxOwners} others trace already; wait until one stops");
        else _logs.TryAdd(owner, new Log());
    }

    /// <summary>What happened since the last call.</summary>
    public Traced Take(long owner)
    {
        if (!_logs.TryGetValue(owner, out var log)) return new Traced([], 0);
        var result = new Traced([.. log.Hops], log.Lost);
        log.Hops.Clear();
        log.Lost = 0;
        return result;
    }

    /// <inheritdoc/>
    public void Trace(NetDevice? device, FrameStep step, SkBuff skb, string detail)
    {
        if (skb.TraceId == 0) skb.TraceId = ++_frames;
        var hop = new TracedHop(_clock.Now, skb.TraceId, device?.Namespace?.Name ?? "", device?.Name ?? "", step, detail, skb.Length);
        _onHop?.Invoke(hop);
        foreach (var log in _logs.Values)
        {
            if (log.Hops.Count < MaxHops) log.Hops.Add(hop);
            else log.Lost++;
        }
    }

    private sealed class Log
    {
        public List<TracedHop> Hops { get; } = [];

        public long Lost { get; set; }
    }
}
