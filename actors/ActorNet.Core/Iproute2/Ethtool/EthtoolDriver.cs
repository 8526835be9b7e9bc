using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ethtool -i</c>: which driver a device of the kind has on Linux.</summary>
internal static class EthtoolDriver
{
    private const string Unknown = "N/A";

    /// <summary>The lines; null when the driver says nothing of itself.</summary>
    public static string? Format(NetDevice device)
    {
        var kernel = device.Namespace.Kernel.Version;
        (string Driver, string Version, string Firmware, string Bus, bool Counts)? told = device switch
        {
            BridgeDevice => ("bridge", "2.3", Unknown, Unknown, false),
            VethDevice => ("veth", "1.0", "", "", true),
            IfbDevice => ("ifb", kernel, "", "", true),
            DummyDevice => ("dummy", kernel, "", "", false),
            VlanDevice => ("802.1Q VLAN Support", "1.8", Unknown, "", false),
            TapEndpointDevice tap => ("tun", "1.6", "", tap.Options.IsTun ? "tun" : "tap", false),
            _ => null,
        };
        return told is not { } t
            ? null
            : $"driver: {t.Driver}\nversion: {t.Version}\nfirmware-version: {t.Firmware}\nexpansion-rom-version: \nbus-info: {t.Bus}\n"
                + $"supports-statistics: {(t.Counts ? "yes" : "no")}\nsupports-test: no\nsupports-eeprom-access: no\nsupports-register-dump: no\nsupports-priv-flags: no\n";
    }
}
