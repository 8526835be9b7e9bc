using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace ActorNet.Linux.Tap;

/// <summary>
/// A TAP interface whose other end is this process. It lives in the network namespace of the thread that opened it, may be moved and
/// renamed from outside while the queues stay usable, and disappears with its last queue (it is never persistent). An open queue keeps the
/// namespace where it was opened alive, even if its name is taken away.
/// </summary>
/// <seealso href="https://docs.kernel.org/networking/tuntap.html">Kernel documentation of TUN/TAP</seealso>
public sealed class TapDevice : IDisposable
{
    private const string TunPath = "/dev/net/tun";

    private readonly TapQueue[] _queues;

    private TapDevice(string name, int index, TapQueue[] queues, TapOffloads offloads)
    {
        Name = name;
        InterfaceIndex = index;
        _queues = queues;
        Offloads = offloads;
    }

    /// <summary>The name it was made with; see <see cref="CurrentName"/>.</summary>
    public string Name { get; }

    /// <summary>Its index in the namespace where it was made. Moving it elsewhere may change the index.</summary>
    public int InterfaceIndex { get; }

    /// <summary>What the kernel has switched on; a subset of what was asked for.</summary>
    public TapOffloads Offloads { get; }

    /// <summary>The queues in order, at least one. Each may belong to another loop; all are closed by <see cref="Dispose"/>.</summary>
    public IReadOnlyList<TapQueue> Queues => _queues;

    /// <summary>The first queue.</summary>
    public TapQueue Queue => _queues[0];

    /// <summary>Makes a TAP in the network namespace of the calling thread; it starts administratively down.</summary>
    /// <param name="name">Its name; an interface of that name must not exist, not even a persistent TAP.</param>
    /// <param name="options">Queues and offloads; null for one queue and all offloads.</param>
    /// <exception cref="ArgumentException">The name or the number of queues cannot be used.</exception>
    /// <exception cref="LinuxException">The kernel refused; the message says what the machine lacks. Nothing is left behind.</exception>
    public static TapDevice Open(string name, TapOptions? options = null)
    {
        options ??= new TapOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Queues, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Queues, TapOptions.MaxQueues, nameof(options));
        return Open(InterfaceName.Check(name), options);
    }

    /// <summary>Asks the kernel for the name the interface has now.</summary>
    /// <exception cref="LinuxException">The interface does not exist any more.</exception>
    public string CurrentName()
    {
        IfReq request = default;
        return LibC.Ioctl(Queue.Descriptor, NetConstants.TUNGETIFF, ref request) == 0
            ? request.Name
            : throw LinuxException.Last($"TUNGETIFF for '{Name}'", "The interface was deleted or this object disposed.");
    }

    /// <summary>Closes all queues, with which the interface disappears.</summary>
    public void Dispose()
    {
        foreach (var queue in _queues) queue.Dispose();
    }

    /// <summary>
    /// Closes all queues but leaves the interface to the end of its namespace, which is about to be removed. To unregister one interface
    /// takes
    /// some 18 ms of waiting in the kernel, one after the other; a namespace unregisters all of its own, and those of others, in one go.
    /// </summary>
    /// <param name="dying">The namespace that will be removed. An interface that was moved elsewhere disappears at once, as with
    /// <see cref="Dispose"/>.</param>
    public void LeaveTo(NetworkNamespace dying)
    {
        ArgumentNullException.ThrowIfNull(dying);
        if (Queue.Descriptor >= 0 && LivesIn(dying)) LibC.IoctlValue(Queue.Descriptor, NetConstants.TUNSETPERSIST, 1);
        Dispose();
    }

    private bool LivesIn(NetworkNamespace space)
    {
        int descriptor = LibC.IoctlValue(Queue.Descriptor, NetConstants.TUNGETDEVNETNS, 0);
        if (descriptor < 0) return false;
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        return LibC.Identify(handle, out var found) == 0 && found == space.Identity.File;
    }

    private static TapDevice Open(InterfaceName name, TapOptions options)
    {
        var queues = new TapQueue[options.Queues];
        try
        {
            for (int index = 0; index < queues.Length; index++) queues[index] = Attach(name, index, queues.Length > 1);
            int descriptor = queues[0].Descriptor;
            Configure(name, descriptor);
            bool Accepts(TapOffloads wanted) => LibC.IoctlValue(descriptor, NetConstants.TUNSETOFFLOAD, (nuint)wanted) == 0;
            var offloads = TapOffloadLadder.Climb(options.Offloads, Accepts);
            return new TapDevice(name.Text, (int)LibC.IfNameToIndex(name.Text), queues, offloads);
        }
        catch
        {
            foreach (var queue in queues) queue?.Dispose();
            throw;
        }
    }

    private static TapQueue Attach(InterfaceName name, int index, bool multiQueue)
    {
        int descriptor = LibC.Open(TunPath, LibC.O_RDWR | LibC.O_NONBLOCK);
        if (descriptor < 0) throw LinuxException.Last($"open {TunPath}", TunRemedy());
        // EXCL on the first queue: without it the kernel would hand us a persistent TAP of somebody else.
        short flags = NetConstants.IFF_TAP | NetConstants.IFF_NO_PI | NetConstants.IFF_VNET_HDR;
        if (multiQueue) flags |= NetConstants.IFF_MULTI_QUEUE;
        if (index == 0) flags |= NetConstants.IFF_TUN_EXCL;
        var request = IfReq.For(name, flags);
        if (LibC.Ioctl(descriptor, NetConstants.TUNSETIFF, ref request) == 0) return new TapQueue(name.Text, descriptor, index);
        var failure = LinuxException.Last($"TUNSETIFF for '{name}' (queue {index})", IffRemedy());
        LibC.Close(descriptor);
        throw failure;
    }

    private static void Configure(InterfaceName name, int descriptor)
    {
        int size = VnetHeader.Size;
        if (LibC.Ioctl(descriptor, NetConstants.TUNSETVNETHDRSZ, ref size) != 0) throw LinuxException.Last($"TUNSETVNETHDRSZ for '{name}'");
        if (LibC.IoctlValue(descriptor, NetConstants.TUNSETPERSIST, 0) != 0) throw LinuxException.Last($"TUNSETPERSIST for '{name}'");
    }

    private static string TunRemedy() => System.Runtime.InteropServices.Marshal.GetLastPInvokeError() switch
    {
        Errno.ENOENT or Errno.ENODEV or Errno.ENXIO => "Load the module (modprobe tun); in a container pass --device /dev/net/tun.",
        _ => "Run as root, or with CAP_NET_ADMIN and read-write permission on the device.",
    };

    private static string IffRemedy() => System.Runtime.InteropServices.Marshal.GetLastPInvokeError() switch
    {
        Errno.EPERM => "Run as root or with CAP_NET_ADMIN.",
        Errno.EBUSY or Errno.EEXIST => "An interface of that name exists; remove it or choose another name.",
        _ => "See 'actornet doctor'.",
    };
}
