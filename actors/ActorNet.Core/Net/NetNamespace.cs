using System.Diagnostics.CodeAnalysis;
using ActorNet.Core.Devices;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Net;

/// <summary>
/// An emulated network namespace: its devices by name and number, its actions, its notifier chain. All members are called by the namespace's owner, one
/// request at a time: that is the RTNL lock. Devices look each other up in it during their turns, as Linux does under RCU.
/// </summary>
public sealed partial class NetNamespace
{
    /// <summary>Most devices of one namespace.</summary>
    public const int MaxDevices = 65536;

    private readonly Dictionary<string, NetDevice> _byName = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, NetDevice> _byIndex = [];
    private NetDevice?[] _table = new NetDevice?[16];
    private readonly List<INetDeviceNotifier> _notifiers = [];
    private readonly RandomSource _random;
    private int _lastIndex;
    private long _listings;

    /// <summary>An empty namespace; <see cref="LoopbackDevice"/> is not registered by itself.</summary>
    /// <param name="name">Name, for messages.</param>
    /// <param name="kernel">Which Linux to imitate; null for the default.</param>
    /// <param name="seed">Seed of everything random in it: addresses, flow hashes.</param>
    public NetNamespace(string name, KernelProfile? kernel = null, ulong seed = 0)
    {
        Name = name;
        Kernel = kernel ?? KernelProfile.Linux618;
        _random = new RandomSource(seed);
        HashSeed = (uint)_random.Next() | 1;
        Actions = new ActionTable(this);
        Inet = new InetConfig(this);
    }

    /// <summary>Name, for messages.</summary>
    public string Name { get; }

    /// <summary>The namespace that a shell starts in: <c>ip netns</c> neither lists nor finds it, and it lives as long as the lab.</summary>
    public bool IsInitial { get; init; }

    /// <summary>Numbers by which it calls other namespaces.</summary>
    public NetnsIds NetnsIds { get; } = new();

    /// <summary>Which Linux it imitates.</summary>
    public KernelProfile Kernel { get; }

    /// <summary>Seed of flow hashes (stable per flow, not predictable from outside).</summary>
    public uint HashSeed { get; }

    /// <summary>Action objects.</summary>
    public ActionTable Actions { get; }

    /// <summary>IPv4 addresses.</summary>
    public InetConfig Inet { get; }

    /// <summary>Shared filter blocks by number.</summary>
    public IDictionary<uint, TcfBlock> Blocks { get; } = new SortedDictionary<uint, TcfBlock>();

    /// <summary>Gives qdiscs their handles when the user names none. Linux counts for the whole machine: namespaces of one lab may share it.</summary>
    public Sched.QdiscHandles QdiscHandles { get; set; } = new();

    /// <summary>What is done later under the lock: carrier changes, the wait for users of unregistered devices. A lab's namespaces share it.</summary>
    public RtnlWork Work { get; private set; } = new();

    /// <summary>Protocol handlers.</summary>
    public ProtocolTable Protocols { get; } = new();

    /// <summary>Devices in order of their numbers.</summary>
    public IReadOnlyCollection<NetDevice> Devices => _byIndex.Values;

    /// <summary>Devices in the order in which they came: registered, or moved here (<c>for_each_netdev</c>).</summary>
    public IEnumerable<NetDevice> DevicesAsTheyCame => _byIndex.Values.OrderBy(static d => d.ListedAs);

    /// <summary>The clock that configuration uses; set by whoever hosts the namespace.</summary>
    public Func<Instant> Clock { get; set; } = static () => Instant.Zero;

    /// <summary>Called after a device was registered and before it is used: hosts give it its runtime here.</summary>
    public Action<NetDevice>? DeviceRegistered { get; set; }

    /// <summary>Called when nothing refers to a device any more.</summary>
    public Action<NetDevice>? DeviceFreed { get; set; }

    /// <summary>Told every link message (<c>ip monitor link</c>).</summary>
    public Action<LinkMessage>? LinkMessages { get; set; }

    /// <summary>Told every change of traffic control (<c>tc monitor</c>), in the order the kernel tells it.</summary>
    public Action<TcMessage>? TcMessages { get; set; }

    /// <summary>The time.</summary>
    public Instant Now => Clock();

    /// <summary>The device of that name; null when there is none.</summary>
    public NetDevice? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The device of that number; null when there is none. Constant time: the IFB's drain calls it for every frame.</summary>
    public NetDevice? Find(int ifIndex) =>
        (uint)ifIndex < (uint)_table.Length ? _table[ifIndex] : ifIndex < _table.Length ? null : _byIndex.GetValueOrDefault(ifIndex);

    /// <summary>The device of that name.</summary>
    /// <exception cref="RtnlException">ENODEV.</exception>
    public NetDevice Get(string name) => Find(name) ?? throw new RtnlException(Errno.ENODEV, $"Cannot find device \"{name}\"");

    /// <summary>Whether a device of that name exists.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out NetDevice? device) => _byName.TryGetValue(name, out device);

    /// <summary>Adds somebody to the notifier chain and plays it REGISTER and UP of what exists, as <c>register_netdevice_notifier</c> does.</summary>
    public void AddNotifier(INetDeviceNotifier notifier)
    {
        _notifiers.Add(notifier);
        foreach (var device in _byIndex.Values.ToArray())
        {
            notifier.OnEvent(NetDeviceEvent.Register, device);
            if (device.IsUp) notifier.OnEvent(NetDeviceEvent.Up, device);
        }
    }

    /// <summary>Takes somebody off the chain.</summary>
    public void RemoveNotifier(INetDeviceNotifier notifier) => _notifiers.Remove(notifier);

    /// <summary>A random, locally administered address.</summary>
    public Frames.MacAddress RandomAddress() => Frames.MacAddress.FromRandom(_random.Next());

    internal void Notify(NetDeviceEvent kind, NetDevice device)
    {
        foreach (var notifier in _notifiers.Count == 0 ? [] : _notifiers.ToArray()) notifier.OnEvent(kind, device);
        if (kind == NetDeviceEvent.Unregister) Actions.OnDeviceUnregistered(device);
        // One that is going itself follows nobody any more.
        if (device.Master is { RegState: RegState.Registered } master) master.OnPortNotify(kind, device);
        device.Vlans?.OnNotify(kind, device);
    }

    /// <summary>Tells those who monitor links; of a device that is not registered any more only its end is told (<c>rtmsg_ifinfo_event</c>).</summary>
    internal void SendLinkMessage(NetDevice device, bool deleted = false, NetNamespace? movedTo = null, int newIndex = 0)
    {
        if (!deleted && device.RegState != RegState.Registered) return;
        LinkMessages?.Invoke(new LinkMessage(deleted, device.IfIndex, device.Name, device.UserFlags, device.OperState, device.RootQdisc.Kind));
        TellLink(device, deleted, movedTo, newIndex);
    }

    /// <summary>
    /// Somebody asks for this device alone (RTM_GETLINK): newer kernels carry out a waiting change of carrier first, so that the answer is true and the change is done.
    /// </summary>
    public void SettleCarrier(NetDevice device)
    {
        if (Kernel.GetLinkSettlesCarrier) Work.LinkWatch.Sync(device, Now);
    }

    /// <summary>Shares the work of a lab; what was waiting goes along.</summary>
    internal void Join(RtnlWork work)
    {
        var old = Work;
        if (ReferenceEquals(old, work)) return;
        Work = work;
        foreach (var device in _byIndex.Values)
        {
            if (old.LinkWatch.Forget(device)) work.LinkWatch.Fire(device, Now);
        }
    }

    private void List(NetDevice device)
    {
        device.ListedAs = ++_listings;
        _byName.Add(device.Name, device);
        ListAltNames(device);
        _byIndex.Add(device.IfIndex, device);
        if (device.IfIndex >= _table.Length && device.IfIndex < MaxDevices) Array.Resize(ref _table, Math.Max(device.IfIndex + 1, _table.Length * 2));
        if (device.IfIndex < _table.Length) _table[device.IfIndex] = device;
    }

    private void Unlist(NetDevice device)
    {
        GiveUpName(device.Name);
        UnlistAltNames(device);
        _byIndex.Remove(device.IfIndex);
        if (device.IfIndex < _table.Length) _table[device.IfIndex] = null;
    }
}
