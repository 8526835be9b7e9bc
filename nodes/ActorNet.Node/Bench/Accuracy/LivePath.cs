using ActorNet.Core.Iproute2;
using ActorNet.Linux.Iproute;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>Two hosts of the machine and an ifb between them, in real time: one of actors between TAPs, or the kernel's own between veth pairs.</summary>
internal sealed class LivePath : IAccuracyPath
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TapPath _ends;
    private readonly Func<string, CancellationToken, Task> _shape;
    private uint _runs;

    private LivePath(string name, TapPath ends, Func<string, CancellationToken, Task> shape)
    {
        Name = name;
        _ends = ends;
        _shape = shape;
    }

    public string Name { get; }

    /// <summary>TAPs, and a daemon of our own between them.</summary>
    /// <param name="scope">Whose it is.</param>
    /// <param name="busyPoll">Its loop never sleeps.</param>
    /// <param name="stop">Gives up; nothing is left then.</param>
    public static async Task<IAccuracyPath> StartTapAsync(BenchScope scope, bool busyPoll, CancellationToken stop)
    {
        var ends = (ActorNetPath)await ActorNetPath.StartAsync(scope, busyPoll, stop).ConfigureAwait(false);
        return new LivePath(busyPoll ? AccuracyPaths.BusyPoll : AccuracyPaths.Tap, ends, (line, cancel) => ShapeOwnAsync(ends.Socket, line, cancel));
    }

    /// <summary>veth pairs and the running kernel's ifb.</summary>
    public static async Task<IAccuracyPath> StartKernelAsync(BenchScope scope, CancellationToken stop)
    {
        var ends = (KernelPath)await KernelPath.StartAsync(scope, stop).ConfigureAwait(false);
        return new LivePath(AccuracyPaths.Kernel, ends, (line, cancel) => BenchScope.RunAsync(IprouteTool.Tc, ends.Box, line, cancel));
    }

    /// <summary>The kernel's own: those of its qdiscs that a kernel without modules for emulation has; it draws no chances from a seed of ours.</summary>
    public bool Takes(Experiment experiment) => !IsKernel || !experiment.IsRandom;

    private bool IsKernel => string.Equals(Name, AccuracyPaths.Kernel, StringComparison.Ordinal);

    public async Task<Observation> RunAsync(Experiment experiment, ulong seed, CancellationToken stop)
    {
        // The first line succeeds whatever is there, and the second one then has something to delete.
        await _shape($"qdisc replace dev {Experiment.Device} root pfifo", stop).ConfigureAwait(false);
        await _shape($"qdisc del dev {Experiment.Device} root", stop).ConfigureAwait(false);
        foreach (var line in experiment.Seeded(seed)) await _shape(line, stop).ConfigureAwait(false);
        var run = ++_runs;
        var seen = await Task.Run(() => LiveMeter.Measure(_ends, experiment.Traffic, experiment.Rest, run, stop), stop).ConfigureAwait(false);
        return seen.Arrivals.Count > 0 ? seen : throw new NodeException($"path '{Name}' carried no frame with '{experiment.Qdisc}'.");
    }

    public ValueTask DisposeAsync() => _ends.DisposeAsync();

    private static async Task ShapeOwnAsync(string socket, string line, CancellationToken stop)
    {
        var answer = await ControlClient.AskAsync(socket, ControlRequest.Run("lab", ["tc", .. CommandLine.Split(line)]), Patience, stop).ConfigureAwait(false);
        if (answer.Error is not null || answer.ExitCode != 0) throw new NodeException($"'tc {line}' was refused: {answer.Error ?? answer.Complaint?.TrimEnd()}");
    }
}
