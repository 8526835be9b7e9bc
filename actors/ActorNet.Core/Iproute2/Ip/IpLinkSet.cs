using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ip link set</c>: one device, or all of a group.</summary>
internal static class IpLinkSet
{
    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        var parser = new LinkParser(invocation.Session.Lab, invocation.Namespace, creating: false);
        var request = parser.Parse(args);
        var kind = request.Type is null ? null : DeviceKinds.Find(request.Type);
        var options = kind?.Parse(args, parser);
        if (kind is null && !args.AtEnd) throw new Iproute2Exception($"Garbage instead of arguments \"{args.Peek()} ...\". Try \"ip link help\".");
        if (request.Index != 0 && request.Namespace is null)
            throw new Iproute2Exception("index can be used only when creating devices or when moving device to another netns.", 255);
        if (request is { Device: null, Group: { } group })
        {
            ApplyToGroup(invocation, group, request);
            return;
        }

        if (request.Device is null) throw new Iproute2Exception("Not enough information: \"dev\" argument is required.", 255);
        var device = invocation.Device(request.Device);
        device.Namespace.SettleCarrier(device);
        if (request.Address is { } address && address.Count != MacAddress.Size)
            throw new Iproute2Exception($"Invalid address length {address.Count} - must be {MacAddress.Size} bytes");
        LinkChange.Apply(device, request);
        if (options is null) return;
        if (!kind!.Changes(device)) throw new RtnlException(Errno.EOPNOTSUPP);
        kind.Change(device, options);
    }

    /// <summary>The same for every device of a group; an empty group is no error.</summary>
    private static void ApplyToGroup(Invocation invocation, int group, LinkRequest request)
    {
        foreach (var device in invocation.Namespace.Devices.Where(d => d.Group == group).ToArray()) LinkChange.Apply(device, request with { Group = null });
    }
}
