using ActorNet.Linux;
using ActorNet.Node.State;

namespace ActorNet.Node.Hosting;

/// <summary>Makes the record of this process's topology.</summary>
internal static class RunRecords
{
    public static RunRecord Of(DaemonOptions options, string state)
    {
        using var self = ProcessHandle.Open(Environment.ProcessId) ?? throw new InvalidOperationException("this process does not exist.");
        var topology = options.Topology;
        return new RunRecord(
            topology.Name, state, self.ProcessId, self.StartTicks, DateTimeOffset.UtcNow, options.File, Environment.MachineName,
            [.. topology.Boxes.Select(b => b.Name)],
            [.. topology.Hosts.Select(h => new RunHost(h.Name, h.NamespaceName, h.Box, [.. h.Addresses.Select(a => a.ToString())]))]);
    }
}
