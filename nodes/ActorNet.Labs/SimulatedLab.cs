using ActorNet.Actors;
using ActorNet.Actors.Hosts;
using ActorNet.Actors.Messages;
using ActorNet.Core.Iproute2;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using ActorNet.Hosts;
using ActorNet.Labs.Links;
using ActorNet.Topology;

namespace ActorNet.Labs;

/// <summary>
/// A topology on a virtual clock: its boxes made of actors, its hosts made of code, its schedule. No root, no thread, no real time: everything happens inside the calls,
/// and the same calls with the same seeds give the same run. Use it from one thread at a time, never from inside an actor.
/// </summary>
public sealed class SimulatedLab : IDisposable
{
    /// <summary>Where the clock begins: far enough from zero that nothing takes the beginning for "never".</summary>
    private const long ClockStart = 10_000_000_000;

    /// <summary>Links that have just been made carry frames after this long at the latest (rule FLAG-03), on Linux as here; nobody wants to wait for that in every test.</summary>
    private const long CarrierTime = 1_000_000_000;

    private readonly Dictionary<string, IActorRef> _hosts = new(StringComparer.Ordinal);
    private readonly VirtualTimeProvider _timeOfDay;
    private readonly IActorRef _links;
    private readonly long _origin;
    private int _thread = Environment.CurrentManagedThreadId;

    private SimulatedLab(TopologyModel topology, SimulationOptions options)
    {
        Topology = topology;
        Virtual = LoopSystem.CreateVirtual(topology.Name, LoopsOf(topology, options), options.Interleaving, ClockStart);
        try
        {
            Lab = Virtual.System.ActorOf(LabActor.Configure(SettingsOf(topology, options)), "lab");
            foreach (var host in topology.Hosts) _hosts.Add(host.Name, Virtual.System.ActorOf(RecipeOf(host, topology), "host-" + host.Name));
            Build();
            Advance(CarrierTime);
            _timeOfDay = new VirtualTimeProvider(Virtual);
            Journal = new EventJournal(topology.Name, _timeOfDay);
            _links = Virtual.System.ActorOf(LinksActor.Configure(Lab, topology, Journal), "links");
            _origin = Virtual.Now;
            _links.Tell(new BeginLinks(), ActorRefs.NoSender);
            RunUntilIdle();
        }
        catch
        {
            Virtual.Dispose();
            throw;
        }
    }

    /// <summary>What runs; with the seed that was asked for.</summary>
    public TopologyModel Topology { get; }

    /// <summary>The actors' system and its clock.</summary>
    public VirtualSystem Virtual { get; }

    /// <summary>The actor of the lab.</summary>
    public IActorRef Lab { get; }

    /// <summary>The actors of the hosts, which take the messages of <see cref="HostActor"/>, by name.</summary>
    public IReadOnlyDictionary<string, IActorRef> Hosts => _hosts;

    /// <summary>What happened to links so far, with virtual times.</summary>
    public EventJournal Journal { get; }

    /// <summary>Virtual nanoseconds since the topology was up: the time of its schedule.</summary>
    public long Elapsed => Virtual.Now - _origin;

    /// <summary>Builds it and waits until its links carry frames; then the time of its schedule begins.</summary>
    /// <param name="topology">A checked topology.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="LabException">A step was refused, or the lab does not come to rest.</exception>
    public static SimulatedLab Start(TopologyModel topology, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(topology);
        options ??= new SimulationOptions();
        return new SimulatedLab(options.Seed is { } seed && seed != topology.Seed ? topology.WithSeed(seed) : topology, options);
    }

    /// <summary>Asks the lab's actor; everything that the request causes at this instant has happened when the answer is there.</summary>
    /// <exception cref="LabException">There is no answer, or the lab does not come to rest.</exception>
    public object Ask(object request) => Ask<object>(Lab, request);

    /// <summary>Asks an actor of the lab for something it answers at once.</summary>
    /// <exception cref="LabException">There is no answer of that type, or the lab does not come to rest.</exception>
    public T Ask<T>(IActorRef actor, object request)
    {
        MoveToThisThread();
        var answer = actor.Ask<object>(request);
        RunUntilIdle();
        return answer.IsCompleted ? Answer<T>(answer, request) : throw new LabException($"{actor.Path} gave no answer to {request}.");
    }

    /// <summary>Asks an actor of the lab and lets virtual time pass until it has answered.</summary>
    /// <exception cref="LabException">Nothing will happen any more and there is no answer, or the lab does not come to rest.</exception>
    public T Await<T>(IActorRef actor, object request)
    {
        MoveToThisThread();
        var answer = actor.Ask<object>(request);
        RunUntilIdle();
        while (!answer.IsCompleted)
        {
            if (!TryAdvanceToNext()) throw new LabException($"{actor.Path} gave no answer to {request}, and nothing will happen any more.");
        }

        return Answer<T>(answer, request);
    }

    /// <summary>Runs a command of ip, tc, bridge or ethtool in a box; a box that does not exist is a refusal in iproute2's words.</summary>
    /// <param name="box">Name of the box.</param>
    /// <param name="words">The words of the line, program first.</param>
    /// <exception cref="LabException">The lab does not come to rest.</exception>
    public CommandResult Run(string box, IReadOnlyList<string> words) => Ask(new ToNamespace(box, new RunCommand(words))) switch
    {
        CommandDone done => done.Result,
        Refused refused => new CommandResult(1, "", refused.Reason + "\n"),
        var other => throw new LabException($"the lab answered {other.GetType().Name} to a command."),
    };

    /// <summary>All counters at this instant.</summary>
    public LabSnapshot Snapshot() => Ask<LabSnapshot>(Lab, TakeSnapshot.Instance);

    /// <summary>Changes a link as <c>link set</c> does.</summary>
    /// <param name="link">Its name or that of one direction; <see cref="LinksActor.All"/> for all.</param>
    /// <param name="words">What is to happen, such as <c>delay 20ms</c>, <c>down</c>, <c>reset</c>.</param>
    public LinksChanged ChangeLinks(string link, params string[] words) => Ask<LinksChanged>(_links, new ChangeLinks(link, words));

    /// <summary>What holds for links.</summary>
    /// <param name="link">One of them; null for all.</param>
    public LinkStates TakeLinks(string? link = null) => Ask<LinkStates>(_links, new TakeLinkStates(link));

    /// <summary>Lets virtual time pass; what is due on the way happens on the way.</summary>
    /// <param name="nanoseconds">Not negative.</param>
    /// <exception cref="LabException">The lab does not come to rest at some instant.</exception>
    public void Advance(long nanoseconds)
    {
        MoveToThisThread();
        Restless(() => Virtual.Advance(nanoseconds));
    }

    /// <summary>Runs all that can run at this instant.</summary>
    /// <exception cref="LabException">The lab does not come to rest.</exception>
    public void RunUntilIdle()
    {
        MoveToThisThread();
        Restless(() => Virtual.RunUntilIdle());
    }

    /// <summary>Goes on to the next instant at which something is due, and runs it; false when nothing will happen any more.</summary>
    /// <exception cref="LabException">The lab does not come to rest.</exception>
    public bool TryAdvanceToNext()
    {
        if (Virtual.NextDeadline is not { } next) return false;
        Advance(Math.Max(0, next - Virtual.Now));
        return true;
    }

    /// <summary>Ends all actors without asking them anything. For what must be empty afterwards, remove the devices first.</summary>
    public void Dispose() => Virtual.Dispose();

    /// <summary>A caller that waited in between may go on on another thread; the frames' pool has to know.</summary>
    private void MoveToThisThread()
    {
        if (_thread == Environment.CurrentManagedThreadId) return;
        _thread = Environment.CurrentManagedThreadId;
        _ = Lab.Ask<object>(MoveToThread.Instance);
        Restless(() => Virtual.RunUntilIdle());
    }

    private void Build()
    {
        var runner = new PlanRunner(request => Task.FromResult(Ask(request)), port => sink => new HostWire(sink, _hosts[port]));
        foreach (var step in TopologyPlan.For(Topology).Steps) runner.PerformAsync(step).GetAwaiter().GetResult();
    }

    private static T Answer<T>(Task<object> answer, object request) =>
        answer.GetAwaiter().GetResult() is T expected ? expected : throw new LabException($"the answer to {request} is {answer.Result}.");

    private static void Restless(Action run)
    {
        try
        {
            run();
        }
        catch (InvalidOperationException endless)
        {
            throw new LabException("the lab does not come to rest: a frame goes round for ever (a ring of bridges, redirects that send to each other?). " + endless.Message, endless);
        }
    }

    private static LoopOptions LoopsOf(TopologyModel topology, SimulationOptions options)
    {
        var defaults = new LoopOptions();
        return defaults with
        {
            Throughput = topology.Engine.Throughput ?? defaults.Throughput,
            MailboxLimit = topology.Engine.MailboxLimit ?? defaults.MailboxLimit,
            LogSink = options.Log,
        };
    }

    private static LabSettings SettingsOf(TopologyModel topology, SimulationOptions options) =>
        new() { Seed = topology.Seed, PoolFrames = options.PoolFrames, PoolBytes = options.PoolBytes, OnHop = options.OnHop, Faults = options.Faults };

    private static Props RecipeOf(Host host, TopologyModel topology)
    {
        try
        {
            return HostActor.Configure(SettingsOf(host, topology));
        }
        catch (HostStackException refused)
        {
            throw new LabException($"{host.Origin}: host {host.Name} cannot be simulated: {refused.Message}", refused);
        }
    }

    private static HostSettings SettingsOf(Host host, TopologyModel topology) => new()
    {
        Mac = host.Mac,
        Addresses = [.. host.Addresses.Select(a => new HostAddress(a.Address, a.PrefixLength))],
        Gateways = host.Gateways,
        // Ports take larger packets than hosts made of code send.
        Mtu = Math.Min(host.Mtu, StackSettings.MaxMtu),
        Ecn = topology.Traffic.OfType<TcpFlow>().Any(f => f.Ecn && string.Equals(f.From, host.Name, StringComparison.Ordinal)),
        // Hosts differ by their addresses, and those by the seed unless the file gives them.
        Seed = topology.Seed ^ host.Mac.Value,
    };
}
