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

    /// <summary>Brings a device up (<c>dev_open</c>, rule DEV-05). Already up is no error.</summary>
    /// <exception cref="RtnlException">A notifier's veto, an unusable address, or the driver's refusal; the device stays down.</exception>
    public void OpenDevice(NetDevice device)
    {
        if (device.IsUp) return;
        Start(device);
        SendLinkMessage(device);
        Notify(NetDeviceEvent.Up, device);
    }

    /// <summary>Takes a device down (<c>dev_close</c>, rule DEV-06): its qdiscs are emptied without counting drops.</summary>
    /// <exception cref="RtnlException">ENODEV: it is not in this namespace.</exception>
    public void CloseDevice(NetDevice device)
    {
        RequireMember(device);
        CloseMany([device]);
    }

    /// <summary>The steps of opening that come before anybody is told (<c>__dev_open</c>).</summary>
    private void Start(NetDevice device)
    {
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
        device.SetRxMode();
        QdiscAttachment.Activate(device, Now);
    }

    /// <summary>The steps of closing that come before anybody is told of the end, each for all devices before the next (<c>__dev_close_many</c>).</summary>
    private static void Stop(NetDevice[] closing)
    {
        foreach (var device in closing)
        {
            device.Namespace.Notify(NetDeviceEvent.GoingDown, device);
            device.IsRunning = false;
        }

        foreach (var device in closing) QdiscAttachment.Deactivate(device, device.Namespace.Now);
        foreach (var device in closing)
        {
            device.Stop();
            device.Flags &= ~DeviceFlags.Up;
        }
    }

    private static void CloseMany(IEnumerable<NetDevice> devices)
    {
        var closing = devices.Where(d => d.IsUp).ToArray();
        Stop(closing);
        foreach (var device in closing)
        {
            device.Namespace.SendLinkMessage(device);
            device.Namespace.Notify(NetDeviceEvent.Down, device);
        }
    }

    /// <summary>Renames a device; newer kernels permit it while it is up (rule NAME-03). The same name is no change.</summary>
    /// <exception cref="RtnlException">EINVAL bad name, EEXIST taken, EBUSY up and the kernel is older.</exception>
    public void Rename(NetDevice device, string newName)
    {
        if (string.Equals(device.Name, newName, StringComparison.Ordinal)) return;
        if (device.IsUp && !Kernel.RenamesWhileUp) throw new RtnlException(Errno.EBUSY);
        var name = AllocateName(newName);
        GiveUpName(device.Name);
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
        device.CheckMtu(mtu);
        var old = device.Mtu;
        device.Mtu = mtu;
        // Those who monitor come first on the chain: what others do about it they are told of afterwards.
        SendLinkMessage(device);
        try
        {
            Notify(NetDeviceEvent.ChangeMtu, device);
        }
        catch (RtnlException)
        {
            device.Mtu = old;
            SendLinkMessage(device);
            throw;
        }

        device.OnMtuChanged();
    }

    /// <summary>Sets the hardware address (rule MAC-01).</summary>
    /// <exception cref="RtnlException">EOPNOTSUPP the kind has no such operation, EADDRNOTAVAIL not a station's address, EBUSY.</exception>
    public void SetAddress(NetDevice device, MacAddress address)
    {
        device.SetAddress(address);
        SendLinkMessage(device);
        Notify(NetDeviceEvent.ChangeAddress, device);
    }

    /// <summary>Sets the transmit queue length (rule TXQ-01); pfifo_fast follows. What the qdiscs of a device that is up hold is freed without a count.</summary>
    /// <exception cref="RtnlException">ERANGE: negative; or a notifier's veto, which leaves the old length.</exception>
    public void SetTxQueueLength(NetDevice device, long length)
    {
        if (length is < 0 or > int.MaxValue) throw new RtnlException(Errno.ERANGE);
        if (device.TxQueueLength == length) return;
        var old = device.TxQueueLength;
        device.TxQueueLength = (int)length;
        try
        {
            Notify(NetDeviceEvent.ChangeTxQueueLength, device);
        }
        catch (RtnlException)
        {
            device.TxQueueLength = old;
            throw;
        }

        // On a device that is up the disciplines are taken off and put on again, which empties them (dev_qdisc_change_tx_queue_len).
        if (device.IsUp) QdiscAttachment.Deactivate(device, Now);
        foreach (var queue in device.TxQueues) queue.SleepingQdisc.OnTxQueueLengthChanged((int)length, Now);
        if (device.IsUp) QdiscAttachment.Activate(device, Now);
        SendLinkMessage(device);
    }

    /// <summary>Sets the description; empty removes it.</summary>
    /// <exception cref="RtnlException">EINVAL: longer than <see cref="MaxAlias"/> bytes.</exception>
    public void SetAlias(NetDevice device, string alias)
    {
        if (Encoding.UTF8.GetByteCount(alias) > MaxAlias) throw new RtnlException(Errno.EINVAL);
        device.Alias = alias.Length == 0 ? null : alias;
        OnStateChanged(device);
    }

    /// <summary>Makes a device the port of another, or frees it when <paramref name="master"/> is null.</summary>
    /// <exception cref="RtnlException">ENODEV: it is not in this namespace; EOPNOTSUPP: the master's kind has no ports; or the master refuses it.</exception>
    public void SetMaster(NetDevice device, NetDevice? master)
    {
        RequireMember(device);
        if (ReferenceEquals(device.Master, master)) return;
        if (master is not null and not IPortMaster) throw new RtnlException(Errno.EOPNOTSUPP, "Device does not allow enslaving.");
        (master as IPortMaster)?.CheckPort(device);
        // Each links the device, and tells of that, in the middle of its steps (see LinkUpper).
        (device.Master as IPortMaster)?.RemovePort(device);
        (master as IPortMaster)?.AddPort(device);
    }
}

/// <summary>A device that others can be ports of: the bridge.</summary>
public interface IPortMaster
{
    /// <summary>Whether the device may become a port.</summary>
    /// <exception cref="RtnlException">It may not, with the kernel's sentence.</exception>
    void CheckPort(NetDevice device);

    /// <summary>Takes a port in, and calls <see cref="NetNamespace.LinkUpper"/> on the way.</summary>
    void AddPort(NetDevice device);

    /// <summary>Lets a port go, and calls <see cref="NetNamespace.LinkUpper"/> on the way.</summary>
    void RemovePort(NetDevice device);
}
