using ActorNet.Node.Cli;
using ActorNet.Node.Hosting;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>Which paths this machine can offer, and what makes them.</summary>
internal static class AccuracyMachine
{
    /// <summary>Whether a path needs namespaces, and so root.</summary>
    public static bool NeedsRoot(string path) => path is not AccuracyPaths.Virtual;

    /// <summary>Chooses the paths: those that were named, else all that need nothing that the machine lacks.</summary>
    /// <param name="options">What was asked for.</param>
    /// <returns>The paths, and a sentence for each that is left out.</returns>
    /// <exception cref="NodeException">A path was named, and the machine lacks something for it.</exception>
    public static (IReadOnlyList<string> Paths, IReadOnlyList<string> LeftOut) Choose(AccuracyOptions options)
    {
        if (options.Paths is { } named)
        {
            foreach (var path in named)
            {
                if (Lack(path) is { } lack) throw NodeException.Lacking($"bench accuracy, path '{path}': {lack}");
            }

            return (named, []);
        }

        var (chosen, leftOut) = (new List<string>(), new List<string>());
        foreach (var path in (string[])[AccuracyPaths.Virtual, AccuracyPaths.Tap, AccuracyPaths.Kernel])
        {
            if (Lack(path) is { } lack) leftOut.Add($"path '{path}' was left out: {lack}");
            else chosen.Add(path);
        }

        if (!options.UserMode) return (chosen, leftOut);
        if (UserModeKernel.Lack() is { } absent) leftOut.Add($"path '{AccuracyPaths.UserMode}' was left out: {absent}");
        else chosen.Add(AccuracyPaths.UserMode);
        return (chosen, leftOut);
    }

    /// <summary>Makes a path.</summary>
    /// <param name="name">Which.</param>
    /// <param name="scope">Whose it is.</param>
    /// <param name="experiments">What it will be asked for.</param>
    /// <param name="stop">Gives up.</param>
    public static Task<IAccuracyPath> StartAsync(string name, BenchScope scope, IReadOnlyList<Experiment> experiments, CancellationToken stop) => name switch
    {
        AccuracyPaths.Tap => LivePath.StartTapAsync(scope, busyPoll: false, stop),
        AccuracyPaths.BusyPoll => LivePath.StartTapAsync(scope, busyPoll: true, stop),
        AccuracyPaths.Kernel => LivePath.StartKernelAsync(scope, stop),
        AccuracyPaths.UserMode => UserModePath.StartAsync(scope, experiments, stop),
        _ => throw new ArgumentException($"path '{name}' needs nothing of the machine.", nameof(name)),
    };

    /// <summary>What the machine lacks for a path, with the remedy; null when nothing.</summary>
    private static string? Lack(string path)
    {
        if (!NeedsRoot(path)) return null;
        if (path is AccuracyPaths.UserMode) return UserModeKernel.Lack();
        if (Prerequisites.FirstLack() is { } lack) return lack;
        var missing = ((string[])["ip", "tc"]).Where(tool => !Prerequisites.OnPath(tool)).ToArray();
        return missing.Length == 0 ? null : $"{string.Join(", ", missing)} is missing. Install with: apt-get install iproute2.";
    }
}
