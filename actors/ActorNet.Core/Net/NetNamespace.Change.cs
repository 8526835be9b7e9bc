using System.Text;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Net;

/// <content>Changes of a registered device (<c>ip link set</c>): state, name, MTU, address, queue length, flags.</content>
public sealed partial class NetNamespace
{
    /// <summary>Longest alias in bytes (IFALIASZ - 1).</summary>
    public const int MaxAlias = 255;

    /// <summary>Brings a device up (<c>__dev_open</c>, rule DEV-05). Already up is no error.</summary>
    /// <exception cref="RtnlException">A notifier's veto, an unusable address, or the driver's refusal; the device stays down.</exception>
    public void OpenDevice(NetDevice device)
    {
        if (device.IsUp) return;
        Notify(NetDeviceEvent.PreUp, device);
        device.IsRunning = true;
        try
        {
            device.ValidateAddress();
            device.Open();
        }
        catch
        {
            device.IsRunning = false;
            throw;
        }

        device.Flags |= DeviceFlags.Up;
        QdiscAttachment.Activate(device, Now);
        SendLinkMessage(device);
        Notify(NetDeviceEvent.Up, device);
    }

    /// <summary>Takes a device down (<c>__dev_close</c>, rule DEV-06): its qdiscs are emptied without counting drops.</summary>
    public void CloseDevice(NetDevice device)
    {
        if (!device.IsUp) return;
        Notify(NetDeviceEvent.GoingDown, device);
        device.IsRunning = false;
        QdiscAttachment.Deactivate(device, Now);
        device.Stop();
        device.Flags &= ~DeviceFlags.Up;
        SendLinkMessage(device);
        Notify(NetDeviceEvent.Down, device);
    }

    /// <summary>Renames a device; permitted while it is up (rule NAME-03). The same name is no change.</summary>
    /// <exception cref="RtnlException">EINVAL bad name, EEXIST taken.</exception>
    public void Rename(NetDevice device, string newName)
    {
        if (string.Equals(device.Name, newName, StringComparison.Ordinal)) return;
        var name = AllocateName(newName);
        _byName.Remove(device.Name);
        device.Name = name;
        _byName.Add(name, device);
        Notify(NetDeviceEvent.ChangeName, device);
        SendLinkMessage(device);
    }

    /// <summary>Sets the MTU (rule MTU-01).</summary>
    /// <exception cref="RtnlException">EINVAL with the kernel's sentence, or a notifier's veto.</exception>
    public void SetMtu(NetDevice device, int mtu)
    {
        if (device.Mtu == mtu) return;
        if (mtu < 0 || mtu < device.MinMtu) throw new RtnlException(Errno.EINVAL, "mtu less than device minimum.");
        if (device.MaxMtu > 0 && mtu > device.MaxMtu) throw new RtnlException(Errno.EINVAL, "mtu greater than device maximum.");
        Notify(NetDeviceEvent.PreChangeMtu, device);
        var old = device.Mtu;
        device.Mtu = mtu;
        try
        {
            Notify(NetDeviceEvent.ChangeMtu, device);
        }
        catch (RtnlException)
        {
            device.Mtu = old;
            throw;
        }

        device.OnMtuChanged();
        SendLinkMessage(device);
    }

    /// <summary>Sets the hardware address (rule MAC-01).</summary>
    /// <exception cref="RtnlException">EOPNOTSUPP the kind has no such operation, EADDRNOTAVAIL not a station's address, EBUSY.</exception>
    public void SetAddress(NetDevice device, MacAddress address)
    {
        device.SetAddress(address);
        Notify(NetDeviceEvent.ChangeAddress, device);
        SendLinkMessage(device);
    }

    /// <summary>Sets the transmit queue length (rule TXQ-01); pfifo_fast follows.</summary>
    /// <exception cref="RtnlException">ERANGE: negative.</exception>
    public void SetTxQueueLength(NetDevice device, long length)
    {
        if (length is < 0 or > int.MaxValue) throw new RtnlException(Errno.ERANGE);
        if (device.TxQueueLength == length) return;
        device.TxQueueLength = (int)length;
        Notify(NetDeviceEvent.ChangeTxQueueLength, device);
        foreach (var queue in device.TxQueues) queue.SleepingQdisc.OnTxQueueLengthChanged((int)length, Now);
        if (device.IsUp) SendLinkMessage(device);
    }

    /// <summary>Sets or clears flags that a user may toggle; UP is done by <see cref="OpenDevice"/> and <see cref="CloseDevice"/>.</summary>
    public void SetFlags(NetDevice device, DeviceFlags flags, bool on)
    {
        var old = device.Flags;
        device.Flags = on ? old | flags : old & ~flags;
        if (device.Flags == old) return;
        var changed = device.Flags ^ old;
        if ((changed & DeviceFlags.Promisc) != 0) device.Promiscuity += on ? 1 : -1;
        if ((changed & DeviceFlags.AllMulti) != 0) device.AllMulti += on ? 1 : -1;
        Notify(NetDeviceEvent.Change, device);
        SendLinkMessage(device);
    }

    /// <summary>Sets the description; empty removes it.</summary>
    /// <exception cref="RtnlException">EINVAL: longer than <see cref="MaxAlias"/> bytes.</exception>
    public void SetAlias(NetDevice device, string alias)
    {
        if (Encoding.UTF8.GetByteCount(alias) > MaxAlias) throw new RtnlException(Errno.EINVAL);
        device.Alias = alias.Length == 0 ? null : alias;
        if (device.IsUp) SendLinkMessage(device);
    }

    /// <summary>Makes a device the port of another, or frees it when <paramref name="master"/> is null.</summary>
    /// <exception cref="RtnlException">The master's kind has no ports (EOPNOTSUPP), or refuses this device.</exception>
    public void SetMaster(NetDevice device, NetDevice? master)
    {
        if (ReferenceEquals(device.Master, master)) return;
        if (master is not null and not IPortMaster) throw new RtnlException(Errno.EOPNOTSUPP, "Device does not allow enslaving.");
        (master as IPortMaster)?.CheckPort(device);
        (device.Master as IPortMaster)?.RemovePort(device);
        device.Master = null;
        if (master is IPortMaster ports)
        {
            ports.AddPort(device);
            device.Master = master;
        }

        Notify(NetDeviceEvent.ChangeUpper, device);
        SendLinkMessage(device);
    }
}

/// <summary>A device that others can be ports of: the bridge.</summary>
public interface IPortMaster
{
    /// <summary>Whether the device may become a port.</summary>
    /// <exception cref="RtnlException">It may not, with the kernel's sentence.</exception>
    void CheckPort(NetDevice device);

    /// <summary>Takes a port in.</summary>
    void AddPort(NetDevice device);

    /// <summary>Lets a port go.</summary>
    void RemovePort(NetDevice device);
}
