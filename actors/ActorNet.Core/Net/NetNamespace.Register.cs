using ActorNet.Core.Devices;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Net;

/// <content>Registration and its end (<c>register_netdevice</c>, <c>unregister_netdevice_many</c>, <c>netdev_run_todo</c>; rules DEV-01 to DEV-07).</content>
public sealed partial class NetNamespace
{
    private const int MaxTemplatesRemembered = 64;

    /// <summary>Templates of names, each with a number below which all are taken, so that many devices of one template do not each try them all.</summary>
    private readonly Dictionary<string, int> _takenBelow = new(StringComparer.Ordinal);

    /// <summary>Makes a device visible. On failure every step already taken is undone in reverse.</summary>
    /// <param name="device">Allocated, with name or template set.</param>
    /// <param name="ifIndex">Number asked for, 0 to have one chosen.</param>
    /// <param name="announced">Send a link message at once. False for who configures the device first and then tells (<see cref="ConfigureLink"/>).</param>
    /// <exception cref="RtnlException">EINVAL bad name, EEXIST name or number taken, ENFILE, ENOMEM too many devices, or what a driver or notifier answered.</exception>
    public void Register(NetDevice device, int ifIndex = 0, bool announced = true)
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
        if (!device.CarrierOn) device.UpdateOperState();
        device.Hold();
        List(device);
        DeviceRegistered?.Invoke(device);
        Announce(device, announced);
        device.Registered();
    }

    /// <summary>Removes a device, together with those that go with it (a veth's peer): <c>ip link del</c>.</summary>
    /// <exception cref="RtnlException">EOPNOTSUPP: the kind cannot be deleted (loopback).</exception>
    public void Delete(NetDevice device)
    {
        RequireMember(device);
        if (device.Flags.HasFlag(DeviceFlags.Loopback)) throw new RtnlException(Errno.EOPNOTSUPP);
        UnregisterMany([device, .. device.RemovedTogether()]);
    }

    /// <summary>Unregisters one device: it vanishes at once, and is freed when its last user lets go.</summary>
    /// <exception cref="RtnlException">ENODEV: it is not in this namespace.</exception>
    public void Unregister(NetDevice device)
    {
        RequireMember(device);
        UnregisterMany([device]);
    }

    /// <summary>Removes all devices, those with the highest numbers first, and what goes with them in other namespaces; the namespace is then empty (rule DEV-09).</summary>
    public void DeleteAll()
    {
        var all = new List<NetDevice>(_byIndex.Count);
        var seen = new HashSet<NetDevice>(ReferenceEqualityComparer.Instance);
        foreach (var device in _byIndex.Values.Reverse())
        {
            if (seen.Add(device)) all.Add(device);
            all.AddRange(device.RemovedTogether().Where(seen.Add));
        }

        UnregisterMany(all);
    }

    /// <summary>
    /// Unregisters several devices in one go (<c>unregister_netdevice_many</c>): each step is done for all of them before the next, so that nobody who is told of one can
    /// still find another. Devices that are no longer registered are left out.
    /// </summary>
    private static void UnregisterMany(IEnumerable<NetDevice> devices)
    {
        var going = devices.Where(d => d.RegState == RegState.Registered).ToArray();
        CloseMany(going);
        foreach (var device in going)
        {
            device.Namespace.Unlist(device);
            device.RegState = RegState.Unregistering;
        }

        foreach (var device in going) device.Namespace.Dismantle(device);
        foreach (var device in going) device.Namespace.RunTodo(device);
    }

    private void Dismantle(NetDevice device)
    {
        QdiscAttachment.Shutdown(device, Now);
        Notify(NetDeviceEvent.Unregister, device);
        device.FlushSecondaryUnicast();
        Notify(NetDeviceEvent.PreUninit, device);
        SendLinkMessage(device, deleted: true);
        device.Uninit();
    }

    /// <summary>What follows when the lock is let go (<c>netdev_run_todo</c>): freed now, or when the last user lets go.</summary>
    private void RunTodo(NetDevice device)
    {
        Work.LinkWatch.Forget(device);
        device.RegState = RegState.Unregistered;
        device.Put();
        if (device.RegState == RegState.Unregistered) Work.Todo.Add(device, Now);
    }

    /// <summary>Takes a device out of this namespace and into another (<c>__dev_change_net_namespace</c>, rule DEV-09). It arrives down; counters stay.</summary>
    /// <exception cref="RtnlException">EINVAL immutable device, EEXIST the name is taken there.</exception>
    public void Move(NetDevice device, NetNamespace target, string? newName = null)
    {
        if (ReferenceEquals(target, this)) return;
        if ((device.Features & DeviceFeatures.NetnsLocal) != 0) throw Kernel.Refusal(Errno.EINVAL, "The interface netns is immutable.");
        var name = newName ?? device.Name;
        if (target.Find(name) is not null) throw Kernel.Refusal(Errno.EEXIST, "An interface with the same name exists in the target netns.");
        if (device.AltNames.FirstOrDefault(n => target.Find(n) is not null) is { } alt)
            throw Kernel.Refusal(Errno.EEXIST, $"An interface with the altname {alt} exists in the target netns.");
        name = target.AllocateName(name);
        CloseDevice(device);
        Unlist(device);
        QdiscAttachment.Shutdown(device, Now);
        Notify(NetDeviceEvent.Unregister, device);
        var index = target.Find(device.IfIndex) is null ? device.IfIndex : target.AllocateIndex(0);
        SendLinkMessage(device, deleted: true, target, index);
        device.FlushSecondaryUnicast();
        var changing = Work.LinkWatch.Forget(device);
        DeviceFreed?.Invoke(device);
        device.Namespace = target;
        device.Name = name;
        device.IfIndex = index;
        target.List(device);
        target.DeviceRegistered?.Invoke(device);
        if (changing) target.Work.LinkWatch.Fire(device, target.Now);
        target.Notify(NetDeviceEvent.Register, device);
        target.SendLinkMessage(device);
    }

    internal void FinishUnregister(NetDevice device)
    {
        Work.Todo.Remove(device);
        device.Destructor();
        device.RegState = RegState.Released;
        DeviceFreed?.Invoke(device);
    }

    private void Announce(NetDevice device, bool withMessage)
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

        if (withMessage) SendLinkMessage(device);
    }

    private void RequireMember(NetDevice device)
    {
        if (!ReferenceEquals(device.Namespace, this)) throw new RtnlException(Errno.ENODEV);
    }

    private string AllocateName(string template)
    {
        var number = _takenBelow.GetValueOrDefault(template);
        var name = DeviceName.Allocate(template, _byName.ContainsKey, ref number);
        if (_byName.ContainsKey(name)) throw new RtnlException(Errno.EEXIST);
        if (number > 0 && (_takenBelow.Count < MaxTemplatesRemembered || _takenBelow.ContainsKey(template))) _takenBelow[template] = number;
        return name;
    }

    /// <summary>A name is free again, and with it perhaps a number of a template.</summary>
    private void GiveUpName(string name)
    {
        _byName.Remove(name);
        _takenBelow.Clear();
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
