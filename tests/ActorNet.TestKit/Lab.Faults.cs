using System.Globalization;
using ActorNet.Actors;
using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;
using ActorNet.Core.Frames;
using ActorNet.Engine;
using ActorNet.Topology;

namespace ActorNet.TestKit;

/// <content>Things that go wrong because a test wants it.</content>
public sealed partial class Lab
{
    private IActorRef? _timed;

    /// <summary>One frame of a place gets lost on its way.</summary>
    /// <param name="place">A host, or <c>box:device</c>.</param>
    /// <param name="nth">Which one, counted from now and from 1.</param>
    /// <param name="way">Of those that it sends, or of those that come to it.</param>
    /// <returns>Says whether it happened; ends it early when disposed of.</returns>
    public FrameLoss Drop(string place, int nth, FrameWay way = FrameWay.Sent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        var seen = 0;
        return Lose(place, way, _ => ++seen == nth);
    }

    /// <summary>Frames of a place that match get lost on their way.</summary>
    /// <param name="place">A host, or <c>box:device</c>.</param>
    /// <param name="which">Which ones; called for each frame of the place until enough got lost.</param>
    /// <param name="count">How many at most; null for all.</param>
    /// <param name="way">Of those that it sends, or of those that come to it.</param>
    /// <returns>Says how many got lost; ends it when disposed of.</returns>
    public FrameLoss Drop(string place, Func<CapturedFrame, bool> which, int? count = null, FrameWay way = FrameWay.Sent)
    {
        ArgumentNullException.ThrowIfNull(which);
        var left = count ?? int.MaxValue;
        return Lose(place, way, skb =>
        {
            if (left == 0 || !which(View(place, skb, way))) return false;
            left--;
            return true;
        });
    }

    /// <summary>Takes a device, or a link with both its ends, down.</summary>
    /// <param name="place"><c>box:device</c>, a host for its port, or the name of a link: <c>left--right</c>.</param>
    /// <param name="at">When, since the lab was up; null for now.</param>
    public void LinkDown(string place, TimeSpan? at = null) => SetLinks(place, "down", at);

    /// <summary>Brings a device, or a link with both its ends, up.</summary>
    /// <param name="place"><c>box:device</c>, a host for its port, or the name of a link.</param>
    /// <param name="at">When, since the lab was up; null for now.</param>
    public void LinkUp(string place, TimeSpan? at = null) => SetLinks(place, "up", at);

    /// <summary>Changes a link: <c>delay 20ms</c>, <c>loss 1%</c>, <c>reset</c>.</summary>
    /// <param name="link">Its name or that of one direction: <c>left--right</c>, <c>left-to-right</c>.</param>
    /// <param name="settings">The words of <c>link set</c>.</param>
    /// <exception cref="LabFailureException">There is no such link, or the words were refused.</exception>
    public void ChangeLink(string link, string settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var changed = Inside(() => _simulation.ChangeLinks(link, settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        if (changed.Refusal is { } refusal) throw new LabFailureException($"link {link} {settings}: {refusal}");
    }

    /// <summary>The actor of a device throws, as if it had a bug, and goes on: its supervisor resumes it. A host loses all its state, as at a power cut, and keeps its addresses.</summary>
    /// <param name="place">A host, or <c>box:device</c>.</param>
    /// <param name="queue">The actor of this queue of an IFB instead of that of the device.</param>
    public void Crash(string place, int? queue = null)
    {
        if (queue is null && _hosts.ContainsKey(place)) Inside(() => _simulation.Ask<Done>(_simulation.Hosts[place], CrashHost.Instance));
        else AskDevice(place, name => new CrashActor(name, queue));
    }

    /// <summary>Two hosts do not hear each other, or nothing passes between two boxes, until it is disposed of. Frames lost count as <see cref="DropReason.FaultInjected"/>.</summary>
    /// <param name="a">A host or a box.</param>
    /// <param name="b">Another one of the same sort.</param>
    /// <returns>Heals it when disposed of.</returns>
    /// <exception cref="LabFailureException">They are not two hosts or two boxes.</exception>
    public IDisposable Partition(string a, string b)
    {
        if (_hosts.TryGetValue(a, out var one)) return new HostPartition(_faults, one.Description, Host(b).Description);
        if (_hosts.ContainsKey(b)) throw NameBook.Unknown("host", a, _hosts.Keys);
        var names = new NameBook(Topology, TakeSnapshot());
        return new BoxPartition(_faults, names.Box(a), names.Box(b));
    }

    /// <summary>What a host sends, its port receives.</summary>
    private FrameLoss Lose(string place, FrameWay way, Func<SkBuff, bool> wants) =>
        new(_faults, PlaceOf(place), outward: (way == FrameWay.Sent) != _hosts.ContainsKey(place), wants);

    private CapturedFrame View(string place, SkBuff skb, FrameWay way) =>
        new(place, _simulation.Elapsed, way == FrameWay.Sent ? FrameDirection.Out : FrameDirection.In, skb.TraceId, FrameBytes.Of(skb));

    private void SetLinks(string place, string state, TimeSpan? at)
    {
        foreach (var end in EndsOf(place)) SetLink(end, state, at);
    }

    private IEnumerable<LabPlace> EndsOf(string place)
    {
        if (!place.Contains("--", StringComparison.Ordinal)) return [PlaceOf(place)];
        var names = new LinkNames(Topology.Links);
        var link = Topology.Links.FirstOrDefault(l => names.NameOf(l) == place || place == $"{l.A}--{l.B}" || place == $"{l.B}--{l.A}" || place == $"{l.B.Box}--{l.A.Box}")
            ?? throw NameBook.Unknown("link", place, Topology.Links.Select(names.NameOf));
        return [new LabPlace(link.A.Box, link.A.Device), new LabPlace(link.B.Box, link.B.Device)];
    }

    private void SetLink(LabPlace place, string state, TimeSpan? at)
    {
        IReadOnlyList<string> words = ["ip", "link", "set", "dev", place.Device, state];
        if (at is { } time)
        {
            PutOff(time, new ToNamespace(place.Box, new RunCommand(words)));
            return;
        }

        Must((Inside(() => _simulation.Run(place.Box, words)), string.Join(' ', words)));
    }

    private void PutOff(TimeSpan at, object request)
    {
        var delay = at - Elapsed;
        if (delay < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(at), at, string.Create(CultureInfo.InvariantCulture, $"The lab is at {FrameText.Span(Elapsed)} already; give a later time."));
        _timed ??= _simulation.Virtual.System.ActorOf(Props.Create(() => new TimedFaults(_refusals)), "timed-faults");
        _simulation.Virtual.System.Scheduler.ScheduleTellOnce(delay, _timed, new TimedFaults.Scheduled(_simulation.Lab, request), ActorRefs.NoSender);
        RunUntilIdle();
    }
}
