using System.Text;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary>Prints offloads as <c>ethtool -k</c> does: those that the emulation knows, in ethtool's order and groups.</summary>
internal static class EthtoolFeatures
{
    private static readonly (string Name, DeviceFeatures Feature, bool Member)[] Lines =
    [
        ("tx-checksumming", DeviceFeatures.HwCsum | DeviceFeatures.IpCsum | DeviceFeatures.Ipv6Csum, false),
        ("tx-checksum-ipv4", DeviceFeatures.IpCsum, true),
        ("tx-checksum-ip-generic", DeviceFeatures.HwCsum, true),
        ("tx-checksum-ipv6", DeviceFeatures.Ipv6Csum, true),
        ("scatter-gather", DeviceFeatures.Sg, false),
        ("tx-scatter-gather", DeviceFeatures.Sg, true),
        ("tx-scatter-gather-fraglist", DeviceFeatures.FragList, true),
        ("tcp-segmentation-offload", DeviceFeatures.AllTso, false),
        ("tx-tcp-segmentation", DeviceFeatures.Tso, true),
        ("tx-tcp-ecn-segmentation", DeviceFeatures.TsoEcn, true),
        ("tx-tcp-mangleid-segmentation", DeviceFeatures.TsoMangleId, true),
        ("tx-tcp6-segmentation", DeviceFeatures.Tso6, true),
        ("generic-segmentation-offload", DeviceFeatures.Gso, false),
        ("generic-receive-offload", DeviceFeatures.Gro, false),
        ("tx-vlan-offload", DeviceFeatures.HwVlanCtagTx, false),
        ("highdma", DeviceFeatures.HighDma, false),
        ("tx-udp_tnl-segmentation", DeviceFeatures.GsoTunnel, false),
        ("tx-sctp-segmentation", DeviceFeatures.GsoSctp, false),
        ("tx-udp-segmentation", DeviceFeatures.GsoUdpL4, false),
        ("tx-gso-list", DeviceFeatures.GsoFragList, false),
        ("tx-nocache-copy", DeviceFeatures.NoCacheCopy, false),
        ("tx-vlan-stag-hw-insert", DeviceFeatures.HwVlanStagTx, false),
    ];

    /// <summary>One line a feature; <c>[fixed]</c> where the user cannot switch it.</summary>
    public static string Format(NetDevice device)
    {
        var text = new StringBuilder("Features for ").Append(device.Name).Append(":\n");
        for (var i = 0; i < Lines.Length; i++)
        {
            var (name, feature, isMember) = Lines[i];
            var isGroup = !isMember && i + 1 < Lines.Length && Lines[i + 1].Member;
            var on = (device.Features & feature) != 0;
            var isFixed = (device.HwFeatures & feature) == 0 && !(isGroup && on);
            text.Append(isMember ? "\t" : "").Append(name).Append(on ? ": on" : ": off").Append(isFixed ? " [fixed]\n" : "\n");
        }

        return text.ToString();
    }
}
