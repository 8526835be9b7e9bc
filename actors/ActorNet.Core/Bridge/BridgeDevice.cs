using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;

namespace ActorNet.Core.Bridge;

/// <summary>A learning bridge without spanning tree (<c>net/bridge</c>, rules BR-01, BR-02): configuration and ports; frames are in further files.</summary>
public sealed partial class BridgeDevice : NetDevice, IPortMaster
{
    /// <summary>Most ports (BR_MAX_PORTS).</summary>
    public const int MaxPorts = 1023;

    /// <summary>Most stations in the forwarding table.</summary>
    public const int MaxStations = 65536;

    /// <summary>Nanoseconds a station is remembered, unless set otherwise: 300 s.</summary>
    public const long DefaultAgeing = 300_000_000_000;

    private BridgePort[] _ports = [];
    private bool _addressSet;
    private bool _mtuSet;

    /// <summary>Allocates a bridge without ports.</summary>
    public BridgeDevice(string name)
        : base(name)
    {
        Flags = DeviceFlags.Broadcast | DeviceFlags.Multicast;
        MaxMtu = 65535;
        NoQueue = true;
        ReportsOperState = true;
        CarrierOn = false;
        Features = DeviceFeatures.Sg | DeviceFeatures.FragList | DeviceFeatures.HwCsum | DeviceFeatures.HighDma
            | DeviceFeatures.GsoSoftware | DeviceFeatures.GsoTunnel | DeviceFeatures.HwVlanCtagTx | DeviceFeatures.HwVlanStagTx
            | DeviceFeatures.Lltx | DeviceFeatures.NetnsLocal;
        HwFeatures = Features & ~(DeviceFeatures.Lltx | DeviceFeatures.NetnsLocal);
        Fdb = new Fdb(MaxStations);
    }

    /// <inheritdoc/>
    public override string Kind => "bridge";

    /// <summary>Ports by number.</summary>
    public IReadOnlyList<BridgePort> Ports => _ports;

    /// <summary>The forwarding table.</summary>
    public Fdb Fdb { get; }

    /// <summary>Nanoseconds a station is remembered.</summary>
    public long Ageing { get; set; } = DefaultAgeing;

    /// <summary>The membership of a device; null when it is no port of this bridge.</summary>
    public BridgePort? PortOf(NetDevice device) => Array.Find(_ports, p => ReferenceEquals(p.Device, device));

    /// <inheritdoc/>
    public void CheckPort(NetDevice device)
    {
        if (device is BridgeDevice) throw new RtnlException(Errno.ELOOP, "Can not enslave a bridge to a bridge.");
        if (device.Flags.HasFlag(DeviceFlags.Loopback) || !device.HasMacHeader) throw new RtnlException(Errno.EINVAL);
        if (_ports.Length >= MaxPorts) throw new RtnlException(Errno.ENFILE);
    }

    /// <inheritdoc/>
    public void AddPort(NetDevice device)
    {
        var number = 1;
        while (Array.Exists(_ports, p => p.Number == number)) number++;
        var port = new BridgePort(this, device, number);
        _ports = [.. _ports.Append(port).OrderBy(p => p.Number)];
        _lastDevice = null;
        device.RxHandler = this;
        device.Promiscuity++;
        Fdb.AddFixed(device.Address, port, local: true, Namespace.Now);
        FollowPorts();
    }

    /// <inheritdoc/>
    public void RemovePort(NetDevice device)
    {
        if (PortOf(device) is not { } port) return;
        _lastDevice = null;
        device.RxHandler = null;
        device.Promiscuity--;
        Fdb.Flush(port, fixedToo: true);
        _ports = Array.FindAll(_ports, p => !ReferenceEquals(p, port));
        FollowPorts();
    }

    /// <inheritdoc/>
    public override bool PrintLinkInfo(Iproute2.ShowWriter writer)
    {
        writer.Number("ageing_time", "ageing_time {0} ", Ageing / 10_000_000).Number("stp_state", "stp_state {0} ", 0);
        return true;
    }

    /// <inheritdoc/>
    protected internal override void SetAddress(MacAddress address)
    {
        base.SetAddress(address);
        _addressSet = true;
    }

    /// <inheritdoc/>
    protected internal override void OnMtuChanged() => _mtuSet = true;

    /// <inheritdoc/>
    protected internal override void Open()
    {
        base.Open();
        FollowCarrier(aboutToBeUp: true);
    }

    /// <inheritdoc/>
    protected internal override void Stop()
    {
        base.Stop();
        SetCarrier(false);
    }

    /// <inheritdoc/>
    protected internal override void Uninit()
    {
        foreach (var port in _ports) Namespace.SetMaster(port.Device, null);
    }

    /// <inheritdoc/>
    protected internal override bool FollowsOthers => true;

    /// <inheritdoc/>
    protected internal override void OnNotify(NetDeviceEvent kind, NetDevice device)
    {
        if (PortOf(device) is not { } port) return;
        switch (kind)
        {
            case NetDeviceEvent.Down:
                Fdb.Flush(port, fixedToo: false);
                FollowCarrier(IsUp);
                break;
            case NetDeviceEvent.Up or NetDeviceEvent.Change:
                if (!port.Device.CarrierOn) Fdb.Flush(port, fixedToo: false);
                FollowCarrier(IsUp);
                break;
            case NetDeviceEvent.ChangeAddress:
                Fdb.Flush(port, fixedToo: true);
                Fdb.AddFixed(device.Address, port, local: true, Namespace.Now);
                FollowPorts();
                break;
            case NetDeviceEvent.ChangeMtu:
                FollowPorts();
                break;
            case NetDeviceEvent.Unregister:
                Namespace.SetMaster(device, null);
                break;
        }
    }

    private void FollowPorts()
    {
        // The bridge takes the lowest address and the smallest MTU of its ports, until the user sets them.
        if (!_addressSet && _ports.Length > 0) Address = _ports.Min(p => p.Device.Address);
        if (!_mtuSet && _ports.Length > 0) Mtu = _ports.Min(p => p.Device.Mtu);
        if (IsUp) FollowCarrier(aboutToBeUp: true);
    }

    private void FollowCarrier(bool aboutToBeUp) => SetCarrier(aboutToBeUp && (_ports.Length == 0 || Array.Exists(_ports, p => p.Device.IsUp && p.Device.CarrierOn)));
}
