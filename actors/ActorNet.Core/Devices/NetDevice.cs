using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Devices;

/// <summary>
/// A network device (<c>struct net_device</c>): its configuration, its counters, and, in further files, its transmit and receive paths. Kinds derive from it and
/// override the operations a driver has. Configuration happens in the turn of its namespace's owner, frames in the device's own turn; both on one loop.
/// </summary>
public abstract partial class NetDevice
{
    /// <summary>Most transmit or receive queues of a device.</summary>
    public const int MaxQueues = 4096;

    /// <summary>Transmit queue length when the kind does not say (DEFAULT_TX_QUEUE_LEN).</summary>
    public const int DefaultTxQueueLength = 1000;

    /// <summary>Largest super-frame before IPv6 jumbograms were used for them (GSO_LEGACY_MAX_SIZE).</summary>
    protected const int LegacySuperFrame = 65536;

    /// <summary>Largest super-frame of all (GSO_MAX_SIZE).</summary>
    protected const int BigSuperFrame = 524280;

    /// <summary>Counters that the driver keeps.</summary>
    protected internal DeviceStats Stats;

    private readonly TxQueue[] _txQueues;
    private OperState _operState;

    /// <summary>Allocates a device (<c>alloc_netdev_mqs</c>, rule DEV-02): not yet visible to anybody.</summary>
    /// <param name="name">Name or template such as <c>ifb%d</c>, 1 to 15 bytes; checked when registered.</param>
    /// <param name="txQueues">Transmit queues, 1 to <see cref="MaxQueues"/>.</param>
    /// <param name="rxQueues">Receive queues, 1 to <see cref="MaxQueues"/>.</param>
    /// <exception cref="RtnlException">EINVAL: a number of queues is out of range.</exception>
    protected NetDevice(string name, int txQueues = 1, int rxQueues = 1)
    {
        if (txQueues is < 1 or > MaxQueues) throw new RtnlException(Errno.EINVAL, "Invalid number of transmit queues.");
        if (rxQueues is < 1 or > MaxQueues) throw new RtnlException(Errno.EINVAL, "Invalid number of receive queues.");
        Name = name;
        NumRxQueues = rxQueues;
        _txQueues = new TxQueue[txQueues];
        for (var i = 0; i < txQueues; i++) _txQueues[i] = new TxQueue(this, i);
        RootQdisc = NoopQdisc.Instance;
    }

    /// <summary>Kind as <c>ip link add ... type</c> names it.</summary>
    public abstract string Kind { get; }

    /// <summary>Name, 1 to 15 bytes.</summary>
    public string Name { get; internal set; }

    /// <summary>Number, from 1, unique in its namespace; 0 before registration.</summary>
    public int IfIndex { get; internal set; }

    /// <summary>The namespace it is in; set at registration.</summary>
    public NetNamespace Namespace { get; internal set; } = null!;

    /// <summary>Where it is in its life.</summary>
    public RegState RegState { get; internal set; }

    /// <summary>Who runs it. Set by whoever hosts the namespace, right after registration.</summary>
    public IDeviceRuntime Runtime { get; set; } = DetachedRuntime.Instance;

    /// <summary>Hardware address.</summary>
    public MacAddress Address { get; protected internal set; }

    /// <summary>Link-layer broadcast address.</summary>
    public MacAddress BroadcastAddress { get; protected internal set; } = MacAddress.Broadcast;

    /// <summary>Whether frames carry a MAC header; false for layer-3 devices (rule MIR-06).</summary>
    public bool HasMacHeader { get; protected init; } = true;

    /// <summary>Largest payload in bytes, without MAC header.</summary>
    public int Mtu { get; internal set; } = 1500;

    /// <summary>Smallest MTU that may be set.</summary>
    public int MinMtu { get; protected init; } = 68;

    /// <summary>Largest MTU that may be set; 0 for any.</summary>
    public int MaxMtu { get; protected init; } = 1500;

    /// <summary>Stored flags; <see cref="UserFlags"/> is what users see.</summary>
    public DeviceFlags Flags { get; internal set; }

    /// <summary>Frames that the default qdisc and an IFB's queue hold.</summary>
    public int TxQueueLength { get; internal set; } = DefaultTxQueueLength;

    /// <summary>The kind needs no queue (IFF_NO_QUEUE): its default qdisc is noqueue.</summary>
    public bool NoQueue { get; protected init; }

    /// <summary>Offloads in force.</summary>
    public DeviceFeatures Features { get; protected internal set; }

    /// <summary>Offloads the user may switch.</summary>
    public DeviceFeatures HwFeatures { get; protected internal set; }

    /// <summary>Of these, what the user wants; what cannot be now comes when it can.</summary>
    public DeviceFeatures WantedFeatures { get; internal set; }

    /// <summary>Largest super-frame in bytes that its segmentation offload takes (<c>tso_max_size</c>).</summary>
    public virtual int TsoMaxSize => LegacySuperFrame;

    /// <summary>Transmit queues.</summary>
    public IReadOnlyList<TxQueue> TxQueues => _txQueues;

    /// <summary>Number of receive queues.</summary>
    public int NumRxQueues { get; }

    /// <summary>Description by the user, up to 255 characters.</summary>
    public string? Alias { get; internal set; }

    /// <summary>The device it is a port of, or null.</summary>
    public NetDevice? Master { get; internal set; }

    /// <summary>How often promiscuity was asked for.</summary>
    public int Promiscuity { get; internal set; }

    /// <summary>How often all multicast was asked for.</summary>
    public int AllMulti { get; internal set; }

    /// <summary>Whether the link has a carrier.</summary>
    public bool CarrierOn { get; private protected set; } = true;

    /// <summary>Its place among the devices of its namespace, by the time of coming.</summary>
    internal long ListedAs { get; set; }

    /// <summary>A mirred action was once told to send frames here, so that actions have to be looked through when it goes.</summary>
    internal bool WasMirredTarget { get; set; }

    /// <summary>Its place among those whose change of carrier waits to be carried out (<c>__LINK_STATE_LINKWATCH_PENDING</c>); null when none waits.</summary>
    internal LinkedListNode<NetDevice>? LinkwatchNode { get; set; }

    /// <summary>The root discipline as <c>tc qdisc show</c> lists it.</summary>
    public Qdisc RootQdisc { get; internal set; }

    private long _qdiscsMade;

    /// <summary>Numbers the qdiscs made for the device.</summary>
    internal long CountQdisc() => ++_qdiscsMade;

    /// <summary>The hook discipline, ingress or clsact; null when there is none.</summary>
    public IngressQdisc? HookQdisc { get; internal set; }

    /// <summary>Whether a hook was ever asked for: from then on its absence is answered differently (<c>dev_ingress_queue</c>).</summary>
    internal bool HasIngressQueue { get; set; }

    /// <summary>Frames given up by the receive core (<c>rx_dropped</c> of the core).</summary>
    public long CoreRxDropped { get; set; }

    /// <summary>Frames given up by the transmit core.</summary>
    public long CoreTxDropped { get; set; }

    /// <summary>References to it (<c>netdev_refcnt_read</c>): one is its own; registered, there is one more; the rest are users that keep it from being freed (rule DEV-07).</summary>
    public int RefCount { get; private set; } = 1;

    /// <summary>The driver frees it after the last user left (<c>needs_free_netdev</c>).</summary>
    public bool NeedsFree { get; protected init; } = true;

    /// <summary>The address can be changed while the device is up (IFF_LIVE_ADDR_CHANGE).</summary>
    public bool ChangesAddressLive { get; protected init; } = true;

    /// <summary>Administratively up (IFF_UP).</summary>
    public bool IsUp => (Flags & DeviceFlags.Up) != 0;

    /// <summary>Started and not being stopped (<c>netif_running</c>).</summary>
    public bool IsRunning { get; internal set; }

    /// <summary>The device it stands on or is joined to (the other end of a veth, what lies below a VLAN), or null.</summary>
    public virtual NetDevice? LinkPeer => null;

    /// <summary>Number of that device in its own namespace; this one's own number when there is none (<c>dev_get_iflink</c>).</summary>
    public virtual int IfLink => LinkPeer?.IfIndex ?? IfIndex;

    /// <summary>Flags as rule FLAG-01 derives them.</summary>
    public DeviceFlags UserFlags
    {
        get
        {
            var flags = Flags;
            if (IsRunning && IsOperUp) flags |= DeviceFlags.Running;
            if (IsRunning && CarrierOn) flags |= DeviceFlags.LowerUp;
            return flags;
        }
    }

    /// <summary>RFC 2863 state as users see it: down while the device is not running (rule FLAG-02).</summary>
    public OperState OperState => IsRunning ? _operState : OperState.Down;

    /// <summary>Usable as far as is known (<c>netif_oper_up</c>); follows the carrier when <see cref="LinkWatch"/> gets to it.</summary>
    public bool IsOperUp => _operState is OperState.Up or OperState.Unknown;

    /// <summary>Derives the state from the carrier (<c>rfc2863_policy</c>); a device whose carrier never changed stays unknown.</summary>
    internal void UpdateOperState() => _operState = CarrierOn ? OperState.Up : StateWithoutCarrier();

    /// <summary>What it is joined to is looked up by number in this device's own namespace, whatever device that is there, or not looked at (<c>default_operstate</c>).</summary>
    private OperState StateWithoutCarrier()
    {
        if (IfLink == IfIndex) return OperState.Down;
        return !Namespace.Kernel.OperStateLooksAtPeer || Namespace.Find(IfLink) is { CarrierOn: false } ? OperState.LowerLayerDown : OperState.Down;
    }

    /// <summary>Counters as users see them: the driver's and the core's.</summary>
    public virtual DeviceStats GetStats()
    {
        var stats = Stats;
        stats.RxDropped += CoreRxDropped;
        stats.TxDropped += CoreTxDropped;
        return stats;
    }

    /// <summary>Per-queue counters as <c>ethtool -S</c> lists them, in its order; empty for most kinds.</summary>
    public virtual IEnumerable<KeyValuePair<string, long>> EthtoolStats() => [];

    internal void CountOtherHost() => Stats.RxOtherHost++;

    /// <summary>Keeps the device from being freed until <see cref="Put"/>; who holds one lets go when NETDEV_UNREGISTER is told.</summary>
    public void Hold() => RefCount++;

    /// <summary>Gives a hold back; the last one lets an unregistered device be freed.</summary>
    public void Put()
    {
        RefCount--;
        if (RefCount == 1 && RegState == RegState.Unregistered) Namespace.FinishUnregister(this);
    }

    // ---- what a driver may do; called by the namespace's owner --------------------------------------------------------------------

    /// <summary>First step of registration (<c>ndo_init</c>).</summary>
    /// <exception cref="RtnlException">Registration fails with this error; <see cref="Uninit"/> is not called.</exception>
    protected internal virtual void Init()
    {
        // Most kinds need nothing here.
    }

    /// <summary>Undoes <see cref="Init"/> (<c>ndo_uninit</c>).</summary>
    protected internal virtual void Uninit()
    {
        // Counterpart of Init.
    }

    /// <summary>Registered, listed and announced: what a kind does to a device right after <c>register_netdevice</c>.</summary>
    protected internal virtual void Registered()
    {
        // Most kinds are ready.
    }

    /// <summary>Refuses to open with an unusable address (<c>ndo_validate_addr</c>).</summary>
    protected internal virtual void ValidateAddress()
    {
        if (HasMacHeader && !Address.IsValidUnicast) throw new RtnlException(Errno.EADDRNOTAVAIL);
    }

    /// <summary>Brings the driver up (<c>ndo_open</c>).</summary>
    protected internal virtual void Open()
    {
        foreach (var queue in _txQueues) queue.Start();
    }

    /// <summary>Brings the driver down (<c>ndo_stop</c>).</summary>
    protected internal virtual void Stop()
    {
        foreach (var queue in _txQueues) queue.Stop();
    }

    /// <summary>Last call, when nobody can reach the device any more (<c>priv_destructor</c>): frees what the driver holds.</summary>
    protected internal virtual void Destructor()
    {
        // Most kinds hold no frames.
    }

    /// <summary>The device is about to be removed by its user (<c>rtnl_link_ops.dellink</c>): partners that go with it, itself excluded.</summary>
    protected internal virtual IEnumerable<NetDevice> RemovedTogether() => [];

    /// <summary>Sets the hardware address (<c>ndo_set_mac_address</c>, rule MAC-01).</summary>
    protected internal virtual void SetAddress(MacAddress address)
    {
        if (IsRunning && !ChangesAddressLive) throw new RtnlException(Errno.EBUSY);
        if (!address.IsValidUnicast) throw new RtnlException(Errno.EADDRNOTAVAIL);
        Address = address;
    }

    /// <summary>Drops features that the driver cannot have together (<c>ndo_fix_features</c>).</summary>
    /// <param name="features">What would be in force.</param>
    /// <returns>What may be.</returns>
    protected internal virtual DeviceFeatures FixFeatures(DeviceFeatures features) => features;

    /// <summary>Sets the driver up for other features (<c>ndo_set_features</c>).</summary>
    /// <exception cref="RtnlException">It cannot; the old ones stay.</exception>
    protected internal virtual void OnFeatures(DeviceFeatures features)
    {
        // Most drivers look at Features when they need to.
    }

    /// <summary>Told after the MTU changed.</summary>
    protected internal virtual void OnMtuChanged()
    {
        // Most kinds read Mtu when they need it.
    }

    /// <summary>Told after a device changed whose <see cref="Master"/> it is; kinds that have ports follow them here.</summary>
    protected internal virtual void OnPortNotify(NetDeviceEvent kind, NetDevice device)
    {
        // Most kinds have no ports.
    }

    /// <summary>Prints the kind's part of <c>ip -d link show</c>, inside <c>info_data</c>; false when there is none.</summary>
    public virtual bool PrintLinkInfo(Iproute2.ShowWriter writer) => false;

    // ---- what a driver does with frames; called in the device's turn ----------------------------------------------------------------

    /// <summary>Hands a frame to the driver (<c>ndo_start_xmit</c>); it stands at its MAC header.</summary>
    protected abstract TxStatus StartXmit(SkBuff skb, TxQueue queue);

    /// <summary>A queue was stopped for longer than <see cref="WatchdogNanoseconds"/> (<c>ndo_tx_timeout</c>, rule TX-03).</summary>
    protected virtual void OnTxTimeout(TxQueue queue)
    {
        // Only kinds with a watchdog override it.
    }

    /// <summary>How long a queue may stay stopped before <see cref="OnTxTimeout"/>; 0 for no watchdog.</summary>
    public long WatchdogNanoseconds { get; protected init; }

    /// <summary>
    /// Flips the carrier (<c>netif_carrier_on/off</c>). Who depends on it is told later (<see cref="LinkWatch"/>, rule FLAG-03); before registration it is a mere default.
    /// </summary>
    protected internal void SetCarrier(bool on)
    {
        if (CarrierOn == on) return;
        CarrierOn = on;
        if (RegState == RegState.Uninitialized) return;
        Stats.CarrierChanges++;
        if (RegState == RegState.Registered) Namespace.Work.LinkWatch.Fire(this, Namespace.Now);
    }
}
