using System.Globalization;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;

namespace ActorNet.Actors;

/// <summary>What a lab may use.</summary>
public sealed record LabSettings
{
    /// <summary>Most frames under way or kept for reuse, 64 or more.</summary>
    public int PoolFrames { get; init; } = 65536;

    /// <summary>Most bytes of frame buffers, 128 KiB or more.</summary>
    public long PoolBytes { get; init; } = 256L << 20;

    /// <summary>Which Linux namespaces imitate that a command makes (<c>ip netns add</c>); null for the default.</summary>
    public KernelProfile? Kernel { get; init; }

    /// <summary>Seed of everything random in them.</summary>
    public ulong Seed { get; init; }

    /// <summary>Every device records from its beginning on what passes it, for <see cref="Sniff"/> by <see cref="RecordingOwner"/>: megabytes per device, for shells and lessons.</summary>
    public bool RecordsFrames { get; init; }

    /// <summary>
    /// Called for every station of every frame, in order, on the lab's thread; must not touch the lab. Null follows frames only for those who ask by
    /// <see cref="SetTrace"/>.
    /// </summary>
    public Action<TracedHop>? OnHop { get; init; }

    /// <summary>Loses frames on purpose; null, the default, loses none and costs nothing.</summary>
    public IFrameFaults? Faults { get; init; }

    /// <summary>The owner of the recordings that <see cref="RecordsFrames"/> begins.</summary>
    public const long RecordingOwner = 0;
}

/// <summary>To a lab: make a namespace. Answered with <see cref="NamespaceCreated"/> or <see cref="Refused"/>.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kernel">Which Linux it imitates; null for the default.</param>
/// <param name="Seed">Seed of everything random in it.</param>
/// <param name="IsInitial">The namespace that a shell starts in, which commands cannot name.</param>
public sealed record CreateNamespace(string Name, KernelProfile? Kernel = null, ulong Seed = 0, bool IsInitial = false);

/// <summary>To the lab itself: a command made a namespace, which wants an actor.</summary>
/// <param name="Host">The namespace.</param>
internal sealed record AdoptNamespace(NamespaceHost Host);

/// <summary>To the lab itself: a command removed a namespace; its actor ends.</summary>
/// <param name="Namespace">The namespace.</param>
internal sealed record RetireNamespace(NetNamespace Namespace);

/// <summary>Answer to <see cref="CreateNamespace"/>.</summary>
/// <param name="Name">Name.</param>
/// <param name="Namespace">Its actor: takes <see cref="RunCommand"/>, <see cref="AttachPort"/>, <see cref="SetLink"/>, <see cref="Inject"/>, <see cref="TakeSnapshot"/>.</param>
public sealed record NamespaceCreated(string Name, IActorRef Namespace);

/// <summary>To a lab: send the inner request to the namespace of that name; the answer comes from there, or <see cref="Refused"/> from the lab.</summary>
/// <param name="Namespace">Name of the namespace.</param>
/// <param name="Request">The request.</param>
public sealed record ToNamespace(string Namespace, object Request);

/// <summary>
/// A topology's share on this node: the parent of its namespaces. All its actors run on the loop of this one, so a frame crosses its devices without changing
/// threads, and configuration of several namespaces (a veth pair between two) is one step.
/// </summary>
public sealed class LabActor : ReceiveActor
{
    private readonly LabResources _resources;
    private readonly LabSettings _settings;
    private readonly Dictionary<string, NamespaceActor> _namespaces = new(StringComparer.Ordinal);
    private long _made;
    private long _actors;

    /// <summary>A lab without namespaces.</summary>
    public LabActor(LabSettings settings)
    {
        _settings = settings;
        _resources = new LabResources(new SkBuffPool(settings.PoolFrames, settings.PoolBytes), LabClock.Current(Context), settings.RecordsFrames, settings.OnHop) { Faults = settings.Faults };
        var self = Self;
        _resources.Lab.NamespaceFactory = name => MakeForCommand(name, self);
        _resources.Lab.NamespaceRemover = ns => self.Tell(new RetireNamespace(ns), ActorRefs.NoSender);
        _ = new RtnlTimer(_resources.Lab.Work, _resources.Clock, self);
        Receive<CreateNamespace>(OnCreate);
        Receive<ToNamespace>(OnToNamespace);
        Receive<AdoptNamespace>(message => Adopt(message.Host));
        Receive<RetireNamespace>(OnRetire);
        Receive<FrameMessage>(PassOn);
        Receive<LeaveDevices>(OnLeave);
        Receive<SetTrace>(OnSetTrace);
        Receive<TakeTrace>(request => Sender.Tell(_resources.TakeTrace(request.Owner), Self));
        Receive<TakeSnapshot>(_ => Sender.Tell(SnapshotTaker.Take(_resources), Self));
        Receive<WatchLateness>(request => _resources.LateDrains.Report(request.Watcher, _resources.Clock, Self));
        Receive<LatenessDue>(_ => _resources.LateDrains.Tell());
        Receive<AllDeadLetters>(OnDead);
        Receive<MoveToThread>(_ => OnMoveToThread());
        Receive<RtnlDue>(_ => _resources.Lab.Work.Run(_resources.Clock.Now));
    }

    private sealed record NamespaceActor(NetNamespace Namespace, IActorRef Actor);

    /// <summary>The recipe.</summary>
    public static Props Configure(LabSettings settings) => Props.Create(() => new LabActor(settings));

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => LabSupervision.Resume();

    /// <inheritdoc/>
    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(AllDeadLetters));

    /// <inheritdoc/>
    protected override void PostStop() => Context.System.EventStream.Unsubscribe(Self);

    /// <summary>Frames sent to an actor that is gone come back through the dead letters; each lab clears away its own.</summary>
    private void OnDead(AllDeadLetters letter)
    {
        if (letter.Message is FrameMessage frames && ReferenceEquals(frames.Owner, _resources)) frames.Discard(DropReason.DeviceGone);
    }

    private void OnCreate(CreateNamespace request)
    {
        var ns = new NetNamespace(request.Name, request.Kernel, request.Seed) { IsInitial = request.IsInitial };
        try
        {
            _resources.Lab.Add(ns);
        }
        catch (RtnlException refusal)
        {
            Sender.Tell(new Refused(refusal.Errno, $"A namespace \"{request.Name}\" exists already; choose another name."), Self);
            return;
        }

        Sender.Tell(new NamespaceCreated(request.Name, Adopt(new NamespaceHost(_resources, ns, Self))), Self);
    }

    /// <summary>Runs in the turn of the namespace whose command it is; the actor follows in the lab's own turn.</summary>
    private NetNamespace MakeForCommand(string name, IActorRef self)
    {
        var ns = new NetNamespace(name, _settings.Kernel, unchecked(_settings.Seed + (ulong)++_made));
        self.Tell(new AdoptNamespace(new NamespaceHost(_resources, ns, self)), ActorRefs.NoSender);
        return ns;
    }

    private IActorRef Adopt(NamespaceHost host)
    {
        var ns = host.Namespace;
        var actor = Context.ActorOf(NetNamespaceActor.Configure(_resources, host), string.Create(CultureInfo.InvariantCulture, $"ns-{++_actors}"));
        _namespaces[ns.Name] = new NamespaceActor(ns, actor);
        return actor;
    }

    private void OnRetire(RetireNamespace request)
    {
        var name = request.Namespace.Name;
        if (!_namespaces.TryGetValue(name, out var entry) || !ReferenceEquals(entry.Namespace, request.Namespace)) return;
        _namespaces.Remove(name);
        // After what it was sent before, so that frames on their way to its devices end there.
        entry.Actor.Tell(PoisonPill.Instance, ActorRefs.NoSender);
    }

    private void OnToNamespace(ToNamespace request)
    {
        if (_namespaces.TryGetValue(request.Namespace, out var entry)) entry.Actor.Tell(request.Request, Sender);
        else Sender.Tell(new Refused(Errno.ENOENT, $"Cannot open network namespace \"{request.Namespace}\": No such file or directory"), Self);
    }

    private void OnSetTrace(SetTrace request)
    {
        try
        {
            _resources.SetTrace(request.Owner, request.On);
            Sender.Tell(Done.Instance, Self);
        }
        catch (RtnlException refusal)
        {
            Sender.Tell(new Refused(refusal.Errno, refusal.Message), Self);
        }
    }

    private void OnMoveToThread()
    {
        _resources.Frames.BindToCurrentThread();
        _resources.Frames.CollectForeign();
        Sender.Tell(Done.Instance, Self);
    }

    private void OnLeave(LeaveDevices request)
    {
        _resources.SetTrace(request.Owner, on: false);
        foreach (var entry in _namespaces.Values) entry.Actor.Tell(request, ActorRefs.NoSender);
        Sender.Tell(Done.Instance, Self);
    }

    /// <summary>Frames for a device of a namespace whose actor did not exist when they were sent.</summary>
    private void PassOn(FrameMessage frames)
    {
        if (frames.Target.Runtime is DeviceRuntime { IsAdopted: true } runtime) runtime.Receiver(frames).Tell(frames, ActorRefs.NoSender);
        else if (_namespaces.TryGetValue(frames.Target.Namespace.Name, out var entry)) entry.Actor.Tell(frames, ActorRefs.NoSender);
        else frames.Discard(DropReason.DeviceGone);
    }
}
