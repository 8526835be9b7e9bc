using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2.Kinds;
using ActorNet.Core.Net;

namespace ActorNet.Core.Bridge;

/// <content>Ports: joining, leaving, and how the bridge follows them (<c>br_if.c</c>, <c>br_stp_if.c</c>, <c>br.c</c>).</content>
public sealed partial class BridgeDevice
{
    private BridgePort[] _ports = [];

    /// <summary>Ports by number.</summary>
    public IReadOnlyList<BridgePort> Ports => _ports;

    /// <summary>What the least of its ports takes.</summary>
    public override int TsoMaxSize => _ports.Length == 0 ? base.TsoMaxSize : _ports.Min(static p => p.Device.TsoMaxSize);

    /// <summary>The membership of a device; null when it is no port of this bridge.</summary>
    public BridgePort? PortOf(NetDevice device) => Array.Find(_ports, p => ReferenceEquals(p.Device, device));

    /// <inheritdoc/>
    public void CheckPort(NetDevice device)
    {
        if (device is BridgeDevice) throw new RtnlException(Errno.ELOOP, "Can not enslave a bridge to a bridge.");
        if (device.Flags.HasFlag(DeviceFlags.Loopback) || !device.HasMacHeader || !device.Address.IsValidUnicast) throw new RtnlException(Errno.EINVAL);
        if (_ports.Length >= MaxPorts) throw new RtnlException(Errno.ENFILE);
    }

    /// <inheritdoc/>
    public void AddPort(NetDevice device)
    {
        var number = 1;
        while (Array.Exists(_ports, p => p.Number == number)) number++;
        var port = new BridgePort(this, device, number);
        device.ChangeAllMulti(1);
        device.RxHandler = this;
        _lastDevice = null;
        Namespace.LinkUpper(device, this);
        _ports = [.. _ports.Append(port).OrderBy(p => p.Number)];
        ChangePromiscuity(device, 1);
        if (_ports.Length == 1) Namespace.TellFeatures(this);
        if (!Fdb.Knows(device.Address)) Fdb.AddFixed(device.Address, port, local: true, Namespace.Now);
        var moved = TakeLowestAddress();
        if (IsUp && device.IsRunning && device.IsOperUp) Enable(port);
        Namespace.TellPort(port);
        if (moved) TellAddress();
        FollowMtu();
    }

    /// <inheritdoc/>
    public void RemovePort(NetDevice device)
    {
        if (PortOf(device) is not { } port) return;
        LetGo(port);
        FollowMtu();
        if (TakeLowestAddress()) TellAddress();
        if (_ports.Length == 0) Namespace.TellFeatures(this);
    }

    private void LetGo(BridgePort port)
    {
        var device = port.Device;
        _lastDevice = null;
        ChangePromiscuity(device, -1);
        Disable(port);
        Namespace.TellPort(port, deleted: true);
        _ports = Array.FindAll(_ports, p => !ReferenceEquals(p, port));
        var hadOwnAddress = Fdb.Knows(Address, port);
        Fdb.Flush(port, fixedToo: true);
        if (hadOwnAddress) AddOwnAddress();
        device.RxHandler = null;
        Namespace.LinkUpper(device, null);
        device.ChangeAllMulti(-1);
    }

    /// <summary>Changes a port as its options ask (<c>br_setport</c>); a refused step leaves those before it done.</summary>
    /// <exception cref="RtnlException">ERANGE: a number is out of range; ENETDOWN: a state needs a device that is up.</exception>
    internal void Change(BridgePort port, BridgePortOptions options)
    {
        port.Flags = (port.Flags & ~options.Mask) | options.Flags;
        if (options.Flush) Fdb.Flush(port, fixedToo: false);
        if (options.Cost is { } cost) port.Cost = cost is >= 1 and <= BridgePort.MaxCost ? cost : throw new RtnlException(Errno.ERANGE);
        if (options.Priority is { } priority) port.Priority = priority is >= 0 and <= BridgePort.MaxPriority ? priority : throw new RtnlException(Errno.ERANGE);
        if (options.State is { } state) SetPortState(port, Enum.IsDefined(state) ? state : throw new RtnlException(Errno.EINVAL));
        Namespace.TellPort(port);
    }

    /// <summary>Sets what a port does with frames (<c>br_set_port_state</c>).</summary>
    /// <exception cref="RtnlException">ENETDOWN: the device cannot do that while it is down.</exception>
    public void SetPortState(BridgePort port, BridgePortState state)
    {
        if (!port.Device.IsRunning || (!port.Device.IsOperUp && state != BridgePortState.Disabled)) throw new RtnlException(Errno.ENETDOWN);
        port.State = state;
        SelectStates();
    }

    /// <inheritdoc/>
    protected internal override void OnPortNotify(NetDeviceEvent kind, NetDevice device)
    {
        if (PortOf(device) is not { } port) return;
        var told = false;
        switch (kind)
        {
            case NetDeviceEvent.ChangeMtu:
                FollowMtu();
                break;
            case NetDeviceEvent.ChangeAddress:
                FollowAddress(port);
                break;
            case NetDeviceEvent.Change:
                told = FollowPortCarrier(port);
                break;
            case NetDeviceEvent.Down when IsUp:
                Disable(port);
                told = true;
                break;
            case NetDeviceEvent.Up when IsUp && device.IsOperUp:
                Enable(port);
                told = true;
                break;
            case NetDeviceEvent.Unregister:
                Namespace.SetMaster(device, null);
                return;
        }

        if (!told && kind is NetDeviceEvent.ChangeAddress or NetDeviceEvent.Up or NetDeviceEvent.Change or NetDeviceEvent.Down) Namespace.TellPort(port);
    }

    /// <summary>A port's carrier came or went (<c>br_port_carrier_check</c>). True when monitors were told of it.</summary>
    private bool FollowPortCarrier(BridgePort port)
    {
        if (!IsUp) return false;
        var usable = port.Device.IsRunning && port.Device.IsOperUp;
        if (usable == (port.State != BridgePortState.Disabled)) return false;
        if (usable) Enable(port);
        else Disable(port);
        return true;
    }

    private void Enable(BridgePort port)
    {
        port.State = BridgePortState.Forwarding;
        port.ForwardingSince = Namespace.Now;
        Namespace.TellPort(port);
        SelectStates();
        Namespace.TellPort(port);
    }

    private void Disable(BridgePort port)
    {
        port.State = BridgePortState.Disabled;
        Namespace.TellPort(port);
        Fdb.Flush(port, fixedToo: false);
        SelectStates();
    }

    /// <summary>The bridge has carrier while a port forwards (<c>br_port_state_selection</c>). It begins with one, and keeps it until this is first asked.</summary>
    private void SelectStates() => SetCarrier(Array.Exists(_ports, static p => p.IsForwarding));

    private void FollowAddress(BridgePort port)
    {
        Fdb.RemoveWhere(e => ReferenceEquals(e.Port, port) && e.IsLocal && e.Address != port.Device.Address && !e.IsUsers);
        if (!Fdb.Knows(port.Device.Address)) Fdb.AddFixed(port.Device.Address, port, local: true, Namespace.Now);
        if (TakeLowestAddress()) TellAddress();
    }

    private void FollowMtu()
    {
        if (_mtuSet || _ports.Length == 0) return;
        var mtu = _ports.Min(p => p.Device.Mtu);
        if (mtu == Mtu) return;
        Namespace.SetMtu(this, mtu);
        _mtuSet = false;
    }

    /// <summary>The lowest address of the ports becomes the bridge's, unless the user gave it one; without ports it has none. True when it changed.</summary>
    private bool TakeLowestAddress()
    {
        if (_addressSet) return false;
        var lowest = _ports.Length == 0 ? MacAddress.Zero : _ports.Min(p => p.Device.Address);
        if (lowest == Address) return false;
        var old = Address;
        Address = lowest;
        RemoveOwnAddress(old);
        if (lowest != MacAddress.Zero) AddOwnAddress();
        SelectStates();
        return true;
    }

    private void TellAddress()
    {
        Namespace.SendLinkMessage(this);
        Namespace.Notify(NetDeviceEvent.ChangeAddress, this);
    }

    /// <summary>Users see a message although they see no flag change (<c>dev_set_promiscuity</c>).</summary>
    private void ChangePromiscuity(NetDevice device, int by)
    {
        device.ChangePromiscuity(by);
        Namespace.SendLinkMessage(device);
    }
}
