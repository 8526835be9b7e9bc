using System.Runtime.CompilerServices;
using ActorNet.Engine.Loops;
using Xunit.Abstractions;

namespace ActorNet.Engine.TestKit;

/// <summary>What all kits and probes of one system share: its clock, its settings, its log, names of test actors.</summary>
internal sealed class KitSystem
{
    private static readonly ConditionalWeakTable<ActorSystem, KitSystem> Known = [];

    private readonly Lock _gate = new();
    private readonly LocalActorSystem _system;
    private LogScope[] _scopes = [];
    private ITestOutputHelper? _output;
    private DeadLetterListener? _deadLetters;
    private int _testActors;

    private KitSystem(ActorSystem system, KitSettings settings)
    {
        _system = system as LocalActorSystem ?? throw new ArgumentException("The system belongs to another engine.", nameof(system));
        Settings = settings;
        Clock = _system.Virtual is { } machine ? new VirtualKitClock(machine) : new RealKitClock();
        _system.LogSink.Tap(OnEntry);
    }

    internal KitSettings Settings { get; }

    internal KitClock Clock { get; }

    internal ActorSystem System => _system;

    /// <summary>The virtual system; null for one on threads.</summary>
    internal VirtualSystem? Machine => (Clock as VirtualKitClock)?.Machine;

    /// <summary>A virtual system of the configuration, and what belongs to it.</summary>
    internal static KitSystem Create(Config config, string? name)
    {
        var whole = config.WithFallback(TestConfigs.DefaultConfig);
        var settings = KitSettings.Read(whole);
        var machine = LoopSystem.CreateVirtual(name ?? "test", EngineSettings.Read(whole), settings.Interleaving);
        if (settings.UsesTestScheduler) ((LocalActorSystem)machine.System).UseScheduler(new TestScheduler(machine));
        var made = new KitSystem(machine.System, settings);
        Known.Add(machine.System, made);
        return made;
    }

    /// <summary>What belongs to a system that somebody else made.</summary>
    internal static KitSystem Of(ActorSystem system) => Known.GetValue(system, static found => new KitSystem(found, KitSettings.Default));

    internal string NextTestActorName() => $"testActor{Interlocked.Increment(ref _testActors)}";

    /// <summary>Where log entries go from now on that no filter takes; instead of standard error.</summary>
    internal void WriteTo(ITestOutputHelper output) => _output = output;

    internal void Add(LogScope scope)
    {
        lock (_gate) _scopes = [.. _scopes, scope];
        if (scope.TakesDeadLetters) ListenForDeadLetters();
    }

    internal void Remove(LogScope scope)
    {
        lock (_gate) _scopes = [.. _scopes.Where(other => !ReferenceEquals(other, scope))];
    }

    internal void OnDeadLetter(DeadLetter letter)
    {
        foreach (var scope in Volatile.Read(ref _scopes)) scope.Offer(letter);
        Clock.Pulse();
    }

    /// <summary>Every entry of the system comes by here first; any thread.</summary>
    /// <returns>True when it shall go no further.</returns>
    private bool OnEntry(EngineLogEntry entry)
    {
        var isTaken = false;
        foreach (var scope in Volatile.Read(ref _scopes)) isTaken |= scope.Offer(entry);
        if (isTaken) Clock.Pulse();
        if (isTaken || _output is not { } output) return isTaken;
        if (entry.Level >= Settings.OutputLevel) output.WriteLine(Line(entry));
        return true;
    }

    private string Line(EngineLogEntry entry)
    {
        var level = entry.Level.ToString().Replace("Level", "", StringComparison.Ordinal);
        return $"[{level}] [{Clock.Describe()}] [{entry.Source}] {entry.Message}{(entry.Cause is null ? "" : "\n" + entry.Cause)}";
    }

    private void ListenForDeadLetters()
    {
        lock (_gate)
        {
            if (_deadLetters is not null) return;
            _deadLetters = new DeadLetterListener(this);
        }
        _system.EventStream.Subscribe<DeadLetter>(_deadLetters);
    }
}
