using System.Runtime.CompilerServices;
using ActorNet.Actors.Messages;

namespace ActorNet.TestKit;

/// <summary>
/// Watches a device from its making on, as tcpdump does: frames come to it in the order in which they pass, and stay until they are expected or collected. It changes nothing for the device.
/// Bounded: the oldest of 65,536 frames, or of 64 MiB, give way and are counted.
/// </summary>
public sealed class Probe
{
    private const int MaxFrames = 65_536;
    private const int MaxBytes = 64 << 20;

    private readonly Lab _lab;
    private readonly LabPlace _place;
    private readonly long _owner;
    private readonly Queue<CapturedFrame> _frames = new();
    private long _bytes;

    internal Probe(Lab lab, LabPlace place, long owner)
    {
        _lab = lab;
        _place = place;
        _owner = owner;
        Drain();
    }

    /// <summary>Where it watches: <c>box:device</c>.</summary>
    public string Device => _place.ToString();

    /// <summary>Frames it had no room for.</summary>
    public long Lost { get; private set; }

    /// <summary>The next frame that matches; those in front of it are passed over. Lets virtual time pass until there is one.</summary>
    /// <param name="match">Which frame; null for any.</param>
    /// <param name="within">How long at most; null for 1 s.</param>
    /// <param name="wanted">Filled in by the compiler: how the condition is written.</param>
    /// <exception cref="LabFailureException">There was none; the message lists what came instead and where it went.</exception>
    public CapturedFrame ExpectFrame(Func<CapturedFrame, bool>? match = null, TimeSpan? within = null, [CallerArgumentExpression(nameof(match))] string? wanted = null) =>
        ExpectFrames(1, match, within, wanted)[0];

    /// <summary>The next frames that match, so many of them; others in between are passed over.</summary>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="match">Which frames; null for any.</param>
    /// <param name="within">How long at most for all; null for 1 s.</param>
    /// <param name="wanted">Filled in by the compiler.</param>
    /// <exception cref="LabFailureException">There were fewer.</exception>
    public IReadOnlyList<CapturedFrame> ExpectFrames(int count, Func<CapturedFrame, bool>? match = null, TimeSpan? within = null, [CallerArgumentExpression(nameof(match))] string? wanted = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var patience = within ?? TimeSpan.FromSeconds(1);
        var passed = new List<CapturedFrame>();
        var found = new List<CapturedFrame>();
        _lab.PassUntil(patience, () => Take(count, match, found, passed));
        if (found.Count == count) return found;
        throw _lab.Failure(ProbeText.Missing(this, count, match is null ? null : wanted, patience, found, passed), [.. passed, .. found]);
    }

    /// <summary>Lets virtual time pass and sees to it that no frame comes, and none is waiting.</summary>
    /// <param name="during">For how long; null for this instant alone.</param>
    /// <param name="match">Which frames must not come; null for any. Others are passed over.</param>
    /// <param name="wanted">Filled in by the compiler.</param>
    /// <exception cref="LabFailureException">One came; the message says which, and where it has been.</exception>
    public void ExpectNoFrame(TimeSpan? during = null, Func<CapturedFrame, bool>? match = null, [CallerArgumentExpression(nameof(match))] string? wanted = null)
    {
        var passed = new List<CapturedFrame>();
        var found = new List<CapturedFrame>();
        _lab.PassUntil(during ?? TimeSpan.Zero, () => Take(1, match, found, passed));
        if (found.Count > 0) throw _lab.Failure(ProbeText.Unwanted(this, match is null ? null : wanted, during ?? TimeSpan.Zero, found[0]), found);
    }

    /// <summary>All frames that wait, in the order in which they passed; no time passes.</summary>
    public IReadOnlyList<CapturedFrame> Collect()
    {
        Drain();
        CapturedFrame[] all = [.. _frames];
        _frames.Clear();
        _bytes = 0;
        return all;
    }

    /// <summary>Gets from the device what it has recorded.</summary>
    internal void Drain()
    {
        if (_lab.AskBox(_place.Box, new Sniff(_place.Device, _owner)) is not Sniffed sniffed) return;
        Lost += sniffed.Lost;
        foreach (var frame in sniffed.Frames)
        {
            _frames.Enqueue(new CapturedFrame(Device, _lab.Since(frame.Time), frame.Outgoing ? FrameDirection.Out : FrameDirection.In, frame.Frame, frame.Bytes));
            _bytes += frame.Bytes.Length;
            while (_frames.Count > MaxFrames || _bytes > MaxBytes)
            {
                _bytes -= _frames.Dequeue().Length;
                Lost++;
            }
        }
    }

    private bool Take(int count, Func<CapturedFrame, bool>? match, List<CapturedFrame> found, List<CapturedFrame> passed)
    {
        Drain();
        while (found.Count < count && _frames.TryDequeue(out var frame))
        {
            _bytes -= frame.Length;
            (match is null || match(frame) ? found : passed).Add(frame);
        }

        return found.Count == count;
    }
}
