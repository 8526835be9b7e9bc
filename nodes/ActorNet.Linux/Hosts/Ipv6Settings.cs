namespace ActorNet.Linux.Hosts;

/// <summary>
/// The IPv6 switches of a namespace (<c>/proc/sys/net/ipv6/conf</c>). They are set as defaults before the interfaces are made, so that
/// not one
/// solicitation leaves in between.
/// </summary>
/// <seealso href="https://docs.kernel.org/networking/ip-sysctl.html">Kernel documentation of the switches</seealso>
internal static class Ipv6Settings
{
    private const string Root = "/proc/sys/net/ipv6/conf";

    private static readonly string[] QuietSwitches = ["accept_dad", "accept_ra", "autoconf", "router_solicitations"];

    /// <summary>Sets them for the calling thread's namespace.</summary>
    /// <exception cref="LinuxException">The host needs IPv6 and the kernel has none.</exception>
    internal static void Apply(HostSpec spec)
    {
        if (!Directory.Exists(Root))
        {
            if (!spec.Interfaces.Any(device => device.Addresses.Any(address => address.IsIpv6))) return;
            throw new LinuxException("IPv6 address", Native.Errno.EOPNOTSUPP, "The kernel runs without IPv6; leave the IPv6 addresses out.");
        }
        switch (spec.Ipv6)
        {
            case HostIpv6.Off:
                Set("disable_ipv6", "1");
                break;
            case HostIpv6.Static:
                foreach (string name in QuietSwitches) Set(name, "0");
                break;
        }
    }

    /// <summary>
    /// Both: "default" is what a new interface starts with, and "all" outvotes an interface where the kernel takes the larger one.
    /// </summary>
    private static void Set(string name, string value)
    {
        File.WriteAllText($"{Root}/all/{name}", value);
        File.WriteAllText($"{Root}/default/{name}", value);
    }
}
