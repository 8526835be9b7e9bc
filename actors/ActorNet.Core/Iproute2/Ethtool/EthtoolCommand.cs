using System.Globalization;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary>The program <c>ethtool</c>, as far as emulated devices have something to say: <c>-S DEV</c> counters, <c>-k DEV</c> offloads.</summary>
internal static class EthtoolCommand
{
    private const string Usage = "ethtool: bad command line argument(s)\nFor more information run ethtool -h";
    private const int NoSuchDevice = 96;
    private const int NoStatistics = 94;

    /// <summary>Carries out what follows the word <c>ethtool</c>.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.Remaining != 2) throw new Iproute2Exception(Usage);
        var what = args.Next();
        var name = args.Next();
        switch (what)
        {
            case "-S" or "--statistics":
                var counted = invocation.Namespace.Find(name);
                if (counted is null) throw new Iproute2Exception("Cannot get stats strings information: No such device", NoSuchDevice);
                Statistics(invocation, counted);
                break;
            case "-k" or "--show-features" or "--show-offload":
                var device = invocation.Namespace.Find(name)
                    ?? throw new Iproute2Exception("netlink error: no device matches name (offset 24)\nnetlink error: No such device");
                invocation.Output.Append(EthtoolFeatures.Format(device));
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
