using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ip link delete</c>: one device, or all of a group.</summary>
internal static class IpLinkDelete
{
    /// <summary>Carries out what follows the word; a kind may be named and makes no difference.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        var request = new LinkParser(invocation.Session.Lab, invocation.Namespace, creating: false).Parse(args);
        if (request is { Device: null, Group: { } group })
        {
            DeleteGroup(invocation.Namespace, group);
            return;
        }

        if (request.Device is null) throw new Iproute2Exception("Not enough information: \"dev\" argument is required.", 255);
        var device = invocation.Device(request.Device);
        device.Namespace.Delete(device);
    }

    /// <summary>All of a group or none: a device that cannot be deleted keeps the others (<c>rtnl_group_dellink</c>).</summary>
    private static void DeleteGroup(NetNamespace ns, int group)
    {
        if (group == 0) throw new RtnlException(Errno.EPERM);
        var members = ns.Devices.Where(d => d.Group == group).ToArray();
        if (members.Length == 0) throw new RtnlException(Errno.ENODEV);
        if (Array.Exists(members, static d => d.Flags.HasFlag(DeviceFlags.Loopback))) throw new RtnlException(Errno.EOPNOTSUPP);
        foreach (var device in members)
        {
            // The far end of a veth may have gone with the near one.
            if (device.RegState == RegState.Registered) ns.Delete(device);
        }
    }
}
