using System.Globalization;
using System.Text;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ethtool -K DEV { FEATURE on|off } ...</c>: switches offloads, and says so where more or less changed than was asked (rule FEAT-01).</summary>
internal static class EthtoolSwitch
{
    private const int NoFeature = 92;

    /// <summary>In the kernel's order, which is that of the answer.</summary>
    private static readonly (DeviceFeatures Feature, string Name)[] Names =
    [
        (DeviceFeatures.Sg, "tx-scatter-gather"), (DeviceFeatures.IpCsum, "tx-checksum-ipv4"), (DeviceFeatures.HwCsum, "tx-checksum-ip-generic"),
        (DeviceFeatures.Ipv6Csum, "tx-checksum-ipv6"), (DeviceFeatures.HighDma, "highdma"), (DeviceFeatures.FragList, "tx-scatter-gather-fraglist"),
        (DeviceFeatures.HwVlanCtagTx, "tx-vlan-hw-insert"), (DeviceFeatures.Gso, "tx-generic-segmentation"), (DeviceFeatures.Gro, "rx-gro"),
        (DeviceFeatures.Tso, "tx-tcp-segmentation"), (DeviceFeatures.TsoEcn, "tx-tcp-ecn-segmentation"), (DeviceFeatures.TsoMangleId, "tx-tcp-mangleid-segmentation"),
        (DeviceFeatures.Tso6, "tx-tcp6-segmentation"), (DeviceFeatures.GsoSctp, "tx-sctp-segmentation"), (DeviceFeatures.GsoUdpL4, "tx-udp-segmentation"),
        (DeviceFeatures.GsoFragList, "tx-gso-list"), (DeviceFeatures.GsoAccEcn, "tx-tcp-accecn-segmentation"), (DeviceFeatures.NoCacheCopy, "tx-nocache-copy"),
        (DeviceFeatures.HwVlanStagTx, "tx-vlan-stag-hw-insert"),
    ];

    /// <summary>Carries out what follows the device's name: all of it at once, so that what one word takes away another can keep away.</summary>
    public static void Run(Invocation invocation, ArgReader args, NetDevice? device)
    {
        if (device is null) throw new Iproute2Exception("netlink error: no device matches name (offset 24)\nnetlink error: No such device", NoFeature);
        var wanted = Parse(args, device);
        var before = device.Features;
        foreach (var (features, on) in wanted.Switches) device.Namespace.SetFeatures(device, features, on);
        var changed = (device.Features ^ before) & Known(device);
        var missed = ((wanted.On & ~device.Features) | (wanted.Off & device.Features)) & Known(device);
        Report(invocation.Output, device, wanted, changed, missed);
        if (changed == DeviceFeatures.None && (missed != DeviceFeatures.None || wanted.InVain.Count > 0)) throw new Iproute2Exception("Could not change any device features");
    }

    private static Wanted Parse(ArgReader args, NetDevice device)
    {
        var wanted = new Wanted();
        while (!args.AtEnd)
        {
            var word = args.Next();
            if (!EthtoolFeatures.Exists(word) && EthtoolFeatures.Find(word) == DeviceFeatures.None)
            {
                var offset = string.Create(CultureInfo.InvariantCulture, $"{AttributesBehindTheName + ((device.Name.Length + sizeof(int)) & ~(sizeof(int) - 1))}");
                throw new Iproute2Exception($"netlink error: bit name not found (offset {offset})\nnetlink error: Operation not supported", NoFeature);
            }

            var value = args.AtEnd ? "(null)" : args.Next();
            if (value is not ("on" or "off")) throw new Iproute2Exception($"ethtool (-K): flag '{value}' for parameter '(null)' is not followed by 'on' or 'off'");
            wanted.Add(EthtoolFeatures.Find(word), value is "on");
            if (value is "on") wanted.InVain.AddRange(EthtoolFeatures.NeverOn(device, word));
        }

        return wanted;
    }

    /// <summary>Bytes of the request up to the complaint, without the device's name, which is padded to four.</summary>
    private const int AttributesBehindTheName = 48;

    /// <summary>Only where the outcome is not exactly what was asked: each feature that changed, and each that was asked for in vain.</summary>
    private static void Report(StringBuilder output, NetDevice device, Wanted wanted, DeviceFeatures changed, DeviceFeatures missed)
    {
        if ((changed & ~wanted.All) == DeviceFeatures.None && missed == DeviceFeatures.None && wanted.InVain.Count == 0) return;
        output.Append("Actual changes:\n");
        foreach (var (feature, name) in Names)
        {
            var state = (device.Features & feature) != 0 ? ": on" : ": off";
            if ((missed & feature) != 0) output.Append(name).Append(state).Append((wanted.On & feature) != 0 ? " [requested on]\n" : " [requested off]\n");
            else if ((changed & feature) != 0) output.Append(name).Append(state).Append((wanted.All & feature) == 0 ? " [not requested]\n" : "\n");
        }

        foreach (var name in wanted.InVain) output.Append(name).Append(": off [requested on]\n");
    }

    private static DeviceFeatures Known(NetDevice device) => EthtoolFeatures.Has(device.Namespace.Kernel, DeviceFeatures.GsoAccEcn) ? ~DeviceFeatures.None : ~DeviceFeatures.GsoAccEcn;

    /// <summary>What a command asks for; the last word on a feature counts.</summary>
    private sealed class Wanted
    {
        public List<(DeviceFeatures Features, bool On)> Switches { get; } = [];

        public DeviceFeatures On { get; private set; }

        public DeviceFeatures Off { get; private set; }

        public DeviceFeatures All => On | Off;

        /// <summary>Kernel names of features that nobody here has.</summary>
        public List<string> InVain { get; } = [];

        public void Add(DeviceFeatures features, bool on)
        {
            Switches.Add((features, on));
            On = on ? On | features : On & ~features;
            Off = on ? Off & ~features : Off | features;
        }
    }
}
