using ActorNet.Node.Cli;
using ActorNet.Node.Hosting;

namespace ActorNet.Node.Bench;

/// <summary>The programs that <c>bench tap</c> calls, and the packages of Debian they come from.</summary>
internal static class BenchTools
{
    /// <summary>Checks before anything is made that all is there.</summary>
    /// <exception cref="NodeException">With <see cref="ExitCodes.Lacking"/>: names each missing program and how to get it.</exception>
    public static void Check(TapBenchOptions options)
    {
        if (Lacks(options, Prerequisites.OnPath) is { } lacks) throw NodeException.Lacking(lacks);
        if (Prerequisites.FirstLack() is { } lack) throw NodeException.Lacking($"bench tap: {lack}");
    }

    /// <summary>What is missing as a sentence with its remedy; null when nothing is.</summary>
    /// <param name="options">What shall be measured.</param>
    /// <param name="isThere">Whether a program is on the path.</param>
    public static string? Lacks(TapBenchOptions options, Func<string, bool> isThere)
    {
        var missing = Needed(options).Where(tool => !isThere(tool.Program)).ToArray();
        if (missing.Length == 0) return null;
        var packages = string.Join(' ', missing.Select(tool => tool.Package).Distinct(StringComparer.Ordinal));
        return $"bench tap needs {string.Join(", ", missing.Select(tool => tool.Program))}. Install with: apt-get install {packages}"
            + (missing.Any(tool => string.Equals(tool.Package, "vde2", StringComparison.Ordinal)) ? " (or leave VDE out: --paths actornet,kernel)." : ".");
    }

    private static IEnumerable<(string Program, string Package)> Needed(TapBenchOptions options)
    {
        yield return ("ip", "iproute2");
        yield return ("tc", "iproute2");
        // Every path is tried with a ping before it is measured.
        yield return ("ping", "iputils-ping");
        if (options.Metrics.Contains(TapMetric.Tcp)) yield return ("iperf3", "iperf3");
        if (options.Metrics.Contains(TapMetric.Pps)) yield return ("trafgen", "netsniff-ng");
        if (!options.Paths.Contains(TapPaths.Vde, StringComparer.Ordinal)) yield break;
        yield return ("vde_switch", "vde2");
        yield return ("vde_plug2tap", "vde2");
    }
}
