using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using ActorNet.Shell;

namespace ActorNet.Fuzz.Tests.Harness;

/// <summary>
/// A lab of actors on a virtual clock that remembers every failure of an actor: actors of a lab go on after one, so nobody else would notice. What would take too long is
/// refused, since a case is one of thousands.
/// </summary>
internal sealed class FuzzLab : IShellLab
{
    private const long Start = 10_000_000_000;
    private const long MaxMessages = 300_000;
    private const long MostTime = 5_000_000_000;
    private const int MostRequests = 3000;

    private readonly List<EngineLogEntry> _failures = [];
    private VirtualSystem _virtual;
    private IActorRef _lab;
    private int _requests;

    /// <summary>An empty lab with the unnamed initial namespace.</summary>
    public FuzzLab() => (_virtual, _lab) = Begin();

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

    /// <summary>Frames went round for ever, as some topologies make them: what is under way cannot be counted.</summary>
    public bool IsRestless { get; private set; }

    /// <inheritdoc/>
    public Task<object> AskAsync(object request)
    {
        if (++_requests > MostRequests) throw new ShellException("enough for one case");
        var answer = _lab.Ask<object>(request);
        Quiet(() => _virtual.RunUntilIdle(MaxMessages));
        CheckHealth();
        return answer.IsCompleted ? answer : throw new InvalidOperationException($"There is no answer to {request}.");
    }

    /// <summary>Asks; the answer is there at once.</summary>
    public object Ask(object request) => AskAsync(request).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public Task PassTimeAsync(long nanoseconds)
    {
        if (nanoseconds < 0) throw new InvalidOperationException($"{nanoseconds} ns are to pass.");
        if (nanoseconds > MostTime) throw new ShellException("too long for one case");
        Quiet(() => _virtual.Advance(nanoseconds));
        CheckHealth();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ResetAsync()
    {
        _virtual.Dispose();
        (_virtual, _lab) = Begin();
        IsRestless = false;
        return Task.CompletedTask;
    }

    /// <summary>Removes all devices; then no frame may be left, and no device's actor.</summary>
    public void Empty()
    {
        if (IsRestless) return;
        _requests = 0;
        var snapshot = (LabSnapshot)Ask(TakeSnapshot.Instance);
        foreach (var ns in snapshot.Namespaces) Ask(new ToNamespace(ns.Name, new RemoveAll()));
        if (IsRestless) return;
        snapshot = (LabSnapshot)Ask(TakeSnapshot.Instance);
        if (snapshot.FramesOutstanding != 0) throw new InvalidOperationException($"{snapshot.FramesOutstanding} frames are neither delivered nor dropped.");
        if (snapshot.Actors != 0) throw new InvalidOperationException($"{snapshot.Actors} actors of devices have outlived them.");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _virtual.Dispose();
        return ValueTask.CompletedTask;
    }

    private (VirtualSystem System, IActorRef Lab) Begin()
    {
        var system = LoopSystem.CreateVirtual("fuzz", new LoopOptions { LogLevel = LogLevel.WarningLevel, LogSink = _failures.Add }, startNanoseconds: Start);
        var lab = system.System.ActorOf(LabActor.Configure(new LabSettings { PoolFrames = 4096, PoolBytes = 32L << 20 }), "lab");
        _ = lab.Ask<object>(new CreateNamespace(HomeNamespace, IsInitial: true));
        system.RunUntilIdle();
        return (system, lab);
    }

    private void CheckHealth()
    {
        if (_failures.FirstOrDefault(static f => f.Cause is not null) is not { } failure) return;
        _failures.Clear();
        throw new InvalidOperationException($"{failure.Source}: {failure.Message}", failure.Cause);
    }

    private void Quiet(Action run)
    {
        try
        {
            run();
        }
        catch (InvalidOperationException endless) when (endless is not ObjectDisposedException)
        {
            IsRestless = true;
            throw new ShellException("the lab does not come to rest", endless);
        }
    }
}
