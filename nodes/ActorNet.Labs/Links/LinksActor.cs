using System.Globalization;
using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using ActorNet.Topology;

namespace ActorNet.Labs.Links;

/// <summary>
/// Changes the links of a running topology: by its schedule, whose times are those of the lab's loop and on a virtual clock therefore exact, and by hand. One order at a
/// time, each by commands that the boxes carry out; a bounded number waits. It shares the lab's loop.
/// </summary>
public sealed class LinksActor : ReceiveActor
{
    /// <summary>The name of all links.</summary>
    public const string All = "all";

    /// <summary>Orders of people that may wait.</summary>
    public const int MaxWaiting = 200_000;

    /// <summary>The timer of a step may be this late before anybody is told, in nanoseconds.</summary>
    private const long Tolerance = DrainLateness.ToleranceNanoseconds;
    private const long SecondNanoseconds = 1_000_000_000;

    private readonly LiveLinks _links;
    private readonly EventJournal _journal;
    private readonly EventLoop _loop;
    private readonly DeadlineTimer _timer;
    private readonly SchedulePlayer _player;
    private readonly CommandSeries _commands;
    private readonly Queue<LinkJob> _waiting = new();
    private long _start;
    private long _toldLate = -SecondNanoseconds;
    private bool _isPlaying;

    /// <summary>For one topology.</summary>
    /// <param name="lab">The lab, on whose loop this is made.</param>
    /// <param name="topology">The topology.</param>
    /// <param name="journal">Where everything is written down.</param>
    public LinksActor(IActorRef lab, TopologyModel topology, EventJournal journal)
    {
        _links = new LiveLinks(topology);
        _journal = journal;
        _player = new SchedulePlayer(topology.Schedule);
        _commands = new CommandSeries(lab);
        _loop = EventLoop.Current ?? throw new InvalidOperationException("The actor of links is made on the lab's event loop.");
        var self = Self;
        _timer = _loop.CreateTimer(() => self.Tell(StepDue.Instance, ActorRefs.NoSender));
        Receive<BeginLinks>(_ => OnBegin(lab));
        Receive<StepDue>(_ => Work());
        Receive<ChangeLinks>(OnChange);
        Receive<TakeLinkStates>(OnTakeStates);
        Receive<CommandDone>(OnAnswer);
        Receive<Refused>(OnAnswer);
        Receive<RanBehind>(OnBehind);
    }

    private double Seconds => (_loop.NowNanoseconds - _start) / (double)SecondNanoseconds;

    /// <summary>The recipe.</summary>
    public static Props Configure(IActorRef lab, TopologyModel topology, EventJournal journal) => Props.Create(() => new LinksActor(lab, topology, journal));

    /// <inheritdoc/>
    protected override void PostStop() => _timer.Disarm();

    private void OnBegin(IActorRef lab)
    {
        lab.Tell(new WatchLateness(Self), Self);
        _start = _loop.NowNanoseconds;
        _isPlaying = true;
        _journal.Add(EventKinds.Up, "daemon", link: null, "the topology is up", 0);
        Work();
    }

    /// <summary>Begins what waits or is due, one order after the other, until commands are under way or nothing is left to do.</summary>
    private void Work()
    {
        while (!_commands.IsBusy)
        {
            if (_waiting.TryDequeue(out var job)) Begin(job);
            else if (!_isPlaying || !_player.TryTake(_loop.NowNanoseconds - _start, out var step)) break;
            else Play(step);
        }

        if (_isPlaying && !_commands.IsBusy && _player.NextTime is { } next && next <= long.MaxValue - _start) _timer.Arm(_start + next);
    }

    /// <summary>The end of a flap brings back what its beginning found, so orders of one step are done before the next step is looked at.</summary>
    private void Play(ScheduledStep step)
    {
        NoteLate(_loop.NowNanoseconds - _start - step.Time, step);
        foreach (var order in _links.OrdersOf(step)) _waiting.Enqueue(new LinkJob(order, "schedule", Request: null));
    }

    private void NoteLate(long late, ScheduledStep step)
    {
        if (late <= Tolerance || step.Time + late - _toldLate < SecondNanoseconds) return;
        _toldLate = step.Time + late;
        _journal.AddBehind(1, 0, late, $"behind by {Milliseconds(late)} for a step of '{step.Entry.Text}'", Seconds);
    }

    private void OnChange(ChangeLinks request)
    {
        if (!LinkWords.TryRead(request.Words, out var change, out var fault, out _))
        {
            Sender.Tell(new LinksChanged(fault.ToString(), IsUsage: true, ""), Self);
            return;
        }

        var links = Find(request.Links, out var refusal);
        if (refusal is null && links.Count == 0) refusal = "the topology has no links.";
        if (refusal is null && _waiting.Count + links.Count > MaxWaiting) refusal = $"{_waiting.Count} changes wait already; try again.";
        if (refusal is not null)
        {
            Sender.Tell(new LinksChanged(refusal, IsUsage: false, ""), Self);
            return;
        }

        var wish = new LinkRequest(Sender, links.Count);
        foreach (var (link, ways) in links) _waiting.Enqueue(new LinkJob(new LinkOrder(link, ways, change), "hand", wish));
        Work();
    }

    private void OnTakeStates(TakeLinkStates request)
    {
        var links = Find(request.Link ?? All, out var refusal);
        Sender.Tell(new LinkStates(refusal, [.. links.Select(l => Named(l.Link))]), Self);
    }

    private NamedLink Named(LiveLink link)
    {
        var ways = new Dictionary<LinkWays, string>
        {
            [LinkWays.AToB] = _links.Names.NameOf(new LinkTarget(link.Link, LinkWays.AToB)),
            [LinkWays.BToA] = _links.Names.NameOf(new LinkTarget(link.Link, LinkWays.BToA)),
        };
        return new NamedLink(_links.Names.NameOf(link.Link), link.Link, link.State, link.IsAsInFile, ways);
    }

    private IReadOnlyList<(LiveLink Link, LinkWays Ways)> Find(string name, out string? refusal)
    {
        refusal = null;
        if (string.Equals(name, All, StringComparison.Ordinal)) return [.. _links.All.Select(l => (l, LinkWays.Both))];
        if (_links.TryFind(name, out var link, out var ways, out var fault)) return [(link, ways)];
        refusal = fault.ToString();
        return [];
    }

    private void OnAnswer(object answer)
    {
        _commands.OnAnswer(answer, Self);
        Work();
    }

    private void Begin(LinkJob job)
    {
        var (link, ways, change) = job.Order;
        if (!link.TryPlan(ways, change, out var next, out var commands, out var fault))
        {
            Finish(job, fault.ToString());
            return;
        }

        _commands.Run(commands, Self, refusal =>
        {
            if (refusal is null) Commit(job, next);
            else if (change is ResetLink) Rebuild(job);
            else TakeBack(job, next, refusal);
        });
    }

    private void Commit(LinkJob job, LinkState next)
    {
        job.Order.Link.Commit(next);
        Finish(job, refusal: null);
    }

    /// <summary>Somebody changed the qdiscs by hand: the link's own are made anew. Taking away what is not there is refused, and no harm.</summary>
    private void Rebuild(LinkJob job)
    {
        var (remove, make) = job.Order.Link.Rebuild(job.Order.Ways, out var next);
        _commands.Run(remove, Self, _ => _commands.Run(make, Self, refusal =>
        {
            if (refusal is null) Commit(job, next);
            else Finish(job, refusal);
        }), goesOn: true);
    }

    private void TakeBack(LinkJob job, LinkState next, string refusal) => _commands.Run(
        job.Order.Link.BackFrom(next),
        Self,
        _ => Finish(job, $"{refusal}. Its devices or qdiscs were changed by hand; 'actornet link reset' makes the link's own anew."),
        goesOn: true);

    private void Finish(LinkJob job, string? refusal)
    {
        var (link, ways, change) = job.Order;
        var name = _links.Names.NameOf(new LinkTarget(link.Link, ways));
        if (refusal is null) _journal.Add(KindOf(change), job.By, name, $"{name} {change}", Seconds);
        else if (job.Request is null) _journal.Add(EventKinds.Refused, job.By, name, $"{name} {change}: {refusal}", Seconds);
        job.Request?.Complete(Describe(link), refusal is null ? null : $"{name}: {refusal}", Self);
    }

    private string Describe(LiveLink link)
    {
        var state = link.State.IsUp ? "" : " is down;";
        string Way(LinkWays way)
        {
            var direction = link.State[way];
            var limit = QueueLimit.Of(direction.Settings);
            var settings = direction.Settings.IsEmpty ? "unimpaired" : string.Create(CultureInfo.InvariantCulture, $"{direction.Settings} (limit {limit.Frames} packets{(limit.IsDerived ? ", derived" : "")})");
            return $"{_links.Names.NameOf(new LinkTarget(link.Link, way))} {settings}";
        }

        return $"{_links.Names.NameOf(link.Link)}:{state} {Way(LinkWays.AToB)}; {Way(LinkWays.BToA)}";
    }

    private void OnBehind(RanBehind late)
    {
        var worst = late.Devices.MaxBy(d => d.Lateness.WorstNanoseconds);
        if (worst is null) return;
        var others = late.Devices.Count - 1 + late.Others;
        var more = others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and less on {others} more");
        var text = string.Create(CultureInfo.InvariantCulture, $"behind by {Milliseconds(worst.Lateness.WorstNanoseconds)} for {worst.Lateness.Frames} frames on {worst.Namespace}/{worst.Device}{more}");
        _journal.AddBehind(late.Devices.Sum(d => d.Lateness.Drains), late.Devices.Sum(d => d.Lateness.Frames), worst.Lateness.WorstNanoseconds, text, Seconds);
    }

    private static string KindOf(LinkChange change) => change switch
    {
        SetLinkState { Up: true } => EventKinds.LinkUp,
        SetLinkState => EventKinds.LinkDown,
        ResetLink => EventKinds.Reset,
        _ => EventKinds.Set,
    };

    private static string Milliseconds(long nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(nanoseconds / 1e6)} ms");
}
