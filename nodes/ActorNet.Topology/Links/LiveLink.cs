using System.Diagnostics.CodeAnalysis;

namespace ActorNet.Topology;

/// <summary>A command for a box.</summary>
/// <param name="Box">The box.</param>
/// <param name="Words">The command, program first.</param>
public sealed record LinkCommand(string Box, IReadOnlyList<string> Words);

/// <summary>What holds for a direction now.</summary>
/// <param name="Settings">Its settings.</param>
/// <param name="HasRoot">The device has the link's netem.</param>
/// <param name="HasBucket">And in it the link's tbf.</param>
public sealed record LiveDirection(Impairments Settings, bool HasRoot, bool HasBucket)
{
    /// <summary>As the plan of the file leaves it.</summary>
    public static LiveDirection Of(Impairments file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new LiveDirection(file, !file.IsEmpty, file.BytesPerSecond is not null);
    }
}

/// <summary>What holds for a link now.</summary>
/// <param name="AToB">From a to b.</param>
/// <param name="BToA">From b to a.</param>
/// <param name="IsUp">Its devices were not taken down through the link.</param>
public sealed record LinkState(LiveDirection AToB, LiveDirection BToA, bool IsUp)
{
    /// <summary>The state of one direction.</summary>
    public LiveDirection this[LinkWays way] => way == LinkWays.AToB ? AToB : BToA;
}

/// <summary>
/// A link of a running topology: what holds for it, and by which commands it becomes something else. It carries nothing out: whoever does takes the state over with
/// <see cref="Commit"/> when all commands were accepted.
/// </summary>
public sealed class LiveLink
{
    private static readonly LinkWays[] EachWay = [LinkWays.AToB, LinkWays.BToA];

    /// <summary>A link as its file says.</summary>
    public LiveLink(Link link)
    {
        ArgumentNullException.ThrowIfNull(link);
        Link = link;
        State = new LinkState(LiveDirection.Of(link.AToB), LiveDirection.Of(link.BToA), IsUp: true);
    }

    /// <summary>The link in the file.</summary>
    public Link Link { get; }

    /// <summary>What holds.</summary>
    public LinkState State { get; private set; }

    /// <summary>Whether everything is as in the file.</summary>
    public bool IsAsInFile => State.IsUp && IsSame(State.AToB.Settings, Link.AToB) && IsSame(State.BToA.Settings, Link.BToA);

    /// <summary>What the file says for a direction.</summary>
    public Impairments FileOf(LinkWays way) => way == LinkWays.AToB ? Link.AToB : Link.BToA;

    /// <summary>Where a direction starts.</summary>
    public LinkEnd StartOf(LinkWays way) => way == LinkWays.AToB ? Link.A : Link.B;

    /// <summary>Works out a change.</summary>
    /// <param name="ways">The directions it holds for; up and down are always of both.</param>
    /// <param name="change">The change.</param>
    /// <param name="next">What holds afterwards.</param>
    /// <param name="commands">The commands, in order; none when nothing changes.</param>
    /// <param name="fault">Why it cannot be.</param>
    public bool TryPlan(
        LinkWays ways, LinkChange change, [NotNullWhen(true)] out LinkState? next, out IReadOnlyList<LinkCommand> commands, [NotNullWhen(false)] out LinkFault? fault)
    {
        next = null;
        commands = [];
        fault = null;
        var wanted = (AToB: Wanted(LinkWays.AToB, ways, change), BToA: Wanted(LinkWays.BToA, ways, change));
        fault = wanted.AToB.Conflict()?.Fault ?? wanted.BToA.Conflict()?.Fault;
        if (fault is not null) return false;
        var list = new List<LinkCommand>();
        var up = change switch { SetLinkState state => state.Up, ResetLink => true, _ => State.IsUp };
        if (!up && State.IsUp) AddState(list, up);
        var forced = change is ResetLink;
        var there = Direct(LinkWays.AToB, wanted.AToB, forced && ways.HasFlag(LinkWays.AToB), list);
        var back = Direct(LinkWays.BToA, wanted.BToA, forced && ways.HasFlag(LinkWays.BToA), list);
        if (up && (!State.IsUp || forced)) AddState(list, up);
        next = new LinkState(there, back, up);
        commands = list;
        return true;
    }

    /// <summary>What brings back what a change is about to change; to be asked before it.</summary>
    public IReadOnlyList<(LinkWays Ways, LinkChange Change)> UndoOf(LinkWays ways, LinkChange change) => change switch
    {
        SetLinkState => [(LinkWays.Both, new SetLinkState(State.IsUp))],
        SetLinkSettings settings => [.. EachWay.Where(way => ways.HasFlag(way)).Select(way => (way, (LinkChange)Before(way, settings)))],
        _ => [],
    };

    /// <summary>The commands were accepted.</summary>
    public void Commit(LinkState next)
    {
        ArgumentNullException.ThrowIfNull(next);
        State = next;
    }

    /// <summary>Commands that bring back what holds when those towards another state were not all accepted. Some may be refused.</summary>
    /// <param name="next">The state that was not reached.</param>
    public IReadOnlyList<LinkCommand> BackFrom(LinkState next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var commands = new List<LinkCommand>();
        foreach (var way in EachWay)
        {
            var end = StartOf(way);
            if (ReferenceEquals(State[way], next[way])) continue;
            if (!State[way].HasRoot) commands.Add(new LinkCommand(end.Box, LinkCommands.Remove(end.Device)));
            else commands.Add(new LinkCommand(end.Box, LinkCommands.ChangeDelay(end.Device, State[way].Settings)));
            if (State[way].HasBucket) commands.Add(new LinkCommand(end.Box, LinkCommands.ChangeRate(end.Device, State[way].Settings)));
        }

        if (next.IsUp != State.IsUp) AddState(commands, State.IsUp);
        return commands;
    }

    /// <summary>For devices whose qdiscs somebody changed by hand: what takes everything away, and what then makes a direction as the file says. What is queued is lost.</summary>
    /// <param name="ways">The directions.</param>
    /// <param name="next">What holds afterwards.</param>
    public (IReadOnlyList<LinkCommand> Remove, IReadOnlyList<LinkCommand> Make) Rebuild(LinkWays ways, out LinkState next)
    {
        var (remove, make) = (new List<LinkCommand>(), new List<LinkCommand>());
        foreach (var way in EachWay.Where(way => ways.HasFlag(way)))
        {
            var (end, file) = (StartOf(way), FileOf(way));
            remove.Add(new LinkCommand(end.Box, LinkCommands.Remove(end.Device)));
            if (!file.IsEmpty) make.Add(new LinkCommand(end.Box, LinkCommands.AddDelay(end.Device, file)));
            if (file.BytesPerSecond is not null) make.Add(new LinkCommand(end.Box, LinkCommands.AddRate(end.Device, file)));
        }

        AddState(make, up: true);
        next = new LinkState(
            ways.HasFlag(LinkWays.AToB) ? LiveDirection.Of(Link.AToB) : State.AToB, ways.HasFlag(LinkWays.BToA) ? LiveDirection.Of(Link.BToA) : State.BToA, IsUp: true);
        return (remove, make);
    }

    private static bool IsSame(Impairments one, Impairments other) => one.Settings.SequenceEqual(other.Settings);

    private Impairments Wanted(LinkWays way, LinkWays ways, LinkChange change)
    {
        var current = State[way].Settings;
        if (!ways.HasFlag(way)) return current;
        return change switch
        {
            SetLinkSettings settings => current.With(settings.Patches),
            ResetLink => FileOf(way),
            _ => current,
        };
    }

    private LiveDirection Direct(LinkWays way, Impairments wanted, bool always, List<LinkCommand> commands)
    {
        var now = State[way];
        var end = StartOf(way);
        if (!always && IsSame(now.Settings, wanted)) return now;
        void Add(IReadOnlyList<string> words) => commands.Add(new LinkCommand(end.Box, words));
        if (now.HasRoot) Add(LinkCommands.ChangeDelay(end.Device, wanted));
        else if (!wanted.IsEmpty) Add(LinkCommands.AddDelay(end.Device, wanted));
        if (now.HasBucket) Add(LinkCommands.ChangeRate(end.Device, wanted));
        else if (wanted.BytesPerSecond is not null) Add(LinkCommands.AddRate(end.Device, wanted));
        return new LiveDirection(wanted, now.HasRoot || !wanted.IsEmpty, now.HasBucket || wanted.BytesPerSecond is not null);
    }

    private void AddState(List<LinkCommand> commands, bool up)
    {
        commands.Add(new LinkCommand(Link.A.Box, LinkCommands.Set(Link.A.Device, up)));
        commands.Add(new LinkCommand(Link.B.Box, LinkCommands.Set(Link.B.Device, up)));
    }

    private SetLinkSettings Before(LinkWays way, SetLinkSettings settings)
    {
        var now = State[way].Settings;
        var after = now.With(settings.Patches);
        var touched = LinkSetting.Keys.Where(key => !Equals(now[key], after[key]));
        return new SetLinkSettings([.. touched.Select(key => new LinkPatch(key, now[key]))]);
    }
}
