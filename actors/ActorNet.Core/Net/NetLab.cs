using System.Diagnostics.CodeAnalysis;

namespace ActorNet.Core.Net;

/// <summary>The namespaces of one topology by name, so that commands can speak of another one (<c>netns NAME</c>, a veth's far end).</summary>
public sealed class NetLab
{
    /// <summary>Most namespaces of a lab.</summary>
    public const int MaxNamespaces = 65536;

    /// <summary>Longest name of a namespace in bytes (NAME_MAX: it is the name of a file).</summary>
    public const int MaxName = 255;

    private readonly SortedDictionary<string, NetNamespace> _namespaces = new(StringComparer.Ordinal);
    private readonly List<NetNamespace> _named = [];

    /// <summary>What is done later under the lock, for all namespaces together; its host arms and runs it.</summary>
    public RtnlWork Work { get; } = new();

    /// <summary>All namespaces, by name.</summary>
    public IReadOnlyCollection<NetNamespace> Namespaces => _namespaces.Values;

    /// <summary>Namespaces that users can name, the newest first: the order in which <c>ip netns</c> finds their files.</summary>
    public IEnumerable<NetNamespace> Named => Enumerable.Reverse(_named);

    /// <summary>
    /// Makes a namespace of that name for <c>ip netns add</c>, its loopback device registered; the command adds it to the lab unless the factory did. Null: commands
    /// cannot make any.
    /// </summary>
    public Func<string, NetNamespace>? NamespaceFactory { get; set; }

    /// <summary>Frees what the host keeps for a namespace that <c>ip netns del</c> emptied and removed from the lab. Null: commands cannot remove any.</summary>
    public Action<NetNamespace>? NamespaceRemover { get; set; }

    /// <summary>Adds a namespace.</summary>
    /// <exception cref="RtnlException">EEXIST: the name is taken; ENOMEM: there are too many.</exception>
    public void Add(NetNamespace ns)
    {
        if (_namespaces.Count >= MaxNamespaces) throw new RtnlException(Errno.ENOMEM);
        if (!_namespaces.TryAdd(ns.Name, ns)) throw new RtnlException(Errno.EEXIST);
        if (!ns.IsInitial) _named.Add(ns);
        ns.Join(Work);
    }

    /// <summary>Forgets a namespace; its devices are its owner's business.</summary>
    public bool Remove(string name)
    {
        if (!_namespaces.Remove(name, out var ns)) return false;
        _named.Remove(ns);
        foreach (var other in _namespaces.Values) other.NetnsIds.Remove(ns);
        return true;
    }

    /// <summary>The namespace of that name; null when there is none.</summary>
    public NetNamespace? Find(string name) => _namespaces.GetValueOrDefault(name);

    /// <summary>The namespace that users call by that name: the initial one has no name.</summary>
    public bool TryFindNamed(string name, [NotNullWhen(true)] out NetNamespace? ns) => _namespaces.TryGetValue(name, out ns) && !ns.IsInitial;

    /// <summary>Makes a namespace and adds it.</summary>
    /// <exception cref="InvalidOperationException">The lab has no <see cref="NamespaceFactory"/>.</exception>
    /// <exception cref="RtnlException">EEXIST: the name is taken; ENOMEM: there are too many.</exception>
    public NetNamespace Create(string name)
    {
        if (NamespaceFactory is not { } make) throw new InvalidOperationException("This lab makes no namespaces; set NetLab.NamespaceFactory.");
        if (_namespaces.ContainsKey(name)) throw new RtnlException(Errno.EEXIST);
        if (_namespaces.Count >= MaxNamespaces) throw new RtnlException(Errno.ENOMEM);
        var ns = make(name);
        if (!_namespaces.ContainsKey(name)) Add(ns);
        return ns;
    }

    /// <summary>Destroys a namespace (rule DEV-09): its virtual devices go, the far ends of its veth pairs with them.</summary>
    /// <exception cref="InvalidOperationException">The lab has no <see cref="NamespaceRemover"/>.</exception>
    public void Destroy(NetNamespace ns)
    {
        if (NamespaceRemover is not { } remove) throw new InvalidOperationException("This lab removes no namespaces; set NetLab.NamespaceRemover.");
        Remove(ns.Name);
        ns.DeleteAll();
        remove(ns);
    }
}
