using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ip link set</c>.</summary>
internal static class IpLinkSet
{
    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        var parser = new LinkParser(invocation.Session.Lab, invocation.Namespace, creating: false);
        var request = parser.Parse(args);
        var kind = request.Type is null ? null : DeviceKinds.Find(request.Type);
        var options = kind?.Parse(args, parser);
        if (request.Index != 0 && request.Namespace is null)
            throw new Iproute2Exception("index can be used only when creating devices or when moving device to another netns.", 255);
        if (request.Device is null) throw new Iproute2Exception("Not enough information: \"dev\" argument is required.", 255);
        var device = invocation.Device(request.Device);
        if (request.Address is { } address && address.Count != MacAddress.Size)
            throw new Iproute2Exception($"Invalid address length {address.Count} - must be {MacAddress.Size} bytes");
        LinkChange.Apply(device, request);
        if (options is null) return;
        if (!string.Equals(kind!.Name, device.Kind, StringComparison.Ordinal)) throw new RtnlException(Errno.EOPNOTSUPP);
        kind.Change(device, options);
    }
}
