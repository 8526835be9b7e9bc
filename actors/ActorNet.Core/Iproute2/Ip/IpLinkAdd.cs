using System.Text;
using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ip link add</c> and <c>ip link replace</c> (<c>iplink_modify</c> with NLM_F_CREATE).</summary>
internal static class IpLinkAdd
{
    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args, bool exclusive)
    {
        var ns = invocation.Namespace;
        var parser = new LinkParser(invocation.Session.Lab, ns, creating: true);
        var request = parser.Parse(args);
        var kind = request.Type is null ? null : DeviceKinds.Find(request.Type);
        // The options are read before anything is looked at, so that a wrong word is what the user hears of.
        var options = kind?.Parse(args, parser);
        if (request.Name is not null && request.Device is not null) throw new Iproute2Exception("both \"name\" and \"dev\" cannot be used when creating devices.", 255);
        if (request.Type is null) throw new Iproute2Exception("Not enough information: \"type\" argument is required");
        var target = request.Namespace ?? ns;
        var name = request.Name ?? request.Device;
        CheckName(name);
        if (name is not null && target.Find(name) is not null) throw new RtnlException(exclusive ? Errno.EEXIST : Errno.EOPNOTSUPP);
        if (kind is null) throw new RtnlException(Errno.EINVAL, "Unknown device type.");
        LinkFactory.Create(ns, kind, request, options);
    }

    /// <summary>The kernel refuses a name that does not fit before it looks at anything else.</summary>
    private static void CheckName(string? name)
    {
        if (name is not null && Encoding.UTF8.GetByteCount(name) > DeviceName.MaxBytes)
            throw new RtnlException(Errno.EINVAL, "Attribute failed policy validation.");
    }
}
