using ActorNet.Core.Devices;

namespace ActorNet.Core.Net;

/// <content>Alternative names (<c>ip link property</c>, rule NAME-04) and groups.</content>
public sealed partial class NetNamespace
{
    /// <summary>Longest alternative name in bytes (ALTIFNAMSIZ - 1).</summary>
    public const int MaxAltName = 127;

    /// <summary>Most alternative names of a device.</summary>
    public const int MaxAltNames = 256;

    /// <summary>Gives a device further names under which it is found.</summary>
    /// <exception cref="RtnlException">EEXIST: a name is taken; EINVAL: it is empty or too long; ENOMEM: there are too many. The names before it stay.</exception>
    public void AddAltNames(NetDevice device, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (name.Length == 0 || System.Text.Encoding.UTF8.GetByteCount(name) > MaxAltName) throw new RtnlException(Errno.EINVAL);
            if (device.AltNames.Count >= MaxAltNames) throw new RtnlException(Errno.ENOMEM);
            if (!_byName.TryAdd(name, device)) throw new RtnlException(Errno.EEXIST);
            device.AltNames = [.. device.AltNames, name];
        }

        if (names.Count > 0) OnStateChanged(device);
    }

    /// <summary>Takes further names away.</summary>
    /// <exception cref="RtnlException">ENOENT: nothing is called so; EINVAL: another device is, or it is the name itself.</exception>
    public void RemoveAltNames(NetDevice device, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (!_byName.TryGetValue(name, out var owner)) throw new RtnlException(Errno.ENOENT);
            if (!ReferenceEquals(owner, device) || !device.AltNames.Contains(name, StringComparer.Ordinal)) throw new RtnlException(Errno.EINVAL);
            GiveUpName(name);
            device.AltNames = [.. device.AltNames.Where(n => !string.Equals(n, name, StringComparison.Ordinal))];
        }

        if (names.Count > 0) OnStateChanged(device);
    }

    /// <summary>Sorts a device into a group.</summary>
    public void SetGroup(NetDevice device, int group)
    {
        if (device.Group == group) return;
        device.Group = group;
        OnStateChanged(device);
    }

    /// <summary>An attribute changed that users only hear of while the device is up (<c>netdev_state_change</c>, rule FLAG-04).</summary>
    internal void OnStateChanged(NetDevice device)
    {
        if (!device.IsUp) return;
        Notify(NetDeviceEvent.Change, device);
        SendLinkMessage(device);
    }

    private void ListAltNames(NetDevice device)
    {
        // A name that is taken where the device arrives stays behind; the kernel refuses the move for it.
        device.AltNames = [.. device.AltNames.Where(name => _byName.TryAdd(name, device))];
    }

    private void UnlistAltNames(NetDevice device)
    {
        foreach (var name in device.AltNames) GiveUpName(name);
    }
}
