using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>Numbers by which a namespace calls others (<c>net/core/net_namespace.c</c>).</summary>
internal static class LinkNetns
{
    /// <summary>
    /// The number of <paramref name="other"/> seen from <paramref name="ns"/>: namespaces at the far ends of its links, counted in order of the links' numbers.
    /// </summary>
    public static int IdOf(NetNamespace ns, NetNamespace other)
    {
        var seen = new HashSet<NetNamespace>();
        foreach (var device in ns.Devices)
        {
            if (device.LinkPeer is not { } peer || ReferenceEquals(peer.Namespace, ns)) continue;
            if (ReferenceEquals(peer.Namespace, other)) break;
            seen.Add(peer.Namespace);
        }

        return seen.Count;
    }
}
