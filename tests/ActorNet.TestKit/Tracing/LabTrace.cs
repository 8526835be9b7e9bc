using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Labs.Traffic;

namespace ActorNet.TestKit;

/// <summary>The stations of all frames of a lab, in the order in which they happened. Bounded: the oldest give way and are counted.</summary>
public sealed class LabTrace
{
    private readonly Queue<TracedHop> _hops = new();
    private readonly int _room;

    internal LabTrace(int room) => _room = room;

    /// <summary>Number of stations that are here.</summary>
    public int Count => _hops.Count;

    /// <summary>Older stations for which there was no room any more; <see cref="LabOptions.TraceRoom"/> says how much there is.</summary>
    public long Lost { get; private set; }

    /// <summary>The stations that are here.</summary>
    public IEnumerable<TraceStation> Stations => _hops.Select(Station);

    /// <summary>When the lab was up: what happened before has times below zero.</summary>
    internal long Origin { get; set; }

    /// <summary>The journey of a frame.</summary>
    /// <param name="frame">As a probe caught it.</param>
    public FrameJourney Of(CapturedFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return Of(frame.Number);
    }

    /// <summary>The journey of a frame; without stations when there is none of that number.</summary>
    /// <param name="frame">Its number.</param>
    public FrameJourney Of(ulong frame) => new(frame, [.. _hops.Where(h => h.Frame == frame).Select(Station)]);

    /// <summary>The stations as <c>actornet sim --trace</c> writes them, a JSON object a line; a first line <c>{"lost":5}</c> when older ones are missing.</summary>
    public string ToJsonLines() => Encoding.UTF8.GetString(Lines().Span);

    /// <summary>SHA-256 of <see cref="ToJsonLines"/> in hexadecimal digits: two runs are the same when these are.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Lines().Span));

    internal void Add(TracedHop hop)
    {
        if (_hops.Count == _room)
        {
            _hops.Dequeue();
            Lost++;
        }

        _hops.Enqueue(hop);
    }

    /// <summary>Numbers of the frames that moved last, the last one first.</summary>
    internal IReadOnlyList<ulong> LastFrames(int count, Func<TracedHop, bool>? which = null) =>
        [.. _hops.Reverse().Where(h => which is null || which(h)).Select(h => h.Frame).Distinct().Take(count)];

    /// <summary>Numbers of frames whose last station is no end and no queue, the one that moved last first: where a frame gets lost, it is one of them.</summary>
    internal IReadOnlyList<ulong> Unfinished(int count)
    {
        var last = new Dictionary<ulong, FrameStep>();
        foreach (var hop in _hops) last[hop.Frame] = hop.Step;
        return [.. LastFrames(int.MaxValue).Where(f => last[f] is not (FrameStep.Drop or FrameStep.Up or FrameStep.Transmit or FrameStep.Enqueue or FrameStep.Queue)).Take(count)];
    }

    private ReadOnlyMemory<byte> Lines()
    {
        using var stream = new MemoryStream();
        if (Lost > 0) stream.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"lost\":{Lost}}}\n")));
        using (var lines = new HopLines(stream) { Origin = new Instant(Origin) })
        {
            foreach (var hop in _hops) lines.Write(hop);
        }

        return stream.ToArray();
    }

    private TraceStation Station(TracedHop hop) => new(new Instant(hop.Time.Nanoseconds - Origin), hop.Frame, hop.Namespace, hop.Device, hop.Step, hop.Detail, hop.Length);
}
