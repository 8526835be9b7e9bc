using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>Makes devices from requests (<c>rtnl_newlink</c>): all of what one command asks for, or nothing.</summary>
internal static class LinkFactory
{
    /// <summary>Allocates, registers and configures.</summary>
    /// <param name="home">Namespace of the command; a part that names no other is made there.</param>
    /// <param name="kind">Kind of device.</param>
    /// <param name="request">The device asked for.</param>
    /// <param name="options">Options of the kind.</param>
    /// <exception cref="RtnlException">Refused at any step; what was registered before has been removed again.</exception>
    public static void Create(NetNamespace home, DeviceKind kind, LinkRequest request, DeviceOptions? options)
    {
        CheckQueues(request);
        var made = kind.Create(request with { Name = request.Name ?? request.Device ?? kind.Name + "%d" }, options);
        var done = new List<NetDevice>(made.Count);
        try
        {
            // The peer of a pair is complete, and told of, before its other end exists.
            foreach (var part in made)
            {
                Register(home, part, done);
                Configure(part);
            }
        }
        catch
        {
            done.Reverse();
            foreach (var device in done) Undo(device);
            throw;
        }
    }

    private static void CheckQueues(LinkRequest request)
    {
        if (request.TxQueues is < 1 or > NetDevice.MaxQueues) throw new RtnlException(Errno.EINVAL, "Invalid number of transmit queues.");
        if (request.RxQueues is < 1 or > NetDevice.MaxQueues) throw new RtnlException(Errno.EINVAL, "Invalid number of receive queues.");
    }

    private static void Register(NetNamespace home, NewDevice part, List<NetDevice> done)
    {
        var (device, request) = part;
        if (request.NamespaceOfProcess) throw new RtnlException(Errno.ESRCH);
        ApplyAttributes(device, request);
        (request.Namespace ?? home).Register(device, request.Index, announced: false);
        done.Add(device);
    }

    /// <summary>What a device has from its birth, without events (<c>rtnl_create_link</c>).</summary>
    private static void ApplyAttributes(NetDevice device, LinkRequest request)
    {
        if (request.Address is { } bytes)
        {
            var address = HardwareAddress.ToMac(bytes);
            if (!address.IsValidUnicast) throw new RtnlException(Errno.EADDRNOTAVAIL);
            device.Address = address;
        }

        device.Group = request.Group ?? 0;
        if (request.Broadcast is { } broadcast) device.BroadcastAddress = HardwareAddress.ToMac(broadcast);
        if (request.TxQueueLength is { } length) device.TxQueueLength = length >= 0 ? length : throw new RtnlException(Errno.ERANGE);
        if (request.Mtu is not { } mtu) return;
        if (mtu < 0 || mtu < device.MinMtu) throw new RtnlException(Errno.EINVAL, "mtu less than device minimum.");
        if (device.MaxMtu > 0 && mtu > device.MaxMtu) throw new RtnlException(Errno.EINVAL, "mtu greater than device maximum.");
        device.Mtu = mtu;
        device.OnMtuChanged();
    }

    private static void Configure(NewDevice part)
    {
        var (device, request) = part;
        var ns = device.Namespace;
        ns.ConfigureLink(device, request.Flags, request.FlagMask, request.Up);
        if (request.Master is { } master) LinkChange.ApplyMaster(ns, device, master);
    }

    private static void Undo(NetDevice device)
    {
        if (device.RegState == RegState.Registered) device.Namespace.Delete(device);
    }
}
