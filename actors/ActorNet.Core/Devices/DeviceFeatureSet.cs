namespace ActorNet.Core.Devices;

/// <summary>Feature merging at registration (<c>register_netdevice</c>, <c>netdev_fix_features</c>; rule FEAT-01).</summary>
public static class DeviceFeatureSet
{
    /// <summary>Adds the software offloads and drops combinations that cannot work.</summary>
    public static void Complete(NetDevice device)
    {
        const DeviceFeatures software = DeviceFeatures.Gso | DeviceFeatures.Gro;
        device.HwFeatures |= software;
        if (!device.Flags.HasFlag(DeviceFlags.Loopback)) device.HwFeatures |= DeviceFeatures.NoCacheCopy;
        if ((device.HwFeatures & DeviceFeatures.Tso) != 0) device.HwFeatures |= DeviceFeatures.TsoMangleId;
        device.Features |= software;
        device.WantedFeatures = device.Features & device.HwFeatures;
        device.Features = Fix(device.FixFeatures(device.Features));
    }

    /// <summary>Drops features whose preconditions are missing.</summary>
    /// <param name="features">What is wanted.</param>
    /// <param name="kernel">Whose preconditions; null for the newest's.</param>
    public static DeviceFeatures Fix(DeviceFeatures features, KernelProfile? kernel = null)
    {
        const DeviceFeatures checksums = DeviceFeatures.HwCsum | DeviceFeatures.IpCsum | DeviceFeatures.Ipv6Csum;
        if ((features & DeviceFeatures.HwCsum) != 0) features &= ~(DeviceFeatures.IpCsum | DeviceFeatures.Ipv6Csum);
        if ((features & (DeviceFeatures.HwCsum | DeviceFeatures.IpCsum)) == 0) features &= ~DeviceFeatures.Tso;
        if ((features & (DeviceFeatures.HwCsum | DeviceFeatures.Ipv6Csum)) == 0) features &= ~DeviceFeatures.Tso6;
        if ((features & DeviceFeatures.Sg) == 0) features &= ~(DeviceFeatures.AllTso | DeviceFeatures.Gso);
        if ((features & DeviceFeatures.Tso) == 0) features &= ~(DeviceFeatures.TsoEcn | DeviceFeatures.TsoMangleId);
        if ((features & checksums) == 0 && kernel?.UdpSegmentationNeedsChecksum != false) features &= ~DeviceFeatures.GsoUdpL4;
        return features;
    }
}
