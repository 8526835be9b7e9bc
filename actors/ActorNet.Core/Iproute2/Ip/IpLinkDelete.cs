namespace ActorNet.Core.Iproute2;

/// <summary><c>ip link delete</c>.</summary>
internal static class IpLinkDelete
{
    /// <summary>Carries out what follows the word; a kind may be named and makes no difference.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        var request = new LinkParser(invocation.Session.Lab, invocation.Namespace, creating: false).Parse(args);
        if (request.Device is null) throw new Iproute2Exception("Not enough information: \"dev\" argument is required.", 255);
        var device = invocation.Device(request.Device);
        device.Namespace.Delete(device);
    }
}
