using System.Globalization;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// The program <c>ethtool</c>, as far as emulated devices have something to say: <c>-S DEV</c> counters, <c>-k DEV</c> offloads, <c>-K DEV ...</c> switches them, <c>-i DEV</c>
/// the driver.
/// </summary>
internal static class EthtoolCommand
{
    private const string Usage = "ethtool: bad command line argument(s)\nFor more information run ethtool -h";
    private const int NoSuchDevice = 96;
    private const int NoStatistics = 94;
    private const int NoDriver = 71;

    /// <summary>Carries out what follows the word <c>ethtool</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.Remaining < 2) throw new Iproute2Exception(Usage);
        var what = args.Next();
        var name = args.Next();
        var device = invocation.Namespace.Find(name);
        if (what is "-K" or "--features" or "--offload" && !args.AtEnd)
        {
            EthtoolSwitch.Run(invocation, args, device);
            return;
        }

        if (!args.AtEnd) throw new Iproute2Exception(Usage);
        switch (what)
        {
            case "-S" or "--statistics":
                Statistics(invocation, device ?? throw new Iproute2Exception("Cannot get stats strings information: No such device", NoSuchDevice));
                break;
            case "-k" or "--show-features" or "--show-offload":
                invocation.Output.Append(EthtoolFeatures.Format(
                    device ?? throw new Iproute2Exception("netlink error: no device matches name (offset 24)\nnetlink error: No such device")));
                break;
            case "-i" or "--driver":
                if (device is null) throw new Iproute2Exception("Cannot get driver information: No such device", NoDriver);
                invocation.Output.Append(EthtoolDriver.Format(device) ?? throw new Iproute2Exception("Cannot get driver information: Operation not supported", NoDriver));
                break;
            default:
                throw new Iproute2Exception(Usage);
        }
    }

    private static void Statistics(Invocation invocation, NetDevice device)
    {
        var any = false;
        foreach (var (name, value) in device.EthtoolStats())
        {
            if (!any) invocation.Output.Append("NIC statistics:\n");
            any = true;
            invocation.Output.Append(CultureInfo.InvariantCulture, $"     {name}: {value}\n");
        }

        if (!any) throw new Iproute2Exception("no stats available", NoStatistics);
    }
}
