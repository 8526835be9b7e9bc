using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>Changes a device as a request asks (<c>do_setlink</c>): one step after the other in the kernel's order; what a refused step finds done stays done.</summary>
internal static class LinkChange
{
    /// <summary>Carries the request out.</summary>
    /// <exception cref="RtnlException">A step is refused.</exception>
    public static void Apply(NetDevice device, LinkRequest request)
    {
        var newName = request.Name;
        if (request.NamespaceOfProcess) MoveToProcess(device);
        if (request.Namespace is { } target && !ReferenceEquals(target, device.Namespace))
        {
            device.Namespace.Move(device, target, newName);
            newName = null;
        }

        var ns = device.Namespace;
        ApplyAddress(ns, device, request);
        if (request.Mtu is { } mtu) ns.SetMtu(device, mtu);
        if (newName is not null) ns.Rename(device, newName);
        if (request.Alias is { } alias) ns.SetAlias(device, alias);
        if (request.Broadcast is { } broadcast) ApplyBroadcast(device, broadcast);
        if (request.Master is not null || request.NoMaster) ApplyMaster(ns, device, request.NoMaster ? null : request.Master);
        ApplyFlags(ns, device, request);
        if (request.Carrier is { } carrier) ApplyCarrier(device, carrier);
        if (request.TxQueueLength is { } length) ns.SetTxQueueLength(device, length);
    }

    /// <summary>Switches flags, then brings it up or down.</summary>
    public static void ApplyFlags(NetNamespace ns, NetDevice device, LinkRequest request)
    {
        var on = request.Flags & request.FlagMask;
        var off = request.FlagMask & ~request.Flags;
        if (on != 0) ns.SetFlags(device, on, on: true);
        if (off != 0) ns.SetFlags(device, off, on: false);
        if (request.Up == true) ns.OpenDevice(device);
        else if (request.Up == false) ns.CloseDevice(device);
    }

    /// <summary>Makes it a port, or frees it.</summary>
    public static void ApplyMaster(NetNamespace ns, NetDevice device, NetDevice? master)
    {
        if (master is not (null or IPortMaster)) throw new RtnlException(Errno.EOPNOTSUPP);
        if (master is not null && !ReferenceEquals(master.Namespace, ns)) throw new RtnlException(Errno.EINVAL);
        ns.SetMaster(device, master);
    }

    private static void MoveToProcess(NetDevice device)
    {
        if ((device.Features & DeviceFeatures.NetnsLocal) != 0) throw new RtnlException(Errno.EINVAL, "The interface netns is immutable.");
        throw new RtnlException(Errno.ESRCH);
    }

    private static void ApplyAddress(NetNamespace ns, NetDevice device, LinkRequest request)
    {
        if (request.Address is not { } bytes) return;
        // A kind without the operation says so whatever the address is.
        ns.SetAddress(device, device is IfbDevice ? device.Address : HardwareAddress.ToMac(bytes));
    }

    private static void ApplyBroadcast(NetDevice device, IReadOnlyList<byte> bytes)
    {
        device.BroadcastAddress = HardwareAddress.ToMac(bytes);
        device.Namespace.Notify(NetDeviceEvent.ChangeAddress, device);
    }

    /// <summary>Only a dummy lets its user pull the plug (<c>ndo_change_carrier</c>).</summary>
    private static void ApplyCarrier(NetDevice device, bool on)
    {
        if (device is not DummyDevice) throw new RtnlException(Errno.EOPNOTSUPP);
        device.SetCarrier(on);
    }
}
