using System.Text;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ethtool -K DEV { FEATURE on|off } ...</c>: switches offloads, and says so where more or less changed than was asked (rule FEAT-01).</summary>
internal static class EthtoolSwitch
{
    private const int NoFeature = 92;

    private static readonly (DeviceFeatures Feature, string Name)[] Names =
    [
        (DeviceFeatures.Sg, "tx-scatter-gather"), (DeviceFeatures.IpCsum, "tx-checksum-ipv4"), (DeviceFeatures.HwCsum, "tx-checksum-ip-generic"),
        (DeviceFeatures.Ipv6Csum, "tx-checksum-ipv6"), (DeviceFeatures.HighDma, "highdma"), (DeviceFeatures.FragList, "tx-scatter-gather-fraglist"),
        (DeviceFeatures.HwVlanCtagTx, "tx-vlan-hw-insert"), (DeviceFeatures.Gso, "tx-generic-segmentation"), (DeviceFeatures.Gro, "rx-gro"),
        (DeviceFeatures.Tso, "tx-tcp-segmentation"), (DeviceFeatures.TsoEcn, "tx-tcp-ecn-segmentation"), (DeviceFeatures.TsoMangleId, "tx-tcp-mangleid-segmentation"),
        (DeviceFeatures.Tso6, "tx-tcp6-segmentation"), (DeviceFeatures.GsoSctp, "tx-sctp-segmentation"), (DeviceFeatures.GsoUdpL4, "tx-udp-segmentation"),
        (DeviceFeatures.GsoFragList, "tx-gso-list"), (DeviceFeatures.NoCacheCopy, "tx-nocache-copy"), (DeviceFeatures.HwVlanStagTx, "tx-vlan-stag-hw-insert"),
    ];

    /// <summary>Carries out what follows the device's name.</summary>
    public static void Run(Invocation invocation, ArgReader args, NetDevice? device)
    {
        var wanted = Parse(args);
        if (device is null) throw new Iproute2Exception("netlink error: no device matches name (offset 24)\nnetlink error: No such device", NoFeature);
        var changed = DeviceFeatures.None;
        var asked = DeviceFeatures.None;
        foreach (var (features, on) in wanted)
        {
            asked |= features;
            changed |= device.Namespace.SetFeatures(device, features, on);
        }

        Report(invocation.Output, device, asked, changed);
        if (changed == DeviceFeatures.None && (asked & device.HwFeatures) == 0) throw new Iproute2Exception("Could not change any device features");
    }

    private static List<(DeviceFeatures Features, bool On)> Parse(ArgReader args)
    {
        var wanted = new List<(DeviceFeatures, bool)>();
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (!EthtoolFeatures.Exists(word) && EthtoolFeatures.Find(word) == DeviceFeatures.None)
                throw new Iproute2Exception("netlink error: bit name not found (offset 52)\nnetlink error: Operation not supported", NoFeature);
            var value = args.AtEnd ? "(null)" : args.Next();
            if (value is not ("on" or "off")) throw new Iproute2Exception($"ethtool (-K): flag '{value}' for parameter '(null)' is not followed by 'on' or 'off'");
            wanted.Add((EthtoolFeatures.Find(word), value is "on"));
        }

        return wanted;
    }

    /// <summary>Only where the outcome is not exactly what was asked: each feature that changed, and each that was asked for in vain.</summary>
    private static void Report(StringBuilder output, NetDevice device, DeviceFeatures asked, DeviceFeatures changed)
    {
        var unexpected = changed & ~asked;
        if (unexpected == DeviceFeatures.None && (asked & ~device.HwFeatures) == DeviceFeatures.None) return;
        if (changed == DeviceFeatures.None && (asked & device.HwFeatures) != 0) return;
        output.Append("Actual changes:\n");
        foreach (var (feature, name) in Names)
        {
            var on = (device.Features & feature) != 0;
            if ((changed & feature) != 0) output.Append(name).Append(on ? ": on" : ": off").Append((asked & feature) == 0 ? " [not requested]\n" : "\n");
            else if ((asked & feature & ~device.HwFeatures) != 0) output.Append(name).Append(on ? ": on [requested off]\n" : ": off [requested on]\n");
        }
    }
}
