using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Labs;

namespace ActorNet.TestKit;

/// <summary>
/// An emulated network inside a test: a topology with built-in hosts on a virtual clock. Nothing happens but in calls, on the caller's thread; the same calls with the same seed give the same
/// run, frame by frame. Use it from one thread at a time, and dispose of it: that checks that no frame was forgotten and no actor failed.
/// </summary>
public sealed partial class Lab : IDisposable
{
    private readonly SimulatedLab _simulation;
    private readonly ThrownInTest _thrown = new();
    private readonly EngineWatch _engine = new();
    private readonly FaultPlan _faults = new();
    private readonly Dictionary<string, LabHost> _hosts = new(StringComparer.Ordinal);
    private readonly long _origin;
    private int _flows;

    private Lab(LabPlan plan, LabOptions options)
    {
        Plan = plan;
        Options = options;
        Trace = new LabTrace(options.TraceRoom);
        try
        {
            _simulation = SimulatedLab.Start(plan.Topology, SettingsOf(options));
        }
        catch
        {
            _thrown.Dispose();
            throw;
        }

        _origin = _simulation.Virtual.Now - _simulation.Elapsed;
        Trace.Origin = _origin;
        foreach (var host in _simulation.Topology.Hosts) _hosts.Add(host.Name, new LabHost(this, _simulation.Hosts[host.Name], host));
    }

    /// <summary>What it was started from: another lab can be, too.</summary>
    public LabPlan Plan { get; }

    /// <summary>How it is run.</summary>
    public LabOptions Options { get; }

    /// <summary>The topology, with the seed that was asked for.</summary>
    public TopologyModel Topology => _simulation.Topology;

    /// <summary>Where every frame has been.</summary>
    public LabTrace Trace { get; }

    /// <summary>Virtual time since the topology was up, to 100 ns: the time of its schedule.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(_simulation.Elapsed / TimeSpan.NanosecondsPerTick);

    /// <summary>What runs underneath, for what this class does not offer.</summary>
    public SimulatedLab Simulation => _simulation;

    /// <summary>All counters at this instant.</summary>
    public LabCounters Counters => new(Topology, TakeSnapshot());

    /// <summary>All hosts, by name.</summary>
    public IReadOnlyDictionary<string, LabHost> Hosts => _hosts;

    /// <summary>Starts a topology file.</summary>
    /// <param name="path">As for <see cref="LabPlan.FromFile"/>.</param>
    /// <param name="seed">Stands in for the seed of the file; null leaves it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ActorNet.Topology.TopologyException">The file has mistakes.</exception>
    public static Lab FromFile(string path, ulong? seed = null, LabOptions? options = null) => Start(LabPlan.FromFile(path), With(seed, options));

    /// <summary>Starts the text of a topology file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seed">Stands in for the seed of the text; null leaves it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ActorNet.Topology.TopologyException">The text has mistakes.</exception>
    public static Lab FromText(string text, ulong? seed = null, LabOptions? options = null) => Start(LabPlan.FromText(text), With(seed, options));

    /// <summary>Starts a topology that is built in code.</summary>
    /// <param name="build">Builds it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ActorNet.Topology.TopologyException">It has mistakes.</exception>
    public static Lab Build(Action<TopologyBuilder> build, LabOptions? options = null) => Start(LabPlan.Build(build), options);

    /// <summary>Starts a plan.</summary>
    /// <param name="plan">The plan, which is not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    public static Lab Start(LabPlan plan, LabOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        options ??= new LabOptions();
        if (options.TraceRoom < 1) throw new ArgumentOutOfRangeException(nameof(options), options.TraceRoom, "TraceRoom has to be 1 or more.");
        return new Lab(plan, options);
    }

    /// <summary>A built-in host.</summary>
    /// <param name="name">Its name in the topology.</param>
    /// <exception cref="LabFailureException">There is none of that name; the message lists them.</exception>
    public LabHost Host(string name) => _hosts.TryGetValue(name, out var host) ? host : throw NameBook.Unknown("host", name, _hosts.Keys);

    /// <summary>Watches a device from now on.</summary>
    /// <param name="device"><c>box:device</c>; the name of a host means its port, and the device alone is enough where only one box has it. At most 16 watch one device.</param>
    /// <exception cref="LabFailureException">There is none of that name; the message lists them.</exception>
    public Probe Probe(string device)
    {
        var probe = new Probe(this, PlaceOf(device), FirstProbe + _probes.Count);
        _probes.Add(probe);
        return probe;
    }

    /// <summary>All counters as a text that is the same wherever and whenever the test runs: made to be committed and compared.</summary>
    public string Snapshot() => SnapshotText.Of(TakeSnapshot(), _simulation.Elapsed);

    internal int NextFlow() => ++_flows;

    /// <summary>Nanoseconds since the lab was up.</summary>
    internal long Since(Instant time) => time.Nanoseconds - _origin;

    private static LabOptions With(ulong? seed, LabOptions? options) => (options ?? new LabOptions()) is var given && seed is null ? given : given with { Seed = seed };

    private SimulationOptions SettingsOf(LabOptions options) => new()
    {
        Seed = options.Seed,
        Interleaving = options.Interleaving,
        OnHop = options.Trace ? Trace.Add : null,
        Faults = _faults,
        PoolFrames = options.PoolFrames,
        PoolBytes = options.PoolBytes,
        Log = _engine.Add,
    };

    private LabPlace PlaceOf(string device)
    {
        ArgumentException.ThrowIfNullOrEmpty(device);
        return new NameBook(Topology, TakeSnapshot()).Device(device);
    }

    private LabSnapshot TakeSnapshot() => Inside(_simulation.Snapshot);
}
