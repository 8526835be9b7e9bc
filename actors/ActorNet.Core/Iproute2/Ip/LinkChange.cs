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
        if (request.Group is { } group) ns.SetGroup(device, group);
        if (newName is not null) ns.Rename(device, newName);
        if (request.Alias is { } alias) ns.SetAlias(device, alias);
        if (request.Broadcast is { } broadcast) ApplyBroadcast(device, broadcast);
        if (request.Master is not null || request.NoMaster) ApplyMaster(ns, device, request.NoMaster ? null : request.Master);
        ns.ChangeFlags(device, request.Flags, request.FlagMask, request.Up);
        if (request.Carrier is { } carrier) ApplyCarrier(device, carrier);
        if (request.TxQueueLength is { } length) ns.SetTxQueueLength(device, length);
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
        if ((device.Features & DeviceFeatures.NetnsLocal) != 0) throw device.Namespace.Kernel.Refusal(Errno.EINVAL, "The interface netns is immutable.");
        throw new RtnlException(Errno.ESRCH);
    }

    private static void ApplyAddress(NetNamespace ns, NetDevice device, LinkRequest request)
    {
        if (request.Address is not { } bytes) return;
        // A kind without the operation says so whatever the address is.
        ns.SetAddress(device, device is IfbDevice || !device.HasMacHeader ? device.Address : HardwareAddress.ToMac(bytes));
    }

    private static void ApplyBroadcast(NetDevice device, IReadOnlyList<byte> bytes)
    {
        device.BroadcastAddress = HardwareAddress.ToMac(bytes);
        device.Namespace.SendLinkMessage(device);
        device.Namespace.Notify(NetDeviceEvent.ChangeAddress, device);
    }

    /// <summary>Only a dummy lets its user pull the plug, and a TAP as long as somebody has the far end (<c>ndo_change_carrier</c>).</summary>
    private static void ApplyCarrier(NetDevice device, bool on)
    {
        if (device is TapEndpointDevice { HasWire: false } && on) throw new RtnlException(Errno.EPERM);
        if (device is not (DummyDevice or TapEndpointDevice)) throw new RtnlException(Errno.EOPNOTSUPP);
        device.SetCarrier(on);
    }
}
