using ActorNet.Core.Devices;

namespace ActorNet.Core.Net;

/// <summary>
/// IPv4 addresses of a namespace's devices (<c>net/ipv4/devinet.c</c>, rules INET-01, INET-02). They are listed and nothing else: an emulated namespace routes and
/// answers nothing.
/// </summary>
public sealed class InetConfig : INetDeviceNotifier
{
    /// <summary>A device with a smaller MTU has no IPv4 side.</summary>
    public const int MinMtu = 68;

    private readonly Dictionary<NetDevice, InetDevice> _devices = new(ReferenceEqualityComparer.Instance);

    internal InetConfig(NetNamespace ns) => ns.AddNotifier(this);

    /// <summary>The IPv4 side of a device; null when its MTU took it away.</summary>
    public InetDevice? Find(NetDevice device) => _devices.GetValueOrDefault(device);

    /// <summary>Addresses of a device, none when it has no IPv4 side.</summary>
    public IReadOnlyList<InetAddress> AddressesOf(NetDevice device) => Find(device)?.Addresses ?? [];

    /// <summary>Adds an address.</summary>
    /// <exception cref="RtnlException">ENOBUFS: the device has no IPv4 side, or too many addresses; otherwise as <see cref="InetDevice.Add"/> says.</exception>
    public void Add(NetDevice device, InetAddress address) => (Find(device) ?? throw new RtnlException(Errno.ENOBUFS)).Add(address);

    /// <inheritdoc/>
    public void OnEvent(NetDeviceEvent kind, NetDevice device)
    {
        switch (kind)
        {
            case NetDeviceEvent.Register:
                _devices[device] = new InetDevice(device);
                break;
            case NetDeviceEvent.Unregister:
                if (_devices.Remove(device, out var lost)) lost.RemoveAll();
                break;
            case NetDeviceEvent.ChangeMtu:
                FollowMtu(device);
                break;
            case NetDeviceEvent.Up:
                Find(device)?.OnUp();
                break;
            case NetDeviceEvent.Down:
                Find(device)?.OnDown();
                break;
            case NetDeviceEvent.ChangeName:
                Find(device)?.OnRenamed();
                break;
        }
    }

    private void FollowMtu(NetDevice device)
    {
        // Too small an MTU takes the addresses away for good; a larger one later brings back an empty list.
        if (device.Mtu >= MinMtu)
        {
            if (_devices.TryAdd(device, new InetDevice(device)) && device.IsUp) _devices[device].Listen(true);
        }
        else if (_devices.Remove(device, out var gone))
        {
            gone.OnDown();
            gone.RemoveAll();
        }
    }
}
