using ActorNet.Core.Devices;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Net;

/// <content>Registration and its end (<c>register_netdevice</c>, <c>unregister_netdevice_many</c>, <c>netdev_run_todo</c>; rules DEV-01 to DEV-07).</content>
public sealed partial class NetNamespace
{
    /// <summary>Makes a device visible. On failure every step already taken is undone in reverse.</summary>
    /// <param name="device">Allocated, with name or template set.</param>
    /// <param name="ifIndex">Number asked for, 0 to have one chosen.</param>
    /// <exception cref="RtnlException">EINVAL bad name, EEXIST name or number taken, ENFILE, ENOMEM too many devices, or what a driver or notifier answered.</exception>
    public void Register(NetDevice device, int ifIndex = 0)
    {
        if (device.RegState != RegState.Uninitialized) throw new InvalidOperationException($"Device {device.Name} was registered before; allocate a new one.");
        if (_byIndex.Count >= MaxDevices) throw new RtnlException(Errno.ENOMEM);
        device.Namespace = this;
        device.Name = AllocateName(device.Name);
        device.Init();
        try
        {
            device.IfIndex = AllocateIndex(ifIndex);
            DeviceFeatureSet.Complete(device);
            if (device.HasMacHeader && device.Address == Frames.MacAddress.Zero && !device.Flags.HasFlag(DeviceFlags.Loopback)) device.Address = RandomAddress();
            Notify(NetDeviceEvent.PostInit, device);
        }
        catch
        {
            device.Uninit();
            device.Destructor();
            device.IfIndex = 0;
            throw;
        }

        device.RegState = RegState.Registered;
        device.Hold();
        List(device);
        DeviceRegistered?.Invoke(device);
        Announce(device);
    }

    /// <summary>Removes a device, together with those that go with it (a veth's peer): <c>ip link del</c>.</summary>
    /// <exception cref="RtnlException">EOPNOTSUPP: the kind cannot be deleted (loopback).</exception>
    public void Delete(NetDevice device)
    {
        if (!ReferenceEquals(device.Namespace, this)) throw new RtnlException(Errno.ENODEV);
        if (device.Flags.HasFlag(DeviceFlags.Loopback)) throw new RtnlException(Errno.EOPNOTSUPP);
        var all = new List<NetDevice> { device };
        all.AddRange(device.RemovedTogether());
        foreach (var d in all) d.Namespace.CloseDevice(d);
        foreach (var d in all) d.Namespace.Unregister(d);
    }

    /// <summary>Unregisters one device: it vanishes at once, and is freed when its last user lets go.</summary>
    public void Unregister(NetDevice device)
    {
        if (device.RegState != RegState.Registered) return;
        CloseDevice(device);
        Unlist(device);
        device.RegState = RegState.Unregistering;
        QdiscAttachment.Shutdown(device, Now);
        Notify(NetDeviceEvent.Unregister, device);
        Notify(NetDeviceEvent.PreUninit, device);
        device.Uninit();
        SendLinkMessage(device, deleted: true);
        device.RegState = RegState.Unregistered;
        device.Put();
    }

    /// <summary>Removes all devices, in reverse order of their numbers; the namespace is then empty.</summary>
    public void DeleteAll()
    {
        foreach (var device in _byIndex.Values.Reverse().ToArray())
        {
            if (device.RegState != RegState.Registered) continue;
            foreach (var partner in device.RemovedTogether().ToArray()) partner.Namespace.Unregister(partner);
            Unregister(device);
        }
    }

    /// <summary>Takes a device out of this namespace and into another (<c>__dev_change_net_namespace</c>, rule DEV-09). It arrives down; counters stay.</summary>
    /// <exception cref="RtnlException">EINVAL immutable device, EEXIST the name is taken there.</exception>
    public void Move(NetDevice device, NetNamespace target, string? newName = null)
    {
        if (ReferenceEquals(target, this)) return;
        if ((device.Features & DeviceFeatures.NetnsLocal) != 0) throw new RtnlException(Errno.EINVAL, "The interface netns is immutable.");
        var name = newName ?? device.Name;
        if (target.Find(name) is not null) throw new RtnlException(Errno.EEXIST, "An interface with the same name exists in the target netns.");
        name = target.AllocateName(name);
        CloseDevice(device);
        Unlist(device);
        QdiscAttachment.Shutdown(device, Now);
        Notify(NetDeviceEvent.Unregister, device);
        SendLinkMessage(device, deleted: true);
        DeviceFreed?.Invoke(device);
        device.Namespace = target;
        device.Name = name;
        if (target.Find(device.IfIndex) is not null) device.IfIndex = target.AllocateIndex(0);
        target.List(device);
        target.DeviceRegistered?.Invoke(device);
        target.Notify(NetDeviceEvent.Register, device);
        target.SendLinkMessage(device);
    }

    internal void FinishUnregister(NetDevice device)
    {
        device.Destructor();
        device.RegState = RegState.Released;
        DeviceFreed?.Invoke(device);
    }

    private void Announce(NetDevice device)
    {
        try
        {
            Notify(NetDeviceEvent.Register, device);
        }
        catch (RtnlException)
        {
            // A veto undoes everything; the caller keeps the object (rule DEV-04).
            Unregister(device);
            throw;
        }

        SendLinkMessage(device);
    }

    private string AllocateName(string template)
    {
        var name = DeviceName.Allocate(template, _byName.ContainsKey);
        if (_byName.ContainsKey(name)) throw new RtnlException(Errno.EEXIST);
        return name;
    }

    private int AllocateIndex(int wanted)
    {
        if (wanted < 0) throw new RtnlException(Errno.EINVAL);
        if (wanted > 0) return Find(wanted) is null ? wanted : throw new RtnlException(Errno.EEXIST);
        do
        {
            _lastIndex = _lastIndex == int.MaxValue ? 1 : _lastIndex + 1;
        }
        while (Find(_lastIndex) is not null);
        return _lastIndex;
    }
}
