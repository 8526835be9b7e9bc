using ActorNet.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace ActorNet.Linux.Namespaces;

/// <summary>
/// A handle to a network namespace of the machine. A named one is visible to <c>ip netns list</c> and outlives this process; an unnamed one
/// lives as long as its handle, or a thread or socket inside.
/// </summary>
public sealed class NetworkNamespace : IDisposable
{
    private readonly SafeFileHandle _handle;

    private NetworkNamespace(SafeFileHandle handle, NamespaceIdentity identity, NamespaceName? name)
    {
        _handle = handle;
        Identity = identity;
        Name = name;
    }

    /// <summary>What tells it from every other one, even from a later one of the same name.</summary>
    public NamespaceIdentity Identity { get; }

    /// <summary>Its name in <c>/run/netns</c>; null for an unnamed one.</summary>
    public NamespaceName? Name { get; private set; }

    /// <summary>Makes an unnamed namespace. Its identity is known before anything is visible, so it can be written down first.</summary>
    /// <exception cref="LinuxException">Not permitted, or no memory.</exception>
    public static NetworkNamespace CreateUnnamed() => NamespaceThread.RunInNew(OpenCurrent);

    /// <summary>Makes a named namespace, like <c>ip netns add</c>.</summary>
    /// <exception cref="ArgumentException">The name cannot be used.</exception>
    /// <exception cref="LinuxException">The name is taken (EEXIST), or not permitted. Nothing is left behind.</exception>
    public static NetworkNamespace Create(string name)
    {
        var checkedName = NamespaceName.Check(name);
        var made = CreateUnnamed();
        try
        {
            made.Publish(checkedName.Text);
            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>Opens a named namespace, whoever made it.</summary>
    /// <exception cref="ArgumentException">The name cannot be used.</exception>
    /// <exception cref="LinuxException">There is none of that name (ENOENT), or the file of that name is not a namespace
    /// (EINVAL).</exception>
    public static NetworkNamespace Open(string name)
    {
        var checkedName = NamespaceName.Check(name);
        return OpenPath(NamespaceDirectory.PathOf(checkedName), checkedName);
    }

    /// <summary>Opens the namespace of the calling thread.</summary>
    public static NetworkNamespace OpenCurrent()
    {
        var handle = LibC.OpenHandle("/proc/thread-self/ns/net", LibC.O_RDONLY);
        return new NetworkNamespace(handle, new NamespaceIdentity(Identify(handle), CookieOfThread()), null);
    }

    /// <summary>True when <c>/run/netns</c> has a file of that name.</summary>
    public static bool Exists(string name) => LibC.Identify(NamespaceDirectory.PathOf(NamespaceName.Check(name)), out _) == 0;

    /// <summary>Gives an unnamed namespace a name.</summary>
    /// <exception cref="LinuxException">The name is taken (EEXIST), or mounting is not permitted. Nothing is left behind.</exception>
    public void Publish(string name)
    {
        var checkedName = NamespaceName.Check(name);
        if (Name is not null) throw new InvalidOperationException($"the namespace has the name '{Name}' already.");
        NamespaceDirectory.Publish(_handle, checkedName);
        Name = checkedName;
    }

    /// <summary>
    /// Takes the name away, like <c>ip netns del</c>; the kernel destroys the namespace, and every interface made in it, once nothing
    /// holds it.
    /// </summary>
    /// <returns>False when there was nothing to do: no name, or the file of that name is gone or means another namespace, which is left
    /// alone.</returns>
    public bool Remove()
    {
        if (Name is null) return false;
        bool ours = LibC.Identify(NamespaceDirectory.PathOf(Name), out var found) == 0 && found == Identity.File;
        if (ours) NamespaceDirectory.Unpublish(Name);
        Name = null;
        return ours;
    }

    /// <summary>
    /// Runs code inside, on a thread of its own that ends with it, and waits. Sockets, TAPs and processes made by it stay inside.
    /// </summary>
    /// <exception cref="LinuxException">Not permitted. An exception of the code itself comes out unchanged.</exception>
    public T Run<T>(Func<T> body) => NamespaceThread.RunIn(_handle, Name?.Text ?? Identity.ToString(), body);

    /// <inheritdoc cref="Run{T}(Func{T})"/>
    public void Run(Action body) => Run(() =>
    {
        body();
        return 0;
    });

    /// <summary>Closes the handle; a name stays.</summary>
    public void Dispose() => _handle.Dispose();

    private static NetworkNamespace OpenPath(string path, NamespaceName name)
    {
        // Non-blocking, in case somebody has put a pipe there.
        var handle = LibC.OpenHandle(path, LibC.O_RDONLY | LibC.O_NONBLOCK);
        try
        {
            ulong cookie = NamespaceThread.RunIn(handle, name.Text, CookieOfThread);
            return new NetworkNamespace(handle, new NamespaceIdentity(Identify(handle), cookie), name);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static FileIdentity Identify(SafeFileHandle handle) =>
        LibC.Identify(handle, out var identity) == 0 ? identity : throw LinuxException.Last("statx of a network namespace");

    private static ulong CookieOfThread()
    {
        int socket = LibC.Socket(NetConstants.AF_INET, NetConstants.SOCK_DGRAM | NetConstants.SOCK_CLOEXEC, 0);
        if (socket < 0) throw LinuxException.Last("socket for the cookie of a network namespace");
        bool known = LibC.GetSockOpt(socket, NetConstants.SOL_SOCKET, NetConstants.SO_NETNS_COOKIE, out ulong cookie) == 0;
        LibC.Close(socket);
        return known ? cookie : 0;
    }
}
