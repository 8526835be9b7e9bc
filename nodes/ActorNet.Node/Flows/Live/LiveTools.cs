using ActorNet.Node.Cli;
using ActorNet.Node.Hosting;
using ActorNet.Topology;

namespace ActorNet.Node.Flows.Live;

/// <summary>The programs that send live traffic, and the packages of Debian they come from.</summary>
internal static class LiveTools
{
    /// <summary>Checks before anything is made that all is there.</summary>
    /// <exception cref="NodeException">With <see cref="ExitCodes.Lacking"/>: names what is missing and how to get it.</exception>
    public static void Check(TopologyModel topology)
    {
        if (Lacks(topology.Traffic, Prerequisites.OnPath) is { } lacks) throw NodeException.Lacking(lacks);
        Prerequisites.Check(topology);
    }

    /// <summary>What is missing as a sentence with its remedy; null when nothing is.</summary>
    /// <param name="traffic">What shall be sent.</param>
    /// <param name="isThere">Whether a program is on the path.</param>
    public static string? Lacks(IReadOnlyList<TrafficFlow> traffic, Func<string, bool> isThere)
    {
        var kinds = traffic.Select(f => f.Kind).ToHashSet();
        var missing = new List<(string Program, string Package)>();
        if (kinds.Contains(FlowKind.Ping) && !isThere("ping")) missing.Add(("ping", "iputils-ping"));
        if ((kinds.Contains(FlowKind.Tcp) || kinds.Contains(FlowKind.Udp)) && !isThere("iperf3")) missing.Add(("iperf3", "iperf3"));
        return missing.Count == 0
            ? null
            : $"live traffic needs {string.Join(" and ", missing.Select(m => m.Program))}. Install with: apt-get install {string.Join(' ', missing.Select(m => m.Package))} (or simulate: actornet sim).";
    }
}
