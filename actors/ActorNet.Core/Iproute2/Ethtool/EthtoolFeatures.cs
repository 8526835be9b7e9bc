using System.Text;
using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// Prints offloads as <c>ethtool -k</c> does: every feature of the kernel in its order. Those that the emulation knows show what is in force; the others show what a device
/// of the kind has, and are <c>[fixed]</c> off where none has them.
/// </summary>
internal static class EthtoolFeatures
{
    private const string Fixed = "off [fixed]";
    private const string Requested = "off [requested on]";
    private const string FixedOn = "on [fixed]";

    private static readonly Row[] Rows =
    [
        new("rx-checksumming", d => OnlyVethOrLo(d)),
        new("tx-checksumming", DeviceFeatures.HwCsum | DeviceFeatures.IpCsum | DeviceFeatures.Ipv6Csum, Group: true),
        new("\ttx-checksum-ipv4", DeviceFeatures.IpCsum),
        new("\ttx-checksum-ip-generic", DeviceFeatures.HwCsum),
        new("\ttx-checksum-ipv6", DeviceFeatures.Ipv6Csum),
        new("\ttx-checksum-fcoe-crc", d => d is VlanDevice ? Requested : Fixed),
        new("\ttx-checksum-sctp", d => SctpChecksum(d)),
        new("scatter-gather", DeviceFeatures.Sg, Group: true),
        new("\ttx-scatter-gather", DeviceFeatures.Sg),
        new("\ttx-scatter-gather-fraglist", DeviceFeatures.FragList),
        new("tcp-segmentation-offload", DeviceFeatures.AllTso, Group: true, Also: d => Newest(d.Namespace.Kernel) ? DeviceFeatures.GsoAccEcn : DeviceFeatures.None),
        new("\ttx-tcp-segmentation", DeviceFeatures.Tso),
        new("\ttx-tcp-ecn-segmentation", DeviceFeatures.TsoEcn),
        new("\ttx-tcp-mangleid-segmentation", DeviceFeatures.TsoMangleId),
        new("\ttx-tcp6-segmentation", DeviceFeatures.Tso6),
        new("\ttx-tcp-accecn-segmentation", DeviceFeatures.GsoAccEcn, Since: Newest),
        new("generic-segmentation-offload", DeviceFeatures.Gso),
        new("generic-receive-offload", DeviceFeatures.Gro),
        new("large-receive-offload", Never),
        new("rx-vlan-offload", d => d is VethDevice ? "on" : Fixed),
        new("tx-vlan-offload", DeviceFeatures.HwVlanCtagTx),
        new("ntuple-filters", Never),
        new("receive-hashing", Never),
        new("highdma", DeviceFeatures.HighDma),
        new("rx-vlan-filter", Never),
        new("vlan-challenged", d => d is LoopbackDevice ? FixedOn : Fixed),
        new("tx-lockless", d => d is TapEndpointDevice || (d.Features & DeviceFeatures.Lltx) != 0 ? FixedOn : Fixed, Since: Older),
        new("netns-local", d => (d.Features & DeviceFeatures.NetnsLocal) != 0 ? FixedOn : Fixed, Since: Older),
        new("tx-gso-robust", d => OfBridge(d, withPorts: Requested)),
        new("tx-fcoe-segmentation", d => d is VlanDevice ? Requested : OfBridge(d, withPorts: Requested)),
        new("tx-gre-segmentation", DeviceFeatures.GsoTunnel),
        new("tx-gre-csum-segmentation", DeviceFeatures.GsoTunnel),
        new("tx-ipxip4-segmentation", DeviceFeatures.GsoTunnel),
        new("tx-ipxip6-segmentation", DeviceFeatures.GsoTunnel),
        new("tx-udp_tnl-segmentation", DeviceFeatures.GsoTunnel),
        new("tx-udp_tnl-csum-segmentation", DeviceFeatures.GsoTunnel),
        new("tx-gso-partial", d => OfBridge(d, withPorts: "on")),
        new("tx-tunnel-remcsum-segmentation", d => OfBridge(d, withPorts: "on")),
        new("tx-sctp-segmentation", DeviceFeatures.GsoSctp),
        new("tx-esp-segmentation", d => OfBridge(d, withPorts: "on")),
        new("tx-udp-segmentation", DeviceFeatures.GsoUdpL4),
        new("tx-gso-list", DeviceFeatures.GsoFragList),
        new("fcoe-mtu", d => d is VlanDevice ? Requested : Fixed, Since: Older),
        new("tx-nocache-copy", DeviceFeatures.NoCacheCopy),
        new("loopback", d => d is LoopbackDevice ? FixedOn : Fixed),
        new("rx-fcs", Never),
        new("rx-all", Never),
        new("tx-vlan-stag-hw-insert", DeviceFeatures.HwVlanStagTx),
        new("rx-vlan-stag-hw-parse", d => d is VethDevice ? "on" : Fixed),
        new("rx-vlan-stag-filter", Never),
        new("l2-fwd-offload", Never),
        new("hw-tc-offload", Never),
        new("esp-hw-offload", Never),
        new("esp-tx-csum-hw-offload", Never),
        new("rx-udp_tunnel-port-offload", Never),
        new("tls-hw-tx-offload", Never),
        new("tls-hw-rx-offload", Never),
        new("rx-gro-hw", Never),
        new("tls-hw-record", Never),
        new("rx-gro-list", static _ => "off"),
        new("macsec-hw-offload", Never),
        new("rx-udp-gro-forwarding", static _ => "off"),
        new("hsr-tag-ins-offload", Never),
        new("hsr-tag-rm-offload", Never),
        new("hsr-fwd-offload", Never),
        new("hsr-dup-offload", Never),
    ];

    /// <summary>One line a feature; <c>[fixed]</c> where the user cannot switch it, <c>[requested ...]</c> where something keeps it from being as was asked.</summary>
    public static string Format(NetDevice device)
    {
        var text = new StringBuilder("Features for ").Append(device.Name).Append(":\n");
        foreach (var row in Rows)
        {
            if (row.Since is { } exists && !exists(device.Namespace.Kernel)) continue;
            text.Append(row.Name).Append(": ").Append(row.Special?.Invoke(device) ?? State(device, row)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The features that a word of <c>ethtool -K</c> names, old short words included; none when it is no feature that the emulation can switch.</summary>
    public static DeviceFeatures Find(string word) => word switch
    {
        "tx" => DeviceFeatures.HwCsum | DeviceFeatures.IpCsum | DeviceFeatures.Ipv6Csum,
        "sg" => DeviceFeatures.Sg | DeviceFeatures.FragList,
        "tso" => DeviceFeatures.AllTso | DeviceFeatures.GsoAccEcn,
        "gso" => DeviceFeatures.Gso,
        "gro" => DeviceFeatures.Gro,
        "txvlan" => DeviceFeatures.HwVlanCtagTx,
        "tx-generic-segmentation" => DeviceFeatures.Gso,
        _ => Array.Find(Rows, r => string.Equals(r.Name.Trim(), word, StringComparison.Ordinal)) is { } row ? row.Feature : DeviceFeatures.None,
    };

    /// <summary>Features that a word names besides, by the kernel's names, which the emulation cannot switch on.</summary>
    /// <param name="device">Of this device; where it has one, it is left out.</param>
    /// <param name="word">As given to <c>ethtool -K</c>.</param>
    public static IEnumerable<string> NeverOn(NetDevice device, string word)
    {
        (string Row, string Kernel)[] named = word switch
        {
            "tx" => [("tx-checksum-fcoe-crc", "tx-checksum-fcoe-crc"), ("tx-checksum-sctp", "tx-checksum-sctp")],
            "rx" => [("rx-checksumming", "rx-checksum")],
            "lro" => [("large-receive-offload", "rx-lro")],
            "rxvlan" => [("rx-vlan-offload", "rx-vlan-hw-parse")],
            "ntuple" => [("ntuple-filters", "rx-ntuple-filter")],
            "rxhash" => [("receive-hashing", "rx-hashing")],
            _ => [(word, word)],
        };
        return named.Where(n => Array.Find(Rows, r => string.Equals(r.Name.Trim(), n.Row, StringComparison.Ordinal))?.Special?.Invoke(device) is Fixed).Select(n => n.Kernel);
    }

    /// <summary>Whether the kernel has a feature of that name, switchable here or not.</summary>
    public static bool Exists(string word) => word is "rx" or "lro" or "rxvlan" or "ntuple" or "rxhash" || Array.Exists(Rows, r => string.Equals(r.Name.Trim(), word, StringComparison.Ordinal));

    private static string State(NetDevice device, Row row)
    {
        if (device is TapEndpointDevice tap) return OfTap(tap, row);
        var on = (device.Features & (row.Feature | (row.Also?.Invoke(device) ?? DeviceFeatures.None))) != 0;
        // The receive side of a veth merges nothing unless asked to.
        if (device is VethDevice && row.Feature == DeviceFeatures.Gro) return "off";
        if (row.Group) return on ? "on" : (device.HwFeatures & row.Feature) != 0 ? "off" : Fixed;
        if ((device.HwFeatures & row.Feature) == 0) return on ? FixedOn : Fixed;
        var wanted = (device.WantedFeatures & row.Feature) != 0;
        return (on ? "on" : "off") + (wanted == on ? "" : wanted ? " [requested on]" : " [requested off]");
    }

    /// <summary>A TAP offers what its reader understands; without one it wants more than it has.</summary>
    private static string OfTap(TapEndpointDevice tap, Row row)
    {
        if ((tap.Features & row.Feature) != 0) return "on";
        if (row.Group) return row.Feature == DeviceFeatures.Sg ? "on" : "off";
        return row.Feature switch
        {
            DeviceFeatures.Sg or DeviceFeatures.FragList or DeviceFeatures.Gso or DeviceFeatures.Gro or DeviceFeatures.HwVlanCtagTx or DeviceFeatures.HwVlanStagTx => "on",
            DeviceFeatures.TsoEcn => Requested,
            DeviceFeatures.HwCsum or DeviceFeatures.Tso or DeviceFeatures.Tso6 => Requested,
            DeviceFeatures.GsoUdpL4 when Newest(tap.Namespace.Kernel) => Requested,
            DeviceFeatures.GsoTunnel when Newest(tap.Namespace.Kernel) && row.Name.StartsWith("tx-udp_tnl", StringComparison.Ordinal) => Requested,
            DeviceFeatures.TsoMangleId or DeviceFeatures.NoCacheCopy => "off",
            _ => Fixed,
        };
    }

    private static string OnlyVethOrLo(NetDevice device) => device switch
    {
        VethDevice => "on",
        LoopbackDevice => FixedOn,
        _ => Fixed,
    };

    private static string SctpChecksum(NetDevice device) => device switch
    {
        VethDevice or VlanDevice { Real: VethDevice } => (device.Features & DeviceFeatures.HwCsum) != 0 ? "on" : "off",
        LoopbackDevice => FixedOn,
        _ => Fixed,
    };

    /// <summary>A bridge has every software offload, and loses those that no port has.</summary>
    private static string OfBridge(NetDevice device, string withPorts) => device is BridgeDevice bridge ? (bridge.Ports.Count == 0 ? "on" : withPorts) : Fixed;

    private static string Never(NetDevice device) => Fixed;

    /// <summary>Whether that kernel has a row for the feature.</summary>
    public static bool Has(KernelProfile kernel, DeviceFeatures feature) => Array.Exists(Rows, r => r.Feature == feature && r.Since?.Invoke(kernel) != false);

    private static bool Newest(KernelProfile kernel) => kernel.Version is "6.18";

    private static bool Older(KernelProfile kernel) => kernel.Version is not ("6.12" or "6.18");

    /// <summary>A line: a feature by its flag, or what a kind has.</summary>
    private sealed record Row(
        string Name, DeviceFeatures Feature, Func<NetDevice, string>? Special, bool Group, Func<KernelProfile, bool>? Since, Func<NetDevice, DeviceFeatures>? Also)
    {
        public Row(string Name, DeviceFeatures Feature, bool Group = false, Func<KernelProfile, bool>? Since = null, Func<NetDevice, DeviceFeatures>? Also = null)
            : this(Name, Feature, null, Group, Since, Also)
        {
        }

        public Row(string Name, Func<NetDevice, string> Special, Func<KernelProfile, bool>? Since = null)
            : this(Name, DeviceFeatures.None, Special, Group: false, Since, Also: null)
        {
        }
    }
}
