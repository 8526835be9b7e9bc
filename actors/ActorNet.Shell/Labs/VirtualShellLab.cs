using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Engine;
using ActorNet.Engine.Loops;

namespace ActorNet.Shell.Labs;

/// <summary>What a lab of its own imitates.</summary>
public sealed record VirtualLabOptions
{
    /// <summary>Which Linux; null for the default.</summary>
    public KernelProfile? Kernel { get; init; }

    /// <summary>Seed of everything random: addresses, flow hashes. The same lines with the same seed give the same answers.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>
/// A lab of real actors on a virtual clock, which only the session moves: no root, no thread, no real time. It begins with the unnamed initial namespace. Use it from one
/// thread at a time.
/// </summary>
public sealed class VirtualShellLab : IShellLab
{
    /// <summary>Where the clock begins: far enough from zero that nothing takes the beginning for "never".</summary>
    private const long Start = 10_000_000_000;

    /// <summary>Messages of one instant after which the lab is taken not to come to rest.</summary>
    private const long MaxMessages = 3_000_000;

    private readonly VirtualLabOptions _options;
    private VirtualSystem _virtual;
    private IActorRef _lab;

    /// <summary>Begins with an empty lab.</summary>
    public VirtualShellLab(VirtualLabOptions? options = null)
    {
        _options = options ?? new VirtualLabOptions();
        (_virtual, _lab) = Begin();
    }

    /// <inheritdoc/>
    public bool IsVirtual => true;

    /// <inheritdoc/>
    public Instant Now => new(_virtual.Now - Start);

    /// <inheritdoc/>
    public Instant Origin => new(Start);

    /// <inheritdoc/>
    public string HomeNamespace => "";

    /// <inheritdoc/>
    public long Owner => LabSettings.RecordingOwner;

    /// <inheritdoc/>
    public Task<object> AskAsync(object request)
    {
        var answer = _lab.Ask<object>(request);
        Quiet(() => _virtual.RunUntilIdle(MaxMessages));
        return answer.IsCompleted ? answer : throw new ShellException($"the lab does not answer to {request}; please report it");
    }

    /// <inheritdoc/>
    public Task PassTimeAsync(long nanoseconds)
    {
        Quiet(() => _virtual.Advance(nanoseconds));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ResetAsync()
    {
        // Without asking the old lab anything: it may be one that does not come to rest.
        var old = _virtual;
        (_virtual, _lab) = Begin();
        old.Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _virtual.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Removes all devices, and counts what is left of frames: 0, or something has been forgotten somewhere.</summary>
    internal async Task<long> EmptyAsync()
    {
        var snapshot = (LabSnapshot)await AskAsync(TakeSnapshot.Instance).ConfigureAwait(false);
        foreach (var ns in snapshot.Namespaces) await AskAsync(new ToNamespace(ns.Name, new RemoveAll())).ConfigureAwait(false);
        return ((LabSnapshot)await AskAsync(TakeSnapshot.Instance).ConfigureAwait(false)).FramesOutstanding;
    }

    private (VirtualSystem System, IActorRef Lab) Begin()
    {
        var system = LoopSystem.CreateVirtual("shell", startNanoseconds: Start);
        var settings = new LabSettings { Kernel = _options.Kernel, Seed = _options.Seed, RecordsFrames = true };
        var lab = system.System.ActorOf(LabActor.Configure(settings), "lab");
        _ = lab.Ask<object>(new CreateNamespace(HomeNamespace, _options.Kernel, _options.Seed, IsInitial: true));
        system.RunUntilIdle();
        return (system, lab);
    }

    private static void Quiet(Action run)
    {
        try
        {
            run();
        }
        catch (InvalidOperationException endless)
        {
            throw new ShellException("the lab does not come to rest: a frame goes round for ever (a ring of bridges, redirects that send to each other?); \"reset\" begins anew", endless);
        }
    }
}
