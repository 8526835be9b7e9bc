using System.Diagnostics.CodeAnalysis;
using ActorNet.Linux.Namespaces;
using ActorNet.Topology;

namespace ActorNet.Node.Flows.Live;

/// <summary>Makes hosts ask for explicit congestion notification as long as it is not disposed: <c>net.ipv4.tcp_ecn</c> of their namespaces, which holds for IPv6, too.</summary>
internal sealed class EcnSwitch : IDisposable
{
    private const string Setting = "/proc/sys/net/ipv4/tcp_ecn";
    private readonly List<(string Namespace, string Before)> _changed = [];

    /// <summary>Switches it on for the senders of TCP that say so.</summary>
    [SuppressMessage("Design", "MA0045", Justification = "A setting of the kernel is no file that anybody waits for.")]
    public EcnSwitch(TopologyModel topology, IReadOnlyDictionary<string, string> namespaces)
    {
        foreach (var host in topology.Traffic.OfType<TcpFlow>().Where(f => f.Ecn).Select(f => f.From).Distinct(StringComparer.Ordinal))
        {
            var name = namespaces[host];
            _changed.Add((name, Write(name, "1")));
        }
    }

    /// <summary>As it was.</summary>
    public void Dispose()
    {
        foreach (var (name, before) in _changed)
        {
            if (NetworkNamespace.Exists(name)) Write(name, before);
        }

        _changed.Clear();
    }

    private static string Write(string namespaceName, string value)
    {
        using var found = NetworkNamespace.Open(namespaceName);
        return found.Run(() =>
        {
            var before = File.ReadAllText(Setting).Trim();
            File.WriteAllText(Setting, value);
            return before;
        });
    }
}
