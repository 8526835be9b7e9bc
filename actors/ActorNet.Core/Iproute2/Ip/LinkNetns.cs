using System.Globalization;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>Numbers by which a namespace calls others (<c>net/core/net_namespace.c</c>).</summary>
internal static class LinkNetns
{
    /// <summary>The number of <paramref name="other"/> seen from <paramref name="ns"/>; a link message that names it gives it one.</summary>
    public static int IdOf(NetNamespace ns, NetNamespace other) => ns.NetnsIds.GetOrAllocate(other);

    /// <summary>What text output calls it: its name, or its number when it has none.</summary>
    public static string Describe(NetNamespace ns, NetNamespace other, bool byName = true)
    {
        var id = IdOf(ns, other);
        return other.IsInitial || !byName ? string.Create(CultureInfo.InvariantCulture, $"link-netnsid {id}") : "link-netns " + other.Name;
    }
}
