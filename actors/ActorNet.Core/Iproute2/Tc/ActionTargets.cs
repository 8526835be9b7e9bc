using ActorNet.Core.Net;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Iproute2;

/// <summary>tc looks up the devices that actions name itself, before it asks the kernel.</summary>
internal static class ActionTargets
{
    /// <summary>Refuses actions whose device is not in the namespace.</summary>
    /// <param name="ns">Where.</param>
    /// <param name="specs">As parsed.</param>
    /// <param name="exitCode">1 in a filter, 255 in <c>tc actions</c>.</param>
    /// <exception cref="Iproute2Exception">There is no such device.</exception>
    public static void Check(NetNamespace ns, IReadOnlyList<ActionSpec> specs, int exitCode)
    {
        foreach (var spec in specs)
        {
            if (spec is MirredSpec { Device: { } name } mirred && ns.Find(name) is null)
                throw MirredParser.Bad($"Cannot find device \"{name}\"", mirred.Words, exitCode);
        }
    }
}
