using ActorNet.Core.Devices;

namespace ActorNet.Core.Net;

/// <content>Flags of a device (<c>__dev_change_flags</c>, rules FLAG-01, FLAG-04).</content>
public sealed partial class NetNamespace
{
    /// <summary>Flags that are kept as the user sets them.</summary>
    private const DeviceFlags Kept =
        DeviceFlags.Debug | DeviceFlags.NoTrailers | DeviceFlags.NoArp | DeviceFlags.Dynamic | DeviceFlags.Multicast;

    /// <summary>Flags that ask for frames of others; each counts once, however often it is set.</summary>
    private const DeviceFlags Asking = DeviceFlags.Promisc | DeviceFlags.AllMulti;

    /// <summary>Sets or clears flags that a user may toggle; UP is done by <see cref="OpenDevice"/> and <see cref="CloseDevice"/>.</summary>
    public void SetFlags(NetDevice device, DeviceFlags flags, bool on) => ChangeFlags(device, on ? flags : DeviceFlags.None, flags);

    /// <summary>Changes flags, and up or down with them, as one step of which others hear once.</summary>
    /// <param name="device">The device.</param>
    /// <param name="flags">New values of the flags that <paramref name="mask"/> picks.</param>
    /// <param name="mask">Flags to change, without UP.</param>
    /// <param name="up">Up, down, or as it is.</param>
    /// <exception cref="RtnlException">It cannot come up; flags are changed then, and nobody was told.</exception>
    public void ChangeFlags(NetDevice device, DeviceFlags flags, DeviceFlags mask, bool? up = null)
    {
        var old = device.Flags;
        ApplyFlags(device, flags, mask, up);
        if (device.Flags != old) TellFlags(device, old);
    }

    /// <summary>
    /// Completes a device that a command makes (<c>rtnl_configure_link</c>): its first flags, and the one link message that tells of it. It was registered without one.
    /// </summary>
    /// <exception cref="RtnlException">It cannot come up.</exception>
    public void ConfigureLink(NetDevice device, DeviceFlags flags = DeviceFlags.None, DeviceFlags mask = DeviceFlags.None, bool? up = null)
    {
        var old = device.Flags;
        ApplyFlags(device, flags, mask, up);
        TellFlags(device, old);
    }

    private void ApplyFlags(NetDevice device, DeviceFlags flags, DeviceFlags mask, bool? up)
    {
        device.Flags = (device.Flags & ~(mask & Kept)) | (flags & mask & Kept);
        device.SetRxMode();
        if (up == true && !device.IsUp) Start(device);
        else if (up == false && device.IsUp) Stop([device]);
        var asked = (device.Flags ^ flags) & mask & Asking;
        device.Flags ^= asked;
        if ((asked & DeviceFlags.Promisc) != 0) device.ChangePromiscuity((device.Flags & DeviceFlags.Promisc) != 0 ? 1 : -1);
        if ((asked & DeviceFlags.AllMulti) != 0) device.ChangeAllMulti((device.Flags & DeviceFlags.AllMulti) != 0 ? 1 : -1);
    }

    private void TellFlags(NetDevice device, DeviceFlags old)
    {
        SendLinkMessage(device);
        var changed = device.Flags ^ old;
        if ((changed & DeviceFlags.Up) != 0) Notify(device.IsUp ? NetDeviceEvent.Up : NetDeviceEvent.Down, device);
        if (device.IsUp && (changed & ~(DeviceFlags.Up | Asking)) != 0) Notify(NetDeviceEvent.Change, device);
    }
}
