using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using ActorNet.Labs.Links;
using ActorNet.Linux.Loops;
using ActorNet.Linux.Tap;
using ActorNet.Node.Cli;
using ActorNet.Node.Settings;

namespace ActorNet.Node.Hosting;

/// <summary>The boxes of a topology on a thread of this process: one actor system, one lab, the TAPs' wires on the lab's loop.</summary>
internal sealed class EmulatedLab : IAsyncDisposable
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(30);

    private readonly ActorSystem _system;
    private readonly IActorRef _lab;
    private readonly List<string> _boxes = [];
    private IActorRef? _links;

    private EmulatedLab(ActorSystem system, IActorRef lab)
    {
        _system = system;
        _lab = lab;
    }

    /// <summary>Starts the loops.</summary>
    /// <param name="topology">Names the system; its engine settings go before those of the node.</param>
    /// <param name="settings">The node's settings.</param>
    /// <param name="log">Takes the engine's log.</param>
    public static EmulatedLab Start(TopologyModel topology, NodeSettings settings, Action<EngineLogEntry> log)
    {
        var system = LoopSystem.Create(topology.Name, OptionsFor(topology, settings, log));
        var lab = LabActor.Configure(new LabSettings { PoolFrames = settings.PoolFrames, PoolBytes = settings.PoolBytes });
        return new EmulatedLab(system, system.ActorOf(lab.WithDispatcher(Dispatchers.Loop(0)), "lab"));
    }

    /// <summary>The time on the lab's clock; may be read on any thread.</summary>
    public Instant Now => new(_system.Scheduler.HighResMonotonicClock.Ticks * TimeSpan.NanosecondsPerTick);

    /// <summary>Asks the lab.</summary>
    public async Task<object> AskAsync(object request)
    {
        var answer = await AskAsync(_lab, request).ConfigureAwait(false);
        if (answer is NamespaceCreated created) _boxes.Add(created.Name);
        return answer;
    }

    /// <summary>Everything is made: links can be changed from now on, and the schedule's time begins.</summary>
    public void BeginLinks(TopologyModel topology, EventJournal journal)
    {
        _links = _system.ActorOf(LinksActor.Configure(_lab, topology, journal).WithDispatcher(Dispatchers.Loop(0)), "links");
        _links.Tell(new BeginLinks(), ActorRefs.NoSender);
    }

    /// <summary>Asks the actor of links.</summary>
    public async Task<T> AskLinksAsync<T>(object request) =>
        (T)await AskAsync(_links ?? throw new InvalidOperationException("the topology is not up."), request).ConfigureAwait(false);

    private static async Task<object> AskAsync(IActorRef actor, object request)
    {
        try
        {
            return await actor.Ask<object>(request, AnswerTime).ConfigureAwait(false);
        }
        catch (AskTimeoutException late)
        {
            throw new NodeException($"the emulation gave no answer to {request.GetType().Name} within {AnswerTime.TotalSeconds:0} s; the log says why.", ExitCodes.Failed, late);
        }
    }

    /// <summary>How a port gets its TAP: called on the lab's loop, which polls the TAP until the loop ends. Closing the TAP after that is the caller's.</summary>
    public static Func<IWireSink, IWire> WireTo(TapDevice tap) => sink => TapPort.Attach(EventLoop.Current!.Poller, tap, sink);

    /// <summary>Runs a command in a box; a box that does not exist is a refusal in iproute2's words.</summary>
    public async Task<CommandResult> RunAsync(string box, IReadOnlyList<string> words) =>
        await AskAsync(new ToNamespace(box, new RunCommand(words))).ConfigureAwait(false) switch
        {
            CommandDone done => done.Result,
            Refused refused => new CommandResult(1, "", refused.Reason + "\n"),
            var other => throw new NodeException($"the emulation answered {other.GetType().Name}"),
        };

    /// <summary>All counters.</summary>
    public async Task<LabSnapshot> SnapshotAsync() => (LabSnapshot)await AskAsync(TakeSnapshot.Instance).ConfigureAwait(false);

    /// <summary>Removes the devices and ends the loops; nobody reads or writes the TAPs any more.</summary>
    public async ValueTask DisposeAsync()
    {
        _links?.Tell(PoisonPill.Instance, ActorRefs.NoSender);
        foreach (var box in _boxes) await AskAsync(new ToNamespace(box, new RemoveAll())).ConfigureAwait(false);
        await _system.Terminate().WaitAsync(AnswerTime).ConfigureAwait(false);
    }

    private static LoopOptions OptionsFor(TopologyModel topology, NodeSettings settings, Action<EngineLogEntry> log)
    {
        var own = topology.Engine;
        var loops = own.Loops ?? settings.Loops;
        return new LoopOptions
        {
            // All actors of a lab share a loop, so a daemon, which has one lab, has no use for a second one unless it is told so.
            Loops = loops == 0 ? 1 : loops,
            Throughput = own.Throughput ?? settings.Throughput,
            SpinNanoseconds = own.SpinNanoseconds ?? settings.SpinNanoseconds,
            TimerLeadNanoseconds = own.TimerLeadNanoseconds ?? settings.TimerLeadNanoseconds,
            BusyPoll = own.BusyPoll ?? settings.BusyPoll,
            MailboxLimit = own.MailboxLimit ?? settings.MailboxLimit,
            NameThreads = own.NameThreads ?? settings.NameThreads,
            PollerFactory = static () => new EpollPoller(),
            LogSink = log,
        };
    }
}
