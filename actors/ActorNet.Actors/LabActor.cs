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
}

/// <summary>To a lab: make a namespace. Answered with <see cref="NamespaceCreated"/> or <see cref="Refused"/>.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kernel">Which Linux it imitates; null for the default.</param>
/// <param name="Seed">Seed of everything random in it.</param>
public sealed record CreateNamespace(string Name, KernelProfile? Kernel = null, ulong Seed = 0);

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
    private readonly Dictionary<string, IActorRef> _namespaces = new(StringComparer.Ordinal);

    /// <summary>A lab without namespaces.</summary>
    public LabActor(LabSettings settings)
    {
        _resources = new LabResources(new SkBuffPool(settings.PoolFrames, settings.PoolBytes), LabClock.Current(Context));
        Receive<CreateNamespace>(OnCreate);
        Receive<ToNamespace>(OnToNamespace);
        Receive<TakeSnapshot>(_ => Sender.Tell(SnapshotTaker.Take(_resources), Self));
        Receive<AllDeadLetters>(OnDead);
    }

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
        var ns = new NetNamespace(request.Name, request.Kernel, request.Seed);
        try
        {
            _resources.Lab.Add(ns);
        }
        catch (RtnlException refusal)
        {
            Sender.Tell(new Refused(refusal.Errno, $"A namespace \"{request.Name}\" exists already; choose another name."), Self);
            return;
        }

        var actor = Context.ActorOf(NetNamespaceActor.Configure(_resources, ns), "ns-" + _namespaces.Count);
        _namespaces.Add(request.Name, actor);
        Sender.Tell(new NamespaceCreated(request.Name, actor), Self);
    }

    private void OnToNamespace(ToNamespace request)
    {
        if (_namespaces.TryGetValue(request.Namespace, out var actor)) actor.Tell(request.Request, Sender);
        else Sender.Tell(new Refused(Errno.ENOENT, $"Cannot open network namespace \"{request.Namespace}\": No such file or directory"), Self);
    }
}
