using ActorNet.Core.Devices;

namespace ActorNet.Core.Net;

/// <content>Offloads that a user switches (<c>ethtool -K</c>; <c>__netdev_update_features</c>, rule FEAT-01).</content>
public sealed partial class NetNamespace
{
    /// <summary>
    /// Switches offloads. What is wanted is remembered, so that a feature that had to go with another comes back with it; what is in force is what the driver and the
    /// dependencies between features leave of it.
    /// </summary>
    /// <param name="device">The device.</param>
    /// <param name="features">Features to switch; those that the device does not let its user switch are left as they are.</param>
    /// <param name="on">On rather than off.</param>
    /// <returns>Features whose state changed, those that had to follow included.</returns>
    /// <exception cref="RtnlException">What the driver answered; nothing is changed in force then.</exception>
    public DeviceFeatures SetFeatures(NetDevice device, DeviceFeatures features, bool on)
    {
        var switched = features & device.HwFeatures;
        device.WantedFeatures = on ? device.WantedFeatures | switched : device.WantedFeatures & ~switched;
        return UpdateFeatures(device);
    }

    /// <summary>Brings the features in force in line with what is wanted and possible.</summary>
    internal DeviceFeatures UpdateFeatures(NetDevice device)
    {
        var old = device.Features;
        var wanted = (old & ~device.HwFeatures) | device.WantedFeatures;
        var features = DeviceFeatureSet.Fix(device.FixFeatures(wanted), Kernel);
        if (features == old) return DeviceFeatures.None;
        device.OnFeatures(features);
        device.Features = features;
        TellFeatures(device);
        return features ^ old;
    }
}
