using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;

namespace ActorNet.Core.Bridge;

/// <summary>
/// A learning bridge without spanning tree (<c>net/bridge</c>, rules BR-01, BR-02): the device and its addresses; ports and frames are in further files.
/// </summary>
public sealed partial class BridgeDevice : NetDevice, IPortMaster
{
    /// <summary>Most ports (BR_MAX_PORTS).</summary>
    public const int MaxPorts = 1023;

    /// <summary>Most stations in the forwarding table.</summary>
    public const int MaxStations = 65536;

    /// <summary>Nanoseconds a station is remembered, unless set otherwise: 300 s.</summary>
    public const long DefaultAgeing = 300_000_000_000;

    private bool _addressSet;
    private bool _mtuSet;

    /// <summary>Allocates a bridge without ports.</summary>
    public BridgeDevice(string name)
        : base(name)
    {
        Flags = DeviceFlags.Broadcast | DeviceFlags.Multicast;
        MaxMtu = 65535;
        NoQueue = true;
        Features = DeviceFeatures.Sg | DeviceFeatures.FragList | DeviceFeatures.HwCsum | DeviceFeatures.HighDma
            | DeviceFeatures.GsoSoftware | DeviceFeatures.GsoTunnel | DeviceFeatures.HwVlanCtagTx | DeviceFeatures.HwVlanStagTx
            | DeviceFeatures.Lltx | DeviceFeatures.NetnsLocal;
        HwFeatures = Features & ~(DeviceFeatures.Lltx | DeviceFeatures.NetnsLocal);
        Fdb = new Fdb(MaxStations);
    }

    /// <inheritdoc/>
    public override string Kind => "bridge";

    /// <summary>The forwarding table.</summary>
    public Fdb Fdb { get; }

    /// <summary>Nanoseconds a station is remembered.</summary>
    public long Ageing { get; set; } = DefaultAgeing;

    /// <summary>What is only shown, and what steers reserved addresses.</summary>
    public BridgeSettings Settings { get; } = new();

    /// <summary>When it came up last; timers are shown relative to it.</summary>
    public Instant OpenedAt { get; private set; } = Instant.Zero;

    /// <summary>The address that the user gave it at birth.</summary>
    internal void SetBirthAddress(MacAddress address)
    {
        Address = address;
        _addressSet = true;
    }

    /// <inheritdoc/>
    protected internal override void Registered()
    {
        Fdb.Changed = (entry, gone) => Namespace.TellStation(this, entry, gone);
        AddOwnAddress();
        if (!_addressSet) return;
        // An address given at birth is set once more through the spanning tree's code, which looks for ports that forward.
        RemoveOwnAddress(Address);
        AddOwnAddress();
        SelectStates();
    }

    /// <inheritdoc/>
    protected internal override void SetAddress(MacAddress address)
    {
        if (!address.IsValidUnicast) throw new RtnlException(Errno.EADDRNOTAVAIL);
        var old = Address;
        _addressSet = true;
        if (address == old) return;
        Address = address;
        RemoveOwnAddress(old);
        AddOwnAddress();
        SelectStates();
    }

    /// <inheritdoc/>
    protected internal override void OnMtuChanged() => _mtuSet = true;

    /// <inheritdoc/>
    protected internal override void Open()
    {
        base.Open();
        OpenedAt = Namespace.Now;
        foreach (var port in _ports.Reverse())
        {
            if (port.Device.IsRunning && port.Device.IsOperUp) Enable(port);
        }
    }

    /// <inheritdoc/>
    protected internal override void Stop()
    {
        base.Stop();
        foreach (var port in _ports.Reverse())
        {
            if (port.State != BridgePortState.Disabled) Disable(port);
        }
    }

    /// <inheritdoc/>
    protected internal override void Uninit()
    {
        foreach (var port in _ports.Reverse()) LetGo(port);
        Fdb.RemoveWhere(static e => true);
    }

    /// <summary>Ports are let go before the bridge itself goes (<c>br_dev_delete</c>).</summary>
    protected internal override IEnumerable<NetDevice> RemovedTogether()
    {
        foreach (var port in _ports.Reverse()) LetGo(port);
        return [];
    }

    private void AddOwnAddress()
    {
        // An address of a port is known already.
        if (Fdb.Knows(Address)) return;
        Fdb.AddFixed(Address, port: null, local: true, Namespace.Now);
    }

    private void RemoveOwnAddress(MacAddress address)
    {
        if (Fdb.Knows(address, port: null)) Fdb.Remove(address);
        // Whoever else has it gets it back.
        if (Array.Find(_ports, p => p.Device.Address == address) is { } port && !Fdb.Knows(address)) Fdb.AddFixed(address, port, local: true, Namespace.Now);
    }
}
