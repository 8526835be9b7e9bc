using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Engine;
using ActorNet.Engine.Loops;
using ActorNet.Labs;
using ActorNet.Node.Cli;
using ActorNet.Topology;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>The topology of the real path on the virtual clock, made anew for each experiment: hosts are a source and a sink in this process.</summary>
internal sealed class VirtualPath : IAccuracyPath
{
    /// <summary>Far enough from zero that nothing takes the beginning for "never".</summary>
    private const long Start = 10_000_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Name => AccuracyPaths.Virtual;

    public bool Takes(Experiment experiment) => true;

    public async Task<Observation> RunAsync(Experiment experiment, ulong seed, CancellationToken stop)
    {
        var topology = TopologyLoader.LoadText(ActorNetPath.Text("accuracy", busyPoll: false), "accuracy.conf").OrThrow();
        using var machine = LoopSystem.CreateVirtual(topology.Name, startNanoseconds: Start);
        var lab = machine.System.ActorOf(LabActor.Configure(new LabSettings()), "lab");
        var frame = new ProbeFrame(experiment.Traffic, run: 1);
        var observation = new Observation(experiment.Traffic);
        var source = machine.System.ActorOf(ProbeSource.Configure(frame), "source");
        var runner = new PlanRunner(AskAsync, port => sink => Wire(port, sink));
        foreach (var step in TopologyPlan.For(topology).Steps) await runner.PerformAsync(step).ConfigureAwait(false);
        foreach (var line in experiment.Seeded(seed)) await ShapeAsync(line).ConfigureAwait(false);

        for (var sequence = 0; sequence < experiment.Traffic.Frames; sequence++)
        {
            stop.ThrowIfCancellationRequested();
            if (sequence > 0) machine.Advance(experiment.Traffic.Interval);
            observation.OnSent(sequence, machine.Now);
            source.Tell(new SendProbe(sequence), ActorRefs.NoSender);
            machine.RunUntilIdle();
        }

        machine.Advance(experiment.Rest);
        return observation;

        IWire Wire(string port, IWireSink sink)
        {
            if (string.Equals(port, "alice", StringComparison.Ordinal)) source.Tell(new PlugProbe(sink), ActorRefs.NoSender);
            return new ProbeSink(frame, observation, () => machine.Now);
        }

        async Task<object> AskAsync(object request)
        {
            var answer = lab.Ask<object>(request, Patience);
            machine.RunUntilIdle();
            return await answer.ConfigureAwait(false);
        }

        async Task ShapeAsync(string line)
        {
            var words = new RunCommand(["tc", .. CommandLine.Split(line)]);
            var answer = await AskAsync(new ToNamespace("lab", words)).ConfigureAwait(false);
            if (answer is not CommandDone { Result.ExitCode: 0 })
                throw new NodeException($"'tc {line}' was refused: {(answer as CommandDone)?.Result.Error.TrimEnd()}");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
