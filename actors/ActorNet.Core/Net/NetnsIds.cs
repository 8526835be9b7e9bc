using System.Diagnostics.CodeAnalysis;

namespace ActorNet.Core.Net;

/// <summary>
/// The numbers by which a namespace calls others (<c>net/core/net_namespace.c</c>): given by the user, or by the kernel the first time a link message has to name the
/// namespace at the far end of a link. A number stays until the namespace it means is gone.
/// </summary>
public sealed class NetnsIds
{
    private readonly Dictionary<NetNamespace, int> _byNamespace = new(ReferenceEqualityComparer.Instance);

    /// <summary>The numbers in use, with what they mean, lowest first.</summary>
    public IEnumerable<KeyValuePair<NetNamespace, int>> All => _byNamespace.OrderBy(p => p.Value);

    /// <summary>The number of a namespace; false when it has none yet.</summary>
    public bool TryGet(NetNamespace other, out int id) => _byNamespace.TryGetValue(other, out id);

    /// <summary>The namespace of a number; false when it is free.</summary>
    public bool TryFind(int id, [NotNullWhen(true)] out NetNamespace? other)
    {
        other = _byNamespace.FirstOrDefault(p => p.Value == id).Key;
        return other is not null;
    }

    /// <summary>The number of a namespace; the lowest free one is given when it has none.</summary>
    public int GetOrAllocate(NetNamespace other)
    {
        if (_byNamespace.TryGetValue(other, out var known)) return known;
        var id = 0;
        while (_byNamespace.ContainsValue(id)) id++;
        _byNamespace.Add(other, id);
        return id;
    }

    /// <summary>Gives a namespace a number (<c>ip netns set</c>).</summary>
    /// <exception cref="RtnlException">EEXIST: it has one already; ENOSPC as EINVAL: the number means another.</exception>
    public void Assign(NetNamespace other, int id)
    {
        if (_byNamespace.ContainsKey(other)) throw new RtnlException(Errno.EEXIST, "Peer netns already has a nsid assigned.");
        if (_byNamespace.ContainsValue(id)) throw new RtnlException(Errno.EEXIST, "The specified nsid is already used.");
        _byNamespace.Add(other, id);
    }

    /// <summary>Forgets a namespace that is gone.</summary>
    public void Remove(NetNamespace other) => _byNamespace.Remove(other);
}
