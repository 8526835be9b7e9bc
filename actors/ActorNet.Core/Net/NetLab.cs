namespace ActorNet.Core.Net;

/// <summary>The namespaces of one topology by name, so that commands can speak of another one (<c>netns NAME</c>, a veth's far end).</summary>
public sealed class NetLab
{
    /// <summary>Most namespaces of a lab.</summary>
    public const int MaxNamespaces = 65536;

    private readonly SortedDictionary<string, NetNamespace> _namespaces = new(StringComparer.Ordinal);

    /// <summary>All namespaces, by name.</summary>
    public IReadOnlyCollection<NetNamespace> Namespaces => _namespaces.Values;

    /// <summary>Adds a namespace.</summary>
    /// <exception cref="RtnlException">EEXIST: the name is taken; ENOMEM: there are too many.</exception>
    public void Add(NetNamespace ns)
    {
        if (_namespaces.Count >= MaxNamespaces) throw new RtnlException(Errno.ENOMEM);
        if (!_namespaces.TryAdd(ns.Name, ns)) throw new RtnlException(Errno.EEXIST);
    }

    /// <summary>Forgets a namespace; its devices are its owner's business.</summary>
    public bool Remove(string name) => _namespaces.Remove(name);

    /// <summary>The namespace of that name; null when there is none.</summary>
    public NetNamespace? Find(string name) => _namespaces.GetValueOrDefault(name);
}
